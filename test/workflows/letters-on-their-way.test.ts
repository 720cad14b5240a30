import { apply } from '../../src/domain/order/apply';
import type { OrderState } from '../../src/domain/order/state';
import { HOUR } from '../../src/domain/time';
import { DEFAULT_POLICY } from '../../src/domain/venue-policy';
import * as messages from '../../workflows/messages';
import type { SkippedTime } from './skipped-time';
import { skipTime } from './skipped-time';

/** What changes while a letter with tickets is handed over. */

let env: SkippedTime['env'];
let office: SkippedTime['office'];
let pay: SkippedTime['pay'];
let start: SkippedTime['start'];
let close: SkippedTime['close'];

beforeAll(async () => {
  ({ env, office, pay, start, close } = await skipTime());
});

afterAll(() => close());

test.each([
  ['before their letter was written', 0],
  ['while their letter was handed over', 1],
] as const)('a difference of tickets is settled %s: they leave again %i times', async (_when, again) => {
  const { order, handle, head, last } = await pay();
  const settle = () =>
    handle.executeUpdate(messages.takeDifference, {
      args: [{ ...head('take'), seat: 2, method: 'ESPECES', channel: 'GUICHET', operator: 'GUICHET' }],
    });
  const arrive = office.keepOnItsWay(order, 'tickets');
  if (again === 0) office.mailHostIsAway('tickets', 1);
  await handle.executeUpdate(messages.chooseDoor, { args: [{ ...head('door'), seats: [2, 3] }] });
  await settle();
  expect(last()?.seats[1]).toMatchObject({ proof: 'upgraded', delivery: 'ready' });
  arrive();
  await env.sleep(60_000);
  expect(last()?.seats[1]).toMatchObject({ proof: 'upgraded', delivery: 'sent' });
  expect(office.kinds(order).filter((kind) => kind === 'tickets-again')).toHaveLength(again);
});

test.each([
  ['a seat of them is revoked', 'revoke', ['sent', 'sent', 'held']],
  ['the order is cancelled', 'cancel', ['void', 'void', 'void']],
] as const)(
  '%s while the letter with the tickets is handed over: it is told that what has left is good no more',
  async (_what, how, after) => {
    const { order, handle, head, last } = await pay({ policy: { ...DEFAULT_POLICY, undoMs: 0 } });
    const arrive = office.keepOnItsWay(order, 'tickets');
    await handle.executeUpdate(messages.depositProof, { args: [{ ...head('deposit'), seats: [2, 3] }] });
    await handle.executeUpdate(messages.decide, { args: [{ ...head('decide'), answers: [{ seats: 'all', kind: 'approve' }] }] });
    expect(last()?.seats.map(({ delivery }) => delivery)).toEqual(['ready', 'ready', 'ready']);
    if (how === 'revoke') await handle.executeUpdate(messages.revoke, { args: [{ ...head('no'), seat: 3, reason: 'unreadable' }] });
    else await handle.executeUpdate(messages.cancel, { args: [head('no')] });
    arrive();
    await env.sleep(60_000);
    expect(office.kinds(order).filter((kind) => kind === 'ticket-void')).toHaveLength(1);
    expect(last()?.seats.map(({ delivery }) => delivery)).toEqual(after);
  },
);

test('a story that was lost before it heard of such a letter tells so when it is started again', async () => {
  const { handle, head, last } = await pay();
  await handle.executeUpdate(messages.chooseDoor, { args: [{ ...head('door'), seats: [2, 3] }] });
  const ready = last();
  if (!ready) throw new Error('nothing was recorded');
  const order = 'RES0-0002';
  const onItsWay: OrderState = { ...ready, order, seats: ready.seats.map((seat) => ({ ...seat, delivery: 'ready' })) };
  const { state } = apply(onItsWay, { kind: 'cancelled', at: await env.currentTimeMs(), ...head('no') });
  office.known.set(order, [{ release: 1, seq: onItsWay.seq, carried: [1, 2, 3] }]);
  await start({ order, state });
  await env.sleep(60_000);
  expect(office.kinds(order)).toEqual(['ticket-void']);
});

test('tickets that leave when all is over keep no story open', async () => {
  const { order, handle } = await pay({ performanceAt: (await env.currentTimeMs()) + HOUR });
  office.mailHostIsAway('tickets', 1000);
  await env.sleep(5 * HOUR);
  office.mailHostIsAway('tickets', 0);
  await handle.result();
  expect(office.kinds(order)).toContain('tickets');
});
