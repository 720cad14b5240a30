import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../../local/demo/stage';
import type { OrderState } from '../../src/domain/order/state';
import type { OrderStatus } from '../../src/domain/order/summary';
import { DEFAULT_POLICY } from '../../src/domain/venue-policy';
import { orderState, orderWorkflowId } from '../../workflows/messages';
import type { Program } from './program';
import { openProgram } from './program';
import { notifies, said } from './provider';
import type { Buyer } from './spectators';
import { buys, isNow as isNowIn, kindsOf, letter, orders, sendsCard, SOPHIE } from './spectators';

/** Temporal may be away, or lose its file: no order's story is lost, and no letter leaves twice (docs/architecture.md 4). */
let program: Program;

beforeAll(async () => {
  program = await openProgram('lost-temporal');
});
afterAll(() => program.close());

const head = (command: string) => ({ command, by: { role: 'reviewer', id: 2 }, door: 'desk' }) as const;
const approval = (command: string) => ({ ...head(command), answers: [{ seats: 'all', kind: 'approve' }] }) as const;
const view = async ({ reference }: Buyer) => program.world.orders.view(reference);
const isNow = (buyer: Buyer, status: OrderStatus) => isNowIn(program, buyer, status);
const seatsOf = async (buyer: Buyer) => (await view(buyer))?.seats.map(({ proof, delivery }) => `${proof}, ${delivery}`);

/** As the housekeeping does it, round after round. */
async function sweepUntil(words: string, isSo: () => Promise<boolean>): Promise<void> {
  await until(words, async () => {
    await program.deeds.tellMissingStories(0);
    await program.deeds.tellGivenProofs(0);
    return isSo();
  });
}

describe('while Temporal is away', () => {
  test('a payment is stored and answered; its story is told later', async () => {
    const camille = await orders(program, 'Camille Roussel', ['PLEIN', 'ETUD']);
    await program.temporal.kill('SIGKILL');
    await camille.spectator.pay(camille.paymentUrl);
    const notification = await program.world.knex('payment_notifications').where('payment_reference', 'like', `${camille.reference}%`);
    expect(notification).toMatchObject([{ code: 'accepted', result: 'paid' }]);
    expect(await view(camille)).toMatchObject({ payment: 'paid', status: 'awaiting-proof', seq: 0 });
    expect(await kindsOf(camille)).toEqual([]);

    await program.temporal.start();
    await sweepUntil('Camille’s story to begin', async () => (await view(camille))?.seq === 1);
    await letter(camille, 'confirmation');
    await program.deeds.tellMissingStories(0);
    expect(await kindsOf(camille)).toEqual(['confirmation']);
    expect(await view(camille)).toMatchObject({ seq: 1 });
  });

  test('a proof is kept; its story is told later, and reviewers are asked once', async () => {
    const jeanne = await buys(program, 'Jeanne Morel', ['ETUD']);
    await isNow(jeanne, 'awaiting-proof');
    await program.temporal.kill('SIGKILL');
    await sendsCard(program, jeanne, [1], 'kept');
    expect(await view(jeanne)).toMatchObject({ status: 'awaiting-proof', proofs: [] });

    await program.temporal.start();
    await sweepUntil('Jeanne’s proof to be told', async () => (await view(jeanne))?.proofs.length === 1);
    await isNow(jeanne, 'under-review');
    expect(await program.world.proofs.untold(new Date().toISOString(), 10)).toEqual([]);
    expect((await kindsOf(jeanne, SOPHIE)).filter((kind) => kind === 'review-request')).toHaveLength(1);
  });

  test('the difference to the full tariff, and money that comes twice, are told later', async () => {
    const nadia = await buys(program, 'Nadia Ferrand', ['ETUD']);
    await isNow(nadia, 'awaiting-proof');
    const difference = await program.deeds.askPayment({ order: nadia.reference, upgradeOf: 1 });
    await program.temporal.kill('SIGKILL');
    await nadia.spectator.pay(difference);
    const { total = 0 } = (await view(nadia)) ?? {};
    const twice = said(program, { reference: `${nadia.reference}.1`, amount: total, transaction: 'another-debit' });
    expect(await notifies(program, twice)).toEqual({ status: 200, body: { received: true, verdict: 'second' } });
    expect(await seatsOf(nadia)).toEqual(['awaiting-proof, held']);

    await program.temporal.start();
    await sweepUntil('Nadia’s story to hear of both', async () => (await program.world.payments.untold(10)).length === 0);
    await letter(nadia, 'payment-refund');
    await isNow(nadia, 'released');
    expect(await seatsOf(nadia)).toEqual(['upgraded, sent']);
    expect(await kindsOf(nadia)).toEqual(['confirmation', 'payment-refund', 'tickets']);
  });
});

