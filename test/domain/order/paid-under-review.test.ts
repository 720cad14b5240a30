import { HOUR } from '../../../src/domain/time';
import { MINUTE, THE_NEXT_DAY, codeOf, play } from './a-story';

/** A payment of the difference was begun while the proof was missing, and arrives when one is being checked. */
const LATER = THE_NEXT_DAY + HOUR;

function underReview(...seats: readonly number[]) {
  const story = play();
  story.deposit(THE_NEXT_DAY, ...seats);
  story.until(THE_NEXT_DAY + 30 * MINUTE);
  return story;
}

type Story = ReturnType<typeof play>;
const pay = (story: Story, change: { readonly underReview?: true } = { underReview: true }) =>
  story.say({ kind: 'payment-received', ...story.head(LATER), payment: 12, upgradeOf: 2, ...change });

test('the seat passes to the full tariff, and the others are still to be checked', () => {
  const story = underReview(2, 3);
  pay(story);
  expect(story.seat(2)).toMatchObject({ proof: 'upgraded', delivery: 'ready' });
  expect(story.seat(3)).toMatchObject({ proof: 'under-review', delivery: 'held' });
  expect(story.letters()).not.toContain('payment-refund');
  expect(story.state().review).toMatchObject({ no: 1 });
  expect(codeOf(() => story.approve(LATER + 1, 2))).toBe('not-allowed-now');
  story.say({ kind: 'decided', ...story.head(LATER + 2), answers: [{ seats: 'all', kind: 'approve' }], review: 1 });
  expect(story.seat(3)).toMatchObject({ proof: 'approved' });
});

test('where no other is to be checked, nobody is asked, nudged or asked anew', () => {
  const asked = underReview(2);
  pay(asked);
  expect(asked.state()).toMatchObject({ review: undefined, gatherUntil: undefined });
  const gathering = play();
  gathering.deposit(LATER, 2);
  expect(gathering.state().gatherUntil).toBeGreaterThan(LATER);
  pay(gathering);
  expect(gathering.state()).toMatchObject({ review: undefined, gatherUntil: undefined });
  expect(gathering.effects().filter(({ kind }) => kind === 'ask-reviewers')).toEqual([]);
});

test('a decision that was taken meanwhile stands, and the money goes back', () => {
  for (const decide of [(story: Story) => story.approve(LATER - 1, 2), (story: Story) => story.refuse(LATER - 1, 2)]) {
    const story = underReview(2, 3);
    decide(story);
    const { proof } = story.seat(2) ?? {};
    pay(story);
    expect(story.seat(2)?.proof).toBe(proof);
    expect(story.letters()).toContain('payment-refund');
  }
});

test('stories of an earlier release go on as they told it, and an order that was given up takes nothing', () => {
  const before = underReview(2, 3);
  pay(before, {});
  expect(before.seat(2)).toMatchObject({ proof: 'under-review' });
  expect(before.letters()).toContain('payment-refund');
  const cancelled = underReview(2, 3);
  cancelled.say({ kind: 'cancelled', ...cancelled.head(LATER - 1) });
  pay(cancelled);
  expect(cancelled.letters()).toContain('payment-refund');
});
