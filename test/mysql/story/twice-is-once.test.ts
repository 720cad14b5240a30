import type { Knex } from 'knex';
import { MINUTE, PAID, PAID_AT, PERFORMANCE_AT } from '../../domain/order/a-story';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { furnishTheatre, sellOrder } from '../sold-orders';
import { toldOrder } from '../told-order';
import { camilleAt, type CamilleAt } from './camille';

let database: FreshDatabase;
let knex: Knex;
let camille: CamilleAt;

beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  camille = camilleAt(knex);
  await furnishTheatre(knex, PERFORMANCE_AT);
});

afterAll(() => database.drop());

describe('twice is once', () => {
  test('the same change recorded again changes nothing and returns the letters that have not left', async () => {
    const told = await camille.order('AAAA-0001');
    const keys = await told.start();
    const before = await knex('outgoing_mail').where({ order_reference: 'AAAA-0001' });
    expect(await told.record.record(told.lastChange())).toEqual(keys);
    expect(await knex('outgoing_mail').where({ order_reference: 'AAAA-0001' })).toEqual(before);
    await camille.letters.markSent('confirmation:AAAA-0001', { at: new Date(PAID_AT).toISOString(), messageId: '<c@mariniers.example>' });
    expect(await told.record.record(told.lastChange())).toEqual(['venue-copy:AAAA-0001:confirmation']);
  });

  test('a release recorded twice issues its tickets once', async () => {
    const told = await camille.order('AAAA-0002', { seats: [{ no: 1, needsProof: false }] });
    const keys = await told.start();
    expect(keys).toEqual(['tickets:AAAA-0002:1', 'venue-copy:AAAA-0002:tickets:1']);
    const tickets = await camille.tickets('AAAA-0002');
    expect(tickets).toHaveLength(1);
    expect(await told.record.record(told.lastChange())).toEqual(keys);
    expect(await camille.tickets('AAAA-0002')).toEqual(tickets);
  });

  test('an older change that arrives late is ignored', async () => {
    const told = await camille.order('AAAA-0003');
    await told.start();
    const first = told.lastChange();
    await camille.addProof('AAAA-0003', { id: 'card-old', seats: [2], at: PAID_AT });
    await told.deposit(PAID_AT + MINUTE, 'card-old', 2);
    await told.record.record(first);
    expect(await camille.seats('AAAA-0003')).toMatchObject([
      { proof: 'not-required' },
      { proof: 'under-review' },
      { proof: 'awaiting-proof' },
    ]);
    expect(await camille.row('AAAA-0003')).toMatchObject({ story_seq: 2 });
  });

  test('two workers that record the same change at once write it once', async () => {
    const told = await camille.order('AAAA-0004', { seats: [{ no: 1, needsProof: false }] });
    await told.start();
    const change = told.lastChange();
    const order = 'AAAA-0005';
    await sellOrder(knex, { ...PAID, order, seats: [{ no: 1, needsProof: false }] });
    const same = JSON.parse(JSON.stringify(change).replaceAll('AAAA-0004', order));
    await Promise.all([told.record.record(same), told.record.record(same)]);
    expect(await camille.tickets(order)).toHaveLength(1);
    expect(await told.record.unsentLetters(order)).toEqual([`tickets:${order}:1`, `venue-copy:${order}:tickets:1`]);
  });

  test('an order that does not exist is a fault', async () => {
    const told = toldOrder(knex, { ...PAID, order: 'ZZZZ-0000' });
    await expect(told.start()).rejects.toThrow('No order ZZZZ-0000');
  });
});

describe('ticket numbers', () => {
  test('of orders released at the same time follow each other without a gap', async () => {
    const seats = [1, 2, 3].map((no) => ({ no, needsProof: false }));
    const references = Array.from({ length: 8 }, (_, index) => `BBBB-000${index}`);
    const orders: Awaited<ReturnType<CamilleAt['order']>>[] = [];
    for (const order of references) orders.push(await camille.order(order, { seats }));
    const first = (await lastNumber()) + 1;
    await Promise.all(orders.map((told) => told.start()));
    const numbers: readonly number[] = await knex('tickets').whereIn('order_reference', references).orderBy('number').pluck('number');
    expect(numbers).toEqual(Array.from({ length: 24 }, (_, index) => first + index));
  });

  test('of a release that fails are not taken', async () => {
    const told = await camille.order('BBBB-1111', { seats: [{ no: 1, needsProof: false }] });
    const before = await lastNumber();
    await knex('audit_events').insert({
      order_reference: 'BBBB-1111',
      seq: 1,
      at: new Date(),
      kind: 'x',
      actor: 'x',
      door: 'system',
      detail: '{}',
    });
    await expect(told.start()).rejects.toThrow(/Duplicate/);
    expect(await lastNumber()).toBe(before);
    expect(await camille.tickets('BBBB-1111')).toEqual([]);
    expect(await told.record.unsentLetters('BBBB-1111')).toEqual([]);
    expect(await camille.row('BBBB-1111')).toMatchObject({ story_seq: 0, story: null });
  });
});

async function lastNumber(): Promise<number> {
  const row: { readonly last_number: number } | undefined = await knex('ticket_counters').first('last_number');
  return row?.last_number ?? 0;
}
