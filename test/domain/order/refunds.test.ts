import { summary } from '../../../src/domain/order/summary';
import { nextTimer } from '../../../src/domain/order/timers';
import { HOUR } from '../../../src/domain/time';
import { PAID, PAID_AT, play } from './a-story';

const LATER = PAID_AT + HOUR;

function refusedWith(code: string) {
  return expect.objectContaining({ code });
}

describe('a payment too many', () => {
  test('is given back once, and no other payment in its name', () => {
    const story = play();
    story.say({ kind: 'payment-received', ...story.head(LATER), payment: 12 });
    expect(() => story.say({ kind: 'refund-recorded', ...story.head(LATER), payment: 13 })).toThrow(refusedWith('refund-not-due'));
    story.say({ kind: 'refund-recorded', ...story.head(LATER), payment: 12 });
    expect(story.effects()).toContainEqual({ kind: 'refund-done', payment: 12 });
    expect(() => story.say({ kind: 'refund-recorded', ...story.head(LATER), payment: 12 })).toThrow(refusedWith('already-refunded'));
    expect(story.state().payment).toBe('paid');
  });

  test('does not make the refund of the order due', () => {
    const story = play();
    story.say({ kind: 'payment-received', ...story.head(LATER), payment: 12 });
    expect(() => story.say({ kind: 'refund-recorded', ...story.head(LATER) })).toThrow(refusedWith('refund-not-due'));
  });
});

describe('the seats of an order', () => {
  test('are refunded by name, and an order that is given up only once', () => {
    const story = play();
    story.say({ kind: 'cancelled', ...story.head(LATER) });
    expect(() => story.say({ kind: 'cancelled', ...story.head(LATER) })).toThrow(refusedWith('already-cancelled'));
    story.say({ kind: 'refund-recorded', ...story.head(LATER) });
    expect(story.effects()).toContainEqual({ kind: 'refund-done', seats: [1, 2, 3] });
    expect(() => story.say({ kind: 'refund-recorded', ...story.head(LATER) })).toThrow(refusedWith('already-refunded'));
  });

  test('cannot be answered for by a review that was never opened', () => {
    const story = play();
    story.deposit(LATER, 2, 3);
    const answers = [{ seats: [2], kind: 'approve' }] as const;
    expect(() => story.say({ kind: 'decided', ...story.head(LATER), answers, review: 9 })).toThrow(refusedWith('review-not-found'));
  });
});

describe('an order of nothing', () => {
  test('that is given up owes nobody anything', () => {
    const story = play({ free: true });
    story.say({ kind: 'cancelled', ...story.head(LATER) });
    expect(story.state()).toMatchObject({ payment: 'paid', cancelled: true });
    expect(story.letters()).not.toContain('refund-to-do');
    expect(story.effects()).toContainEqual({ kind: 'give-seats-back', seats: [1, 2, 3] });
    expect(() => story.say({ kind: 'refund-recorded', ...story.head(LATER) })).toThrow(refusedWith('already-cancelled'));
  });

  test('whose difference was settled is no longer free', () => {
    const story = play({ free: true });
    story.say({ kind: 'payment-received', ...story.head(LATER), payment: 12, upgradeOf: 2 });
    story.say({ kind: 'cancelled', ...story.head(LATER) });
    expect(story.state().payment).toBe('refund-due');
  });
});

describe('a seat of nothing in an order that was paid', () => {
  const seats = [
    { no: 1, needsProof: false },
    { no: 2, needsProof: true, free: true },
    { no: 3, needsProof: true },
  ];
  const refund = { ...PAID.policy, deadlineOutcome: 'refund' } as const;

  test('goes back without anything being owed: nobody is asked to give back 0,00 €', () => {
    const story = play({ seats, policy: refund });
    story.deposit(PAID_AT + HOUR, 3);
    story.say({ kind: 'timer', timer: 'gather', at: PAID_AT + 2 * HOUR });
    story.approve(PAID_AT + 3 * HOUR, 3);
    story.say({ kind: 'timer', timer: 'settle', at: PAID_AT + 4 * HOUR });
    story.say({ kind: 'timer', timer: 'deadline', at: story.state().deadlineAt });
    expect(story.seat(2)).toMatchObject({ proof: 'refunded', delivery: 'void' });
    expect(story.state()).toMatchObject({ payment: 'paid', owed: { seats: [] } });
    expect(story.letters()).not.toContain('refund-to-do');
    expect(story.letters()).toContain('deadline');
  });

  test('is not among those whose money is owed when all are cancelled', () => {
    const story = play({ seats });
    story.say({ kind: 'cancelled', ...story.head(PAID_AT + HOUR) });
    expect(story.state()).toMatchObject({ payment: 'refund-due', owed: { seats: [1, 3] } });
  });

  test('is paid like any other once its difference was settled', () => {
    const story = play({ seats });
    story.say({ kind: 'payment-received', ...story.head(LATER), payment: 2, upgradeOf: 2 });
    story.say({ kind: 'cancelled', ...story.head(PAID_AT + 2 * HOUR) });
    expect(story.state()).toMatchObject({ owed: { seats: [1, 2, 3] } });
  });
});

test('an order whose every seat went back at the deadline is not « released »', () => {
  const seats = [{ no: 1, needsProof: true }];
  const story = play({ seats, policy: { ...PAID.policy, deadlineOutcome: 'refund' } });
  story.say({ kind: 'timer', timer: 'deadline', at: story.state().deadlineAt });
  expect(summary(story.state())).toMatchObject({ status: 'refund-due' });
  story.say({ kind: 'refund-recorded', ...story.head(story.state().deadlineAt + HOUR) });
  expect(summary(story.state())).toMatchObject({ status: 'refunded' });
  expect(nextTimer(story.state())).toMatchObject({ kind: 'over' });
});
