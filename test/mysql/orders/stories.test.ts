import { apply } from '../../../src/domain/order/apply';
import type { OrderEvent } from '../../../src/domain/order/event';
import type { OrderState } from '../../../src/domain/order/state';
import { isOver, nextTimer } from '../../../src/domain/order/timers';
import { createNotes } from '../../../src/mysql/notes';
import { createProofs } from '../../../src/mysql/proofs/proofs';
import { later, NOW, openBoxOffice, type BoxOffice } from '../open-box-office';

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
afterAll(() => office.close());

/** Tells the order's story one event further, from the state that the record gives. */
async function tell(order: string, event: OrderEvent): Promise<void> {
  const state = await storyOf(order);
  await office.record.record({ event, ...apply(state, event) });
}

async function storyOf(order: string): Promise<OrderState> {
  const state = await office.orders.story(order);
  if (!state) throw new Error(`No story of ${order}.`);
  return state;
}

function command(order: string, what: string, minutes: number) {
  return { at: Date.parse(later(minutes)), command: `${what}-${order}` };
}

const SOPHIE = { by: { role: 'reviewer', id: 2 }, door: 'mail' } as const;

async function startedOrder(): Promise<string> {
  const order = await office.buy({ tariffs: ['PLEIN', 'ETUD', 'EMPLOI'] });
  await tell(order, { kind: 'started', at: Date.parse(later(3)) });
  return order;
}

async function deposit(order: string, seat: number, minutes: number): Promise<string> {
  const id = `proof-${seat}-${order.toLowerCase()}`;
  const fingerprints = { bytes: `${seat}`.repeat(64), pixels: 'f'.repeat(64) };
  const file = { kind: 'jpeg', fileName: 'carte.jpg', bytes: 1000, pages: 1, fingerprints } as const;
  await createProofs({ knex: office.knex }).add({ id, order, seats: [seat], ...file, receivedAt: later(minutes) });
  const head = { at: Date.parse(later(minutes)), command: `deposit-${id}`, by: { role: 'customer' }, door: 'customer-area' } as const;
  await tell(order, { kind: 'proof-deposited', ...head, seats: [seat] });
  return id;
}

test('an order has no story before its payment, and one to begin with after', async () => {
  const order = await office.place({ tariffs: ['PLEIN', 'ETUD'] });
  expect(await office.orders.story(order)).toBeUndefined();
  expect(await office.orders.story('0000-0000')).toBeUndefined();
  await office.pay(order, { at: later(2) });
  expect(await office.orders.story(order)).toMatchObject({
    order,
    seq: 0,
    payment: 'paid',
    paidAt: Date.parse(later(2)),
    performanceAt: Date.parse('2027-01-15T19:30:00Z'),
    overAt: Date.parse('2027-01-15T21:05:00Z'),
    policy: { undoMs: 600_000, deadlineOutcome: 'check-at-door' },
    seats: [
      { no: 1, proof: 'not-required', delivery: 'held' },
      { no: 2, proof: 'awaiting-proof', delivery: 'held' },
    ],
  });
});

test('a companion is known as one', async () => {
  const order = await office.buy({ tariffs: ['PSH', 'PSHACC'] });
  expect((await storyOf(order)).seats.map(({ companionship }) => companionship)).toEqual(['holder', 'companion']);
  expect((await office.orders.view(order))?.seats.map(({ companionship, tariff }) => [companionship, tariff.health])).toEqual([
    ['holder', true],
    ['companion', true],
  ]);
});

test('a story that recorded nothing yet is missing, until it does', async () => {
  const order = await office.buy();
  expect(await office.orders.missingStories(later(1), 100)).not.toContain(order);
  expect(await office.orders.missingStories(later(5), 100)).toContain(order);
  await tell(order, { kind: 'started', at: Date.parse(later(5)) });
  expect(await office.orders.missingStories(later(10), 100)).not.toContain(order);
});

test('the state comes back as it was recorded', async () => {
  const order = await startedOrder();
  const before = await storyOf(order);
  const event = { kind: 'tickets-asked-again', ...command(order, 'again', 5), ...SOPHIE } as const;
  expect(before.seq).toBe(1);
  await deposit(order, 2, 4);
  const { state } = apply(await storyOf(order), { kind: 'timer', timer: 'gather', at: Date.parse(later(14)) });
  await office.record.record({ event: { kind: 'timer', timer: 'gather', at: Date.parse(later(14)) }, state, effects: [] });
  expect(await storyOf(order)).toEqual(JSON.parse(JSON.stringify(state)));
  expect(() => apply(state, event)).toThrow(expect.objectContaining({ name: 'Refusal' }));
});

