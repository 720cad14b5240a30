import { DAY, HOUR } from '../../../src/domain/time';
import { isOver } from '../../../src/domain/order/timers';
import { DEFAULT_POLICY } from '../../../src/domain/venue-policy';
import { codeOf, MINUTE, PAID, PAID_AT, PERFORMANCE_AT, play, THE_NEXT_DAY } from './a-story';

const DEADLINE = PERFORMANCE_AT - DAY;

describe('time', () => {
  test('reminds after one day and three, then a week and two days before the performance', () => {
    const story = play({ paidAt: PERFORMANCE_AT - 30 * DAY });
    story.until(PERFORMANCE_AT - DAY - MINUTE);
    expect(story.letters().filter((kind) => kind === 'reminder')).toHaveLength(4);
  });

  test('at the deadline an unproved seat goes to the door, with its ticket and the full-price one', () => {
    const story = play();
    story.until(DEADLINE);
    expect(story.released()).toEqual([[1, 2, 3]]);
    expect(story.effects()).toContainEqual({ kind: 'release', release: 1, seats: [1, 2, 3], atDoor: [2, 3] });
  });

  test('where the venue refunds, only the unproved seats are given back; a seat under review goes to the door', () => {
    const story = play({ policy: { ...DEFAULT_POLICY, deadlineOutcome: 'refund', gatherMs: 0 } });
    story.deposit(DEADLINE - HOUR, 3);
    story.until(DEADLINE);
    expect(story.seat(2)).toMatchObject({ proof: 'refunded', delivery: 'void' });
    expect(story.seat(3)).toMatchObject({ proof: 'check-at-door', delivery: 'ready' });
    expect(story.state().payment).toBe('refund-due');
    expect(story.letters()).toContain('deadline');
    story.say({ kind: 'refund-recorded', ...story.head(DEADLINE + HOUR) });
    expect(story.state().payment).toBe('paid');
  });

  test('where the full price is offered, it stands until two hours before, then the door', () => {
    const story = play({ policy: { ...DEFAULT_POLICY, deadlineOutcome: 'full-price-then-door' } });
    story.until(DEADLINE);
    expect(story.seat(2)?.proof).toBe('expired');
    story.say({ kind: 'payment-received', ...story.head(DEADLINE + HOUR), payment: 12, upgradeOf: 2 });
    expect(story.seat(2)).toMatchObject({ proof: 'upgraded', delivery: 'ready' });
    story.until(PERFORMANCE_AT - 2 * HOUR);
    expect(story.seat(3)).toMatchObject({ proof: 'check-at-door', delivery: 'ready' });
  });

  test('a decision at the very deadline keeps its window, and then the outcome applies', () => {
    const story = play();
    story.deposit(THE_NEXT_DAY, 2, 3);
    story.say({
      kind: 'decided',
      ...story.head(DEADLINE - 1),
      answers: [
        { seats: [2], kind: 'approve' },
        { seats: [3], kind: 'refuse', reason: 'unreadable' },
      ],
    });
    story.until(DEADLINE);
    expect(story.seat(3)).toMatchObject({ proof: 'refused', delivery: 'held' });
    story.until(DEADLINE + 10 * MINUTE);
    expect(story.seat(2)).toMatchObject({ proof: 'approved', delivery: 'ready' });
    expect(story.seat(3)).toMatchObject({ proof: 'check-at-door', delivery: 'ready' });
  });

  test('a proof after the deadline comes too late', () => {
    const story = play();
    story.until(DEADLINE);
    expect(codeOf(() => story.deposit(DEADLINE + 1, 2))).toBe('not-allowed-now');
  });

  test('paid too close to the performance, everything goes to the door at once', () => {
    const story = play({ paidAt: PERFORMANCE_AT - HOUR });
    expect(story.effects()).toContainEqual({ kind: 'release', release: 1, seats: [1, 2, 3], atDoor: [2, 3] });
  });

  test('reviewers who do not answer are nudged, then the venue is alerted', () => {
    const story = play();
    story.deposit(THE_NEXT_DAY, 2, 3);
    story.until(DEADLINE - 1);
    expect(story.effects()).toContainEqual({ kind: 'nudge-reviewers', review: 1 });
    expect(story.letters()).toContain('escalation');
  });
});

describe('money', () => {
  test('a payment too many is owed, and changes no seat', () => {
    const story = play();
    const before = story.state().seats;
    story.say({ kind: 'payment-received', ...story.head(THE_NEXT_DAY), payment: 12 });
    expect(story.state().seats).toEqual(before);
    expect(story.effects()).toContainEqual({ kind: 'refund-due', seats: [], payment: 12 });
    expect(story.letters()).toContain('payment-refund');
  });

  test('a payment whose seats were sold is owed, and nothing of it may leave', () => {
    const story = play({ payment: 'refund-due' });
    expect(story.letters()).toEqual(['order-refund', 'refund-to-do']);
    expect(codeOf(() => story.deposit(THE_NEXT_DAY, 2))).toBe('not-allowed-now');
    story.say({ kind: 'refund-recorded', ...story.head(THE_NEXT_DAY) });
    expect(isOver(story.state())).toBe(true);
  });

  test.each(['awaiting-proof', 'under-review', 'settling', 'released', 'refused'])('an order can be cancelled when it is %s', (when) => {
    const story = play();
    if (when !== 'awaiting-proof') story.deposit(THE_NEXT_DAY, 2, 3);
    if (when === 'settling' || when === 'released') story.approve(THE_NEXT_DAY, 2, 3);
    if (when === 'refused') story.refuse(THE_NEXT_DAY, 2, 3);
    if (when === 'released') story.until(THE_NEXT_DAY + 10 * MINUTE);
    story.say({ kind: 'cancelled', ...story.head(THE_NEXT_DAY + HOUR) });
    expect(story.state().seats.map((seat) => seat.delivery)).toEqual(['void', 'void', 'void']);
    expect(story.effects()).toContainEqual({ kind: 'give-seats-back', seats: [1, 2, 3] });
    const releases = story.released().length;
    story.until(PERFORMANCE_AT + 60 * DAY);
    expect(story.released()).toHaveLength(releases);
    expect(isOver(story.state())).toBe(true);
  });

  test('a revoked approval cancels the ticket and may still go to the door', () => {
    const story = play();
    story.deposit(THE_NEXT_DAY, 2, 3);
    story.approve(THE_NEXT_DAY, 2, 3);
    story.until(THE_NEXT_DAY + HOUR);
    story.say({ kind: 'revoked', ...story.head(THE_NEXT_DAY + 2 * HOUR), seat: 2, reason: 'suspected-forgery' });
    expect(story.seat(2)).toMatchObject({ proof: 'refused-final', delivery: 'held' });
    expect(story.effects()).toContainEqual({ kind: 'void', seats: [2] });
    story.until(PAID.overAt);
    expect(story.seat(2)?.proof).toBe('check-at-door');
  });

  test('the day of payment does not matter to an order that was cancelled before', () => {
    expect(
      codeOf(() => {
        const story = play();
        story.say({ kind: 'cancelled', ...story.head(PAID_AT + HOUR) });
        story.say({ kind: 'cancelled', ...story.head(PAID_AT + 2 * HOUR) });
      }),
    ).toBe('already-cancelled');
  });
});