describe('when Temporal has lost its file', () => {
  test('every open story goes on where its record says, and nothing leaves twice', async () => {
    const full = await buys(program, 'Samir Ferrand', ['PLEIN']);
    const waiting = await buys(program, 'Léa Roussel', ['PLEIN', 'ETUD']);
    const checked = await buys(program, 'Paul Roussel', ['PLEIN', 'ETUD', 'ETUD']);
    const over = await buys(program, 'Hélène Vidal', ['PLEIN']);
    await Promise.all([
      isNow(full, 'released'),
      isNow(waiting, 'awaiting-proof'),
      isNow(checked, 'awaiting-proof'),
      isNow(over, 'released'),
    ]);
    await sendsCard(program, checked, [2, 3]);
    await program.deeds.changeOrder.cancel(over.reference, head('cancel-helene'));
    await program.deeds.changeOrder.recordRefund(over.reference, head('refund-helene'));
    await Promise.all([isNow(checked, 'under-review'), isNow(over, 'refunded')]);
    const buyers = [full, waiting, checked, over];
    const before = await Promise.all(buyers.map((buyer) => kindsOf(buyer)));
    const asked = await kindsOf(checked, SOPHIE);
    const told = await Promise.all([full, waiting, checked].map(stateInTemporal));

    await loseTheFile();
    await expect(stateInTemporal(full)).rejects.toThrow('not found');
    const resumed: string[] = [];
    const { open } = await program.deeds.resumeStories((order) => resumed.push(order));
    expect(open).toBe(resumed.length);
    expect(resumed).toEqual(expect.arrayContaining([full, waiting, checked].map(({ reference }) => reference)));
    expect(resumed).not.toContain(over.reference);
    expect(await Promise.all([full, waiting, checked].map(stateInTemporal))).toEqual(told);
    expect(await program.deeds.resumeStories(() => undefined)).toEqual({ open, resumed: 0 });

    await program.deeds.decisions.decide(checked.reference, approval('decide-paul'));
    await isNow(checked, 'released');
    expect(await seatsOf(checked)).toEqual(['not-required, sent', 'approved, sent', 'approved, sent']);
    const after = await Promise.all(buyers.map((buyer) => kindsOf(buyer)));
    expect(after).toEqual([before[0], before[1], [...(before[2] ?? []), 'tickets'], before[3]]);
    expect((await kindsOf(checked, SOPHIE)).filter((kind) => kind !== 'echo')).toEqual(asked);
  });

  test('whoever speaks to a lost story brings it back, and is obeyed once', async () => {
    const aicha = await buys(program, 'Aïcha Delorme', ['ETUD']);
    await isNow(aicha, 'awaiting-proof');
    await sendsCard(program, aicha, [1]);
    await isNow(aicha, 'under-review');
    await loseTheFile();
    const first = await program.deeds.decisions.decide(aicha.reference, approval('decide-aicha'));
    expect(await program.deeds.decisions.decide(aicha.reference, approval('decide-aicha'))).toEqual(first);
    await isNow(aicha, 'released');
    await loseTheFile();
    await program.deeds.decisions.decide(aicha.reference, approval('decide-aicha'));
    await isNow(aicha, 'released');
    expect(await kindsOf(aicha)).toEqual(['confirmation', 'tickets']);
  });

  test('a decision inside its undo window can still be taken back', async () => {
    await program.world.knex('venues').update({ policy: JSON.stringify({ ...DEFAULT_POLICY, gatherMs: 0 }) });
    const maud = await buys(program, 'Maud Sérignac', ['ETUD']);
    await isNow(maud, 'awaiting-proof');
    await sendsCard(program, maud, [1]);
    await isNow(maud, 'under-review');
    await program.deeds.decisions.decide(maud.reference, approval('decide-maud'));
    await isNow(maud, 'settling');
    await loseTheFile();
    await program.deeds.resumeStories(() => undefined);
    await program.deeds.changeOrder.undo(maud.reference, head('undo-maud'));
    await isNow(maud, 'under-review');
    expect(await kindsOf(maud)).toEqual(['confirmation']);
  });
});

async function loseTheFile(): Promise<void> {
  await program.temporal.kill('SIGKILL');
  for (const file of readdirSync(program.temporalHome).filter((name) => name.includes('.db'))) rmSync(join(program.temporalHome, file));
  await program.temporal.start();
}

/** As the running story tells it. */
async function stateInTemporal({ reference }: Buyer): Promise<OrderState> {
  return program.world.client.workflow.getHandle(orderWorkflowId(reference)).query(orderState);
}