test('the reading of an order follows its story: proofs, the review, what a reviewer wrote, tickets', async () => {
  const order = await startedOrder();
  const [paul, nadia] = [await deposit(order, 2, 10), await deposit(order, 3, 11)];
  // nothing more is awaited, so the reviewers are asked at once
  let view = await office.orders.view(order);
  expect(view).toMatchObject({ status: 'under-review', waitsFor: 'reviewer', openReview: 1, undoUntil: undefined });
  expect(view?.proofs.map(({ id, seats, replaced, purgedAt }) => ({ id, seats, replaced, purgedAt }))).toEqual([
    { id: paul, seats: [2], replaced: false, purgedAt: undefined },
    { id: nadia, seats: [3], replaced: false, purgedAt: undefined },
  ]);

  const head = { ...command(order, 'reply', 30), ...SOPHIE };
  const noteRef = `${head.command}-3`;
  await createNotes({ knex: office.knex }).write({ ref: noteRef, order, text: 'Le verso manque.', by: 'reviewer:2', at: later(30) });
  await tell(order, {
    ...{ kind: 'decided', ...head, review: 1 },
    answers: [
      { seats: [2], kind: 'approve' },
      { seats: [3], kind: 'refuse', reason: 'missing-page', noteRef },
    ],
  });
  view = await office.orders.view(order);
  expect(view).toMatchObject({ status: 'settling', waitsFor: 'undo-window', openReview: undefined, undoUntil: later(40), tickets: [] });
  expect(view?.seats.map(({ settling, proof, note }) => ({ settling, proof, note }))).toEqual([
    { settling: false, proof: 'not-required', note: undefined },
    { settling: true, proof: 'approved', note: undefined },
    { settling: true, proof: 'refused', note: 'Le verso manque.' },
  ]);

  await tell(order, { kind: 'timer', timer: 'settle', at: Date.parse(later(40)) });
  view = await office.orders.view(order);
  expect(view).toMatchObject({ status: 'awaiting-proof', undoUntil: undefined });
  expect(view?.seats.map(({ delivery, reason }) => [delivery, reason])).toEqual([
    ['ready', undefined],
    ['ready', undefined],
    ['held', 'missing-page'],
  ]);
  expect(view?.tickets.map(({ seat, uid, admission, release }) => ({ seat, uid, admission, release }))).toEqual([
    { seat: 1, uid: `CM-${order}-1`, admission: 'valid', release: 1 },
    { seat: 2, uid: `CM-${order}-2`, admission: 'valid', release: 1 },
  ]);
  const timeline = await office.orders.timeline(order);
  expect(timeline.map(({ event, actor, door }) => [event, actor, door])).toEqual([
    ['timer', 'system', 'system'],
    ['decided', 'reviewer:2', 'mail'],
    ['proof-deposited', 'customer', 'customer-area'],
    ['proof-deposited', 'customer', 'customer-area'],
    ['started', 'system', 'system'],
  ]);
  expect((await office.orders.search({ text: order, limit: 1 })).orders[0]).toMatchObject({
    status: 'awaiting-proof',
    seatsUnderReview: 0,
  });
});

test('open stories are those that time or people can still change', async () => {
  const open = await startedOrder();
  const over = await office.buy();
  await tell(over, { kind: 'started', at: Date.parse(later(3)) });
  for (let state = await storyOf(over); !isOver(state); state = await storyOf(over)) {
    const timer = nextTimer(state);
    if (!timer) throw new Error('Nothing more would happen.');
    await tell(over, { kind: 'timer', timer: timer.kind, at: timer.at });
  }
  const unpaid = await office.place();
  const pages: string[] = [];
  for (let page = await office.orders.openStories('', 2); page.length > 0; page = await office.orders.openStories(page.at(-1)!, 2)) {
    pages.push(...page);
  }
  expect(pages).toContain(open);
  expect(pages).not.toContain(over);
  expect(pages).not.toContain(unpaid);
  expect(pages).toEqual(pages.toSorted());
  expect(await office.orders.view(over)).toMatchObject({ status: 'over', waitsFor: 'nobody' });
});

test('seats of a cancelled order are on sale again, and its rows still say where they were', async () => {
  const order = await startedOrder();
  const free = await office.freePlaces();
  const places = (await office.orders.view(order))?.seats.map(({ place }) => place);
  await tell(order, { kind: 'cancelled', ...command(order, 'cancel', 50), by: { role: 'staff', id: 1 }, door: 'desk' });
  expect(await office.freePlaces()).toBe(free + 3);
  const view = await office.orders.view(order);
  expect(view).toMatchObject({ payment: 'refund-due', status: 'refund-due', waitsFor: 'refund' });
  expect(view?.seats.map(({ place }) => place)).toEqual(places);
  // whoever buys them next has them alone
  const next = await office.buy({ tariffs: ['PLEIN', 'PLEIN', 'PLEIN'], placedAt: NOW });
  expect((await office.orders.view(next))?.seats.map(({ place }) => place)).toEqual(places);
});
