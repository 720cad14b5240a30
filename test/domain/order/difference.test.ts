import { DAY, HOUR } from '../../../src/domain/time';
import type { VenuePolicy } from '../../../src/domain/venue-policy';
import { CASHIER, codeOf, MINUTE, PAID, PERFORMANCE_AT, play, THE_NEXT_DAY } from './a-story';

/** The letters say « à défaut, la différence vous sera demandée »: it can be taken, and the seat is settled. */
const DEADLINE = PERFORMANCE_AT - DAY;
const TONIGHT = PERFORMANCE_AT - HOUR;
const IN_THE_TILL = { method: 'ESPECES', channel: 'GUICHET', operator: 'GUICHET' };

/** Seats 2 and 3 are to be checked at the door, and their tickets have left. */
function atTheDoor() {
  const story = play();
  story.until(DEADLINE);
  story.say({ kind: 'dispatched', at: DEADLINE, release: 1 });
  return story;
}

type Story = ReturnType<typeof play>;
const take = (story: Story, at: number, seat: number) =>
  story.say({ kind: 'difference-taken', ...story.head(at, CASHIER), seat, ...IN_THE_TILL });
const giveBack = (story: Story, at: number, seat: number) => story.say({ kind: 'difference-given-back', ...story.head(at, CASHIER), seat });

test('the seat is paid up, its ticket stays the same one, and it leaves once more as it reads now', () => {
  const story = atTheDoor();
  const { effects } = take(story, TONIGHT, 2);
  expect(story.seat(2)).toMatchObject({ proof: 'upgraded', delivery: 'sent', release: 1 });
  expect(story.seat(3)).toMatchObject({ proof: 'check-at-door' });
  expect(effects).toEqual([
    { kind: 'take-difference', seat: 2, ...IN_THE_TILL },
    { kind: 'ask-at-door', seat: 2, proof: false },
    { kind: 'letter', letter: { kind: 'tickets-again', order: '7K2M-4Q9T', about: { command: expect.any(String), seats: [2] } } },
  ]);
});

test('a seat whose ticket is held gets it', () => {
  const story = play();
  story.deposit(THE_NEXT_DAY, 2, 3);
  story.refuse(THE_NEXT_DAY, 2);
  story.until(THE_NEXT_DAY + 10 * MINUTE);
  take(story, THE_NEXT_DAY + HOUR, 2);
  expect(story.seat(2)).toMatchObject({ proof: 'upgraded', delivery: 'ready' });
  expect(story.released().at(-1)).toEqual([1, 2]);
});

test('of two cashiers one takes it, and the same command is obeyed once', () => {
  const story = atTheDoor();
  const command = { kind: 'difference-taken', ...story.head(TONIGHT, CASHIER), seat: 2, ...IN_THE_TILL } as const;
  story.say(command);
  expect(story.say(command).effects).toEqual([]);
  expect(codeOf(() => take(story, TONIGHT + 1, 2))).toBe('difference-settled');
});

test.each([
  ['not-required', 1, atTheDoor],
  ['approved', 2, () => decided('approve')],
  ['under review', 2, () => asked(play())],
  ['inside the undo window of PORTE', 2, () => decided('check-at-door', 1)],
] as const)('a seat that is %s owes nothing', (_state, seat, told) => {
  expect(codeOf(() => take(told(), THE_NEXT_DAY + 2 * HOUR, seat))).toBe('not-allowed-now');
});

function asked(story: Story): Story {
  story.deposit(THE_NEXT_DAY, 2, 3);
  return story;
}

function decided(kind: 'approve' | 'check-at-door', wait = HOUR): Story {
  const story = asked(play());
  story.say({ kind: 'decided', ...story.head(THE_NEXT_DAY), answers: [{ seats: [2], kind }] });
  story.until(THE_NEXT_DAY + wait);
  return story;
}

