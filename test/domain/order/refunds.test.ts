import { HOUR } from '../../../src/domain/time';
import { play, PAID_AT } from './a-story';

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
    expect(() => story.say({ kind: 'refund-recorded', ...story.head(LATER), payment: 12 })).toThrow(refusedWith('refund-not-due'));
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
