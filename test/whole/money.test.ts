import type { Heard } from './provider';
import { notifies, said } from './provider';
import type { Program } from './program';
import { openProgram } from './program';
import type { Buyer } from './spectators';
import { buys, isNow, kindsOf, letter, orders } from './spectators';

/** Money as it comes: true, false, twice, too late. The record and the story say the same of it. */
let program: Program;

beforeAll(async () => {
  program = await openProgram('money');
});
afterAll(() => program.close());

describe('a notification that is not believed', () => {
  let camille: Buyer;
  let total: number;
  const usual = () => ({ reference: `${camille.reference}.1`, amount: total, transaction: 'T-1' });

  beforeAll(async () => {
    camille = await orders(program, 'Camille Roussel', ['PLEIN', 'ETUD']);
    total = (await program.world.orders.view(camille.reference))?.total ?? 0;
  });

  test.each<[string, string, () => string]>([
    ['forged', 'payment-forged', () => said(program, usual()).replace(/signature=.{10}/, 'signature=AAAAAAAAAA')],
    ['altered', 'payment-forged', () => said(program, { ...usual(), amount: 1 }).replace('amount=1&', `amount=${total}&`)],
    ['of another amount', 'payment-wrong-amount', () => said(program, { ...usual(), amount: total - 1 })],
    ['in another currency', 'payment-wrong-amount', () => said(program, { ...usual(), currency: 'USD' })],
    ['of an unknown payment', 'payment-unknown', () => said(program, { ...usual(), reference: '0000-0000.1' })],
  ])('%s: is refused, recorded, and changes nothing', async (_what, code, body) => {
    const before = await program.world.orders.view(camille.reference);
    const heard = await notifies(program, body());
    expect(heard.status).toBeGreaterThanOrEqual(400);
    expect(heard.body).toMatchObject({ code });
    expect(await lastRecorded()).toMatchObject({ code, dedupe_key: null });
    expect(await program.world.orders.view(camille.reference)).toEqual(before);
  });

  test('replayed for another order: is refused; replayed for its own: is answered, and changes nothing', async () => {
    await notifies(program, said(program, { ...usual(), transaction: 'T-replayed' }));
    const nadia = await orders(program, 'Nadia Ferrand', ['PLEIN', 'ETUD']);
    const again = said(program, { ...usual(), reference: `${nadia.reference}.1`, transaction: 'T-replayed' });
    expect((await notifies(program, again)).body).toMatchObject({ code: 'payment-replayed' });
    expect(await program.world.orders.view(nadia.reference)).toMatchObject({ payment: 'pending' });
    const same = await notifies(program, said(program, { ...usual(), transaction: 'T-replayed' }));
    expect(same).toEqual<Heard>({ status: 200, body: { received: true, verdict: 'duplicate' } });
    await isNow(program, camille, 'awaiting-proof');
    expect(await kindsOf(camille)).toEqual(['confirmation']);
  });
});

test('paid twice: the second payment is to be given back, the order goes on', async () => {
  const samir = await buys(program, 'Samir Ferrand', ['PLEIN']);
  const { total = 0 } = (await program.world.orders.view(samir.reference)) ?? {};
  const twice = said(program, { reference: `${samir.reference}.1`, amount: total, transaction: 'T-second' });
  expect((await notifies(program, twice)).body).toMatchObject({ verdict: 'second' });
  await letter(samir, 'payment-refund');
  await isNow(program, samir, 'released');
  expect(await kindsOf(samir)).toEqual(['payment-refund', 'tickets']);
  expect(await paymentsOf(samir)).toEqual(['paid', 'refund-due']);
});

describe('paid after the hold expired', () => {
  test('with the seats still free: they are taken again, and the tickets leave', async () => {
    const lea = await orders(program, 'Léa Roussel', ['PLEIN']);
    const places = await placesOf(lea);
    await holdExpires(lea);
    expect(await placesOf(lea)).toEqual([]);
    await lea.spectator.pay(lea.paymentUrl);
    await isNow(program, lea, 'released');
    expect(await placesOf(lea)).toEqual(places);
    expect(await kindsOf(lea)).toEqual(['tickets']);
  });

  test('with a seat sold meanwhile: the money is to be given back, and no ticket leaves', async () => {
    const paul = await orders(program, 'Paul Roussel', ['PLEIN', 'ETUD']);
    const places = await placesOf(paul);
    await holdExpires(paul);
    const maud = await buys(program, 'Maud Sérignac', ['PLEIN', 'PLEIN']);
    expect(await placesOf(maud)).toEqual(places);
    await paul.spectator.pay(paul.paymentUrl);
    await letter(paul, 'order-refund');
    await isNow(program, paul, 'refund-due');
    expect(await program.world.orders.view(paul.reference)).toMatchObject({ payment: 'refund-due', tickets: [] });
    expect(await kindsOf(paul)).toEqual(['order-refund']);
    expect(await placesOf(maud)).toEqual(places);
    expect(await placesOf(paul)).toEqual([]);
  });
});

function lastRecorded(): Promise<unknown> {
  return program.world.knex('payment_notifications').orderBy('id', 'desc').first('code', 'dedupe_key');
}

function paymentsOf({ reference }: Buyer): Promise<readonly string[]> {
  return program.world.knex('payments').where({ order_reference: reference }).orderBy('id').pluck('status');
}

function placesOf({ reference }: Buyer): Promise<readonly number[]> {
  return program.world.knex('performance_places').where({ order_reference: reference }).orderBy('id').pluck('id');
}

/** A quarter of an hour goes by without a payment. */
async function holdExpires({ reference }: Buyer): Promise<void> {
  const { knex, orders: book, clock } = program.world;
  await knex('orders')
    .where({ reference })
    .update({ expires_at: new Date(Date.now() - 1000) });
  await book.expireHolds(clock.now());
}