test('nothing is taken after the performance, nor of an order that was given up', () => {
  const over = atTheDoor();
  over.until(PERFORMANCE_AT + 4 * HOUR);
  expect(codeOf(() => take(over, PERFORMANCE_AT + 4 * HOUR, 2))).toBe('order-over');
  const cancelled = atTheDoor();
  cancelled.say({ kind: 'cancelled', ...cancelled.head(TONIGHT) });
  expect(codeOf(() => take(cancelled, TONIGHT + 1, 2))).toBe('not-allowed-now');
  // Latecomers may still pay.
  const late = atTheDoor();
  take(late, PERFORMANCE_AT + 10 * MINUTE, 2);
  expect(late.seat(2)?.proof).toBe('upgraded');
});

test('a payment online settles a seat at the door too; a story begun before goes on as it did', () => {
  const story = atTheDoor();
  const payment = { kind: 'payment-received', payment: 12, upgradeOf: 2 } as const;
  story.say({ ...payment, ...story.head(TONIGHT), checkedAtDoor: true });
  expect(story.seat(2)?.proof).toBe('upgraded');
  const before = atTheDoor();
  expect(before.say({ ...payment, ...before.head(TONIGHT) }).effects).toContainEqual({ kind: 'refund-due', seats: [], payment: 12 });
  expect(before.seat(2)?.proof).toBe('check-at-door');
});

describe('a slip at the counter', () => {
  test('is put right within the hour: the door asks again, and it can be taken anew', () => {
    const story = atTheDoor();
    take(story, TONIGHT, 2);
    const { effects } = giveBack(story, TONIGHT + HOUR - 1, 2);
    expect(effects.slice(0, 2)).toEqual([
      { kind: 'give-difference-back', seat: 2 },
      { kind: 'ask-at-door', seat: 2, proof: true },
    ]);
    expect(story.seat(2)).toMatchObject({ proof: 'check-at-door', delivery: 'sent' });
    take(story, TONIGHT + HOUR, 2);
    expect(story.seat(2)?.proof).toBe('upgraded');
  });

  test('is not put right later, nor where a bank has collected it, nor twice', () => {
    const story = atTheDoor();
    take(story, TONIGHT, 2);
    expect(codeOf(() => giveBack(story, TONIGHT + HOUR, 2))).toBe('too-late-to-give-back');
    story.say({ kind: 'payment-received', ...story.head(TONIGHT), payment: 12, upgradeOf: 3, checkedAtDoor: true });
    expect(codeOf(() => giveBack(story, TONIGHT + 1, 3))).toBe('too-late-to-give-back');
    giveBack(story, TONIGHT + 1, 2);
    expect(codeOf(() => giveBack(story, TONIGHT + 2, 2))).toBe('not-allowed-now');
  });

  /** Refused, and its ticket held: the venue refunds such a seat, and offers no door. */
  function refusedSeat(policy: Partial<VenuePolicy> = {}) {
    const story = play({ policy: { ...PAID.policy, doorAllowed: false, deadlineOutcome: 'refund', ...policy } });
    story.deposit(THE_NEXT_DAY, 2);
    story.until(THE_NEXT_DAY + HOUR);
    story.refuse(THE_NEXT_DAY + HOUR, 2);
    story.until(THE_NEXT_DAY + 2 * HOUR);
    return story;
  }

  test.each([
    ['refused', 2],
    ['awaiting-proof', 3],
  ] as const)('a seat that was %s is so again, and the ticket that left for the money is good no more', (proof, no) => {
    const story = refusedSeat();
    const was = story.seat(no);
    expect(was).toMatchObject({ proof, delivery: 'held' });
    take(story, THE_NEXT_DAY + 3 * HOUR, no);
    story.say({ kind: 'dispatched', at: THE_NEXT_DAY + 3 * HOUR, release: 1 });
    expect(giveBack(story, THE_NEXT_DAY + 3 * HOUR + MINUTE, no).effects).toEqual([
      { kind: 'give-difference-back', seat: no },
      { kind: 'void', seats: [no] },
      { kind: 'letter', letter: { kind: 'ticket-void', order: '7K2M-4Q9T', about: { command: expect.any(String), seats: [no] } } },
    ]);
    expect(story.seat(no)).toEqual(was);
    story.until(DEADLINE);
    expect(story.seat(no)).toMatchObject({ proof: 'refunded', delivery: 'void' });
    expect(story.released()).toEqual([[1, no]]);
  });

  test('of a ticket that had not left yet nobody is told: it does not leave', () => {
    const story = refusedSeat();
    take(story, THE_NEXT_DAY + 3 * HOUR, 2);
    const { effects } = giveBack(story, THE_NEXT_DAY + 3 * HOUR + MINUTE, 2);
    expect(effects.filter(({ kind }) => kind === 'letter')).toEqual([]);
  });

  test('where its deadline has passed meanwhile, the venue’s outcome applies at once', () => {
    const story = refusedSeat();
    take(story, DEADLINE - MINUTE, 2);
    story.until(DEADLINE);
    giveBack(story, DEADLINE + MINUTE, 2);
    expect(story.seat(2)).toMatchObject({ proof: 'refunded', delivery: 'void' });
    expect(story.state()).toMatchObject({ payment: 'refund-due', owed: { seats: [3, 2] } });
  });

  test('a seat offered at the full price is offered so again, until it goes to the door', () => {
    const story = refusedSeat({ deadlineOutcome: 'full-price-then-door' });
    story.until(DEADLINE);
    take(story, DEADLINE + HOUR, 2);
    giveBack(story, DEADLINE + HOUR + MINUTE, 2);
    expect(story.seat(2)).toMatchObject({ proof: 'expired', delivery: 'held', reason: 'unreadable' });
    story.until(PERFORMANCE_AT - 2 * HOUR);
    expect(story.seat(2)).toMatchObject({ proof: 'check-at-door', delivery: 'ready' });
  });
});

