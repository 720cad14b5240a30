import { HOUR } from '../../../src/domain/time';
import { DEFAULT_POLICY } from '../../../src/domain/venue-policy';
import { codeOf, MINUTE, play, THE_NEXT_DAY } from './a-story';

type Story = ReturnType<typeof play>;

/** As the workflow says it, once reviewers have been asked. */
function replace(story: Story, at: number, ...seats: number[]) {
  story.until(at);
  story.say({ kind: 'proof-deposited', ...story.head(at, { role: 'customer' }), seats, gathered: true });
}

const requests = (story: Story) => story.effects().filter(({ kind }) => kind === 'ask-reviewers');

/** All proofs are in, and the reviewers were asked once. */
function asked(): Story {
  const story = play();
  story.deposit(THE_NEXT_DAY, 2, 3);
  return story;
}

test('ten files that replace one another in a minute are one request more', () => {
  const story = asked();
  for (let file = 1; file <= 10; file += 1) replace(story, THE_NEXT_DAY + MINUTE + file * 2000, 2);
  expect(requests(story)).toHaveLength(1);
  story.until(THE_NEXT_DAY + HOUR);
  expect(requests(story)).toEqual([
    { kind: 'ask-reviewers', review: 1, supersedes: undefined, seats: [2, 3] },
    { kind: 'ask-reviewers', review: 2, supersedes: 1, seats: [2, 3] },
  ]);
});

test('meanwhile nobody accepts by the earlier letter what it did not show; the desk, which sees the new file, does', () => {
  const story = asked();
  replace(story, THE_NEXT_DAY + MINUTE, 2);
  const head = () => story.head(THE_NEXT_DAY + 2 * MINUTE);
  const approve = { seats: 'all', kind: 'approve' } as const;
  expect(codeOf(() => story.say({ kind: 'decided', ...head(), review: 1, answers: [approve] }))).toBe('review-superseded');
  story.say({ kind: 'decided', ...head(), answers: [approve] });
  expect([story.seat(2)?.proof, story.seat(3)?.proof]).toEqual(['approved', 'approved']);
  // taken back: whoever was asked knows the replaced file only
  story.undo(THE_NEXT_DAY + 3 * MINUTE);
  story.until(THE_NEXT_DAY + HOUR);
  expect(requests(story)).toHaveLength(2);
});

test('a refused proof that is sent again is asked about at once', () => {
  const sent = asked();
  sent.refuse(THE_NEXT_DAY + MINUTE, 2);
  sent.approve(THE_NEXT_DAY + 2 * MINUTE, 3);
  sent.until(THE_NEXT_DAY + HOUR);
  replace(sent, THE_NEXT_DAY + HOUR, 2);
  expect(requests(sent)).toHaveLength(2);
});

test('whatever the pause of the venue, an order asks six times an hour at most', () => {
  const hasty = play({ policy: { ...DEFAULT_POLICY, gatherMs: 0 } });
  hasty.deposit(THE_NEXT_DAY, 2, 3);
  for (let file = 1; file <= 30; file += 1) replace(hasty, THE_NEXT_DAY + file * MINUTE, 2);
  expect(requests(hasty)).toHaveLength(6);
  hasty.until(THE_NEXT_DAY + HOUR);
  expect(requests(hasty)).toHaveLength(7);
});

test('an answer is to the files that were shown, whether or not reviewers were asked; to leave a seat to the door judges none', () => {
  const story = play();
  const send = (at: number, file: string) =>
    story.say({ kind: 'proof-deposited', ...story.head(at, { role: 'customer' }), seats: [2], files: [file] });
  send(THE_NEXT_DAY, 'first');
  send(THE_NEXT_DAY + MINUTE, 'second');
  const answer = (kind: 'approve' | 'check-at-door', shown: readonly string[]) =>
    story.say({ kind: 'decided', ...story.head(THE_NEXT_DAY + 2 * MINUTE), answers: [{ seats: [2], kind }], shown });
  expect(codeOf(() => answer('approve', ['first']))).toBe('review-superseded');
  expect(requests(story)).toEqual([]);
  answer('approve', ['second', 'of another seat']);
  expect(story.seat(2)?.proof).toBe('approved');
  story.undo(THE_NEXT_DAY + 3 * MINUTE);
  answer('check-at-door', ['first']);
  expect(story.seat(2)?.proof).toBe('check-at-door');
});

test('an answer from before the first request is taken back: nobody is taken for asked, and the request leaves', () => {
  const story = play();
  story.deposit(THE_NEXT_DAY, 2);
  story.approve(THE_NEXT_DAY + MINUTE, 2);
  story.say({ kind: 'undone', ...story.head(THE_NEXT_DAY + 2 * MINUTE), gathered: true });
  expect(story.state()).toMatchObject({ review: undefined, gatherUntil: THE_NEXT_DAY + 12 * MINUTE });
  story.until(THE_NEXT_DAY + HOUR);
  expect(requests(story)).toEqual([{ kind: 'ask-reviewers', review: 1, supersedes: undefined, seats: [2] }]);
});