/** Seats 2 and 3 are to be checked at the door, and the letter with their tickets is on its way. */
function onTheirWay() {
  const story = play();
  story.until(DEADLINE);
  return { story, written: story.state().seq };
}

const arrived = (story: Story, said: { readonly told?: number; readonly failed?: true }) =>
  story.say({ kind: 'dispatched', at: DEADLINE + HOUR, release: 1, ...said }).effects;
const again = (...seats: number[]) => [
  { kind: 'letter', letter: { kind: 'tickets-again', order: '7K2M-4Q9T', about: { count: expect.any(Number), seats } } },
];

describe('a ticket that reads otherwise since its letter was written', () => {
  test('leaves again when that letter has left, once', () => {
    const { story, written } = onTheirWay();
    take(story, DEADLINE + MINUTE, 2);
    expect(arrived(story, { told: written })).toEqual(again(2));
    expect(story.seat(2)).toMatchObject({ proof: 'upgraded', delivery: 'sent' });
    expect(arrived(story, { told: written })).toEqual([]);
  });

  test('does so for a difference that is paid from home, and for one that is given back', () => {
    const { story, written } = onTheirWay();
    story.say({ kind: 'payment-received', ...story.head(DEADLINE + 1), payment: 9, upgradeOf: 3, checkedAtDoor: true });
    take(story, DEADLINE + MINUTE, 2);
    const paid = story.state().seq;
    giveBack(story, DEADLINE + 2 * MINUTE, 2);
    expect(arrived(story, { told: written })).toEqual(again(2, 3));
    expect(paid).toBeGreaterThan(written);
  });

  test('does not where the letter knew of it, was refused, or kept nothing of what it knew', () => {
    for (const said of [{ told: 'all' }, { told: 'before', failed: true }, {}] as const) {
      const { story, written } = onTheirWay();
      take(story, DEADLINE + MINUTE, 2);
      const told = 'told' in said ? { told: said.told === 'all' ? story.state().seq : written } : {};
      expect(arrived(story, { ...told, ...('failed' in said && { failed: true }) })).toEqual([]);
    }
  });

  test('a letter that knew of the payment alone is followed by one that tells of the money given back', () => {
    const { story } = onTheirWay();
    take(story, DEADLINE + MINUTE, 2);
    const told = story.state().seq;
    giveBack(story, DEADLINE + 2 * MINUTE, 2);
    expect(arrived(story, { told })).toEqual(again(2));
  });
});
