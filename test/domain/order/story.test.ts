import { DAY, HOUR } from '../../../src/domain/time';
import { isOver } from '../../../src/domain/order/timers';
import { summary } from '../../../src/domain/order/summary';
import { DEFAULT_POLICY } from '../../../src/domain/venue-policy';
import { BILLETTERIE, codeOf, MINUTE, PAID, PERFORMANCE_AT, play, THE_NEXT_DAY } from './a-story';

describe('an order with nothing to prove', () => {
  test('lets its tickets out at once and waits for the performance', () => {
    const story = play({ seats: [{ no: 1, needsProof: false }] });
    expect(story.released()).toEqual([[1]]);
    expect(story.letters()).toEqual(['tickets', 'venue-copy']);
    expect(summary(story.state())).toEqual({ status: 'released', waitsFor: 'performance' });
    story.until(PERFORMANCE_AT + DAY);
    expect(isOver(story.state())).toBe(true);
  });
});

describe('a reduced order', () => {
  test('is confirmed, and nothing leaves before a proof is accepted', () => {
    const story = play();
    expect(story.letters()).toEqual(['confirmation', 'venue-copy']);
    expect(story.released()).toEqual([]);
    expect(summary(story.state())).toEqual({ status: 'awaiting-proof', waitsFor: 'spectator' });
  });

  test('asks the reviewers at once when every proof has come, else after the gathering', () => {
    const both = play();
    both.deposit(THE_NEXT_DAY, 2, 3);
    expect(both.effects()).toContainEqual({ kind: 'ask-reviewers', review: 1, supersedes: undefined, seats: [2, 3] });

    const one = play();
    one.deposit(THE_NEXT_DAY, 2);
    expect(one.effects().some((effect) => effect.kind === 'ask-reviewers')).toBe(false);
    one.until(THE_NEXT_DAY + 10 * MINUTE);
    expect(one.effects()).toContainEqual({ kind: 'ask-reviewers', review: 1, supersedes: undefined, seats: [2] });
  });

  test('lets the full-price seat leave with the first release, after the undo window', () => {
    const story = play();
    story.deposit(THE_NEXT_DAY, 2, 3);
    story.approve(THE_NEXT_DAY + HOUR, 2);
    story.until(THE_NEXT_DAY + HOUR + 9 * MINUTE);
    expect(story.released()).toEqual([]);
    story.until(THE_NEXT_DAY + HOUR + 10 * MINUTE);
    expect(story.released()).toEqual([[1, 2]]);
    expect(story.seat(3)).toMatchObject({ proof: 'under-review', delivery: 'held' });
  });

  test('the venue may let full-price seats leave at payment', () => {
    const story = play({ policy: { ...DEFAULT_POLICY, fullPriceAtOnce: true } });
    expect(story.released()).toEqual([[1]]);
  });

  test('« OK » speaks of the seats still under review, and of no other', () => {
    const story = play();
    story.deposit(THE_NEXT_DAY, 2, 3);
    story.refuse(THE_NEXT_DAY + MINUTE, 2);
    story.say({ kind: 'decided', ...story.head(THE_NEXT_DAY + 2 * MINUTE), answers: [{ seats: 'all', kind: 'approve' }] });
    expect([story.seat(2)?.proof, story.seat(3)?.proof]).toEqual(['refused', 'approved']);
  });

  test('the first of two reviewers wins; the other hears which seats were late', () => {
    const story = play();
    story.deposit(THE_NEXT_DAY, 2, 3);
    story.approve(THE_NEXT_DAY + MINUTE, 2);
    const second = { ...story.head(THE_NEXT_DAY + MINUTE, { role: 'customer' }), by: BILLETTERIE };
    const outcome = story.say({ kind: 'decided', ...second, answers: [{ seats: [2, 3], kind: 'refuse', reason: 'unreadable' }] });
    expect(outcome.late).toEqual([2]);
    expect([story.seat(2)?.proof, story.seat(3)?.proof]).toEqual(['approved', 'refused']);
    expect(codeOf(() => story.refuse(THE_NEXT_DAY + 2 * MINUTE, 2))).toBe('already-decided');
  });

  test('an undo inside the window takes everything back; after it there is nothing to take back', () => {
    const story = play();
    story.deposit(THE_NEXT_DAY, 2, 3);
    story.approve(THE_NEXT_DAY, 2, 3);
    story.undo(THE_NEXT_DAY + 5 * MINUTE);
    expect(story.seat(2)?.proof).toBe('under-review');
    story.until(THE_NEXT_DAY + HOUR);
    expect(story.released()).toEqual([]);
    story.approve(THE_NEXT_DAY + HOUR, 2, 3);
    story.until(THE_NEXT_DAY + 2 * HOUR);
    expect(story.released()).toEqual([[1, 2, 3]]);
    expect(codeOf(() => story.undo(THE_NEXT_DAY + 2 * HOUR))).toBe('nothing-to-undo');
  });

  test('a reviewer takes back their own decision, never a colleague’s', () => {
    const story = play();
    story.deposit(THE_NEXT_DAY, 2, 3);
    story.approve(THE_NEXT_DAY, 2);
    const karim = { ...story.head(THE_NEXT_DAY + MINUTE), by: BILLETTERIE };
    expect(codeOf(() => story.say({ kind: 'undone', ...karim }))).toBe('nothing-to-undo');
    story.say({ kind: 'decided', ...karim, answers: [{ seats: [3], kind: 'approve' }] });
    story.undo(THE_NEXT_DAY + 2 * MINUTE);
    expect([story.seat(2)?.proof, story.seat(3)?.proof]).toEqual(['under-review', 'approved']);
  });

  test('of two decisions the first is taken back by its name, once; the second leaves', () => {
    const story = play();
    story.deposit(THE_NEXT_DAY, 2, 3);
    const first = story.head(THE_NEXT_DAY);
    story.say({ kind: 'decided', ...first, answers: [{ seats: [2], kind: 'refuse', reason: 'unreadable' }] });
    story.approve(THE_NEXT_DAY + MINUTE, 3);
    const back = () => story.say({ kind: 'undone', ...story.head(THE_NEXT_DAY + 2 * MINUTE), decision: first.command });
    expect(back().effects).toContainEqual({ kind: 'take-back-decision', command: first.command, seats: [2] });
    expect([story.seat(2)?.proof, story.seat(3)?.proof]).toEqual(['under-review', 'approved']);
    expect(codeOf(back)).toBe('nothing-to-undo');
    story.until(THE_NEXT_DAY + HOUR);
    expect(story.seat(3)?.delivery).not.toBe('void');
    expect(story.seat(2)?.proof).toBe('under-review');
  });

  test('a refusal is told after the window, and another proof opens another review', () => {
    const story = play();
    story.deposit(THE_NEXT_DAY, 2, 3);
    story.refuse(THE_NEXT_DAY, 2, 3);
    expect(story.letters()).not.toContain('refusal');
    story.until(THE_NEXT_DAY + 10 * MINUTE);
    expect(story.letters()).toContain('refusal');
    story.deposit(THE_NEXT_DAY + HOUR, 2, 3);
    expect(story.state().review?.no).toBe(2);
  });

  test('a replaced proof makes the answer to the earlier request void', () => {
    const story = play();
    story.deposit(THE_NEXT_DAY, 2, 3);
    story.deposit(THE_NEXT_DAY + HOUR, 3);
    const late = () =>
      story.say({ kind: 'decided', ...story.head(THE_NEXT_DAY + 2 * HOUR), review: 1, answers: [{ seats: 'all', kind: 'approve' }] });
    expect(codeOf(late)).toBe('review-superseded');
  });

  test('one answer that says two things of a seat, or names none of ours, is refused whole', () => {
    const story = play();
    story.deposit(THE_NEXT_DAY, 2, 3);
    const answers = [
      { seats: [2], kind: 'approve' },
      { seats: [2], kind: 'refuse', reason: 'unreadable' },
    ] as const;
    expect(codeOf(() => story.say({ kind: 'decided', ...story.head(THE_NEXT_DAY), answers }))).toBe('input-invalid');
    expect(codeOf(() => story.approve(THE_NEXT_DAY, 7))).toBe('seat-not-found');
    expect(story.seat(2)?.proof).toBe('under-review');
  });

  test('a command sent twice is obeyed once', () => {
    const story = play();
    const event = { kind: 'proof-deposited', ...story.head(THE_NEXT_DAY), seats: [2, 3] } as const;
    story.say(event);
    const { seq } = story.state();
    expect(story.say(event).effects).toEqual([]);
    expect(story.state().seq).toBe(seq);
  });

  test('a companion is approved with, and not before, the person accompanied', () => {
    const story = play({
      seats: [
        { no: 1, needsProof: true, companionship: 'holder' },
        { no: 2, needsProof: true, companionship: 'companion' },
      ],
    });
    story.deposit(THE_NEXT_DAY, 1, 2);
    expect(codeOf(() => story.approve(THE_NEXT_DAY, 2))).toBe('companion-without-holder');
    story.approve(THE_NEXT_DAY, 1, 2);
    expect(story.seat(2)?.proof).toBe('approved');
  });

  test('a companion goes to the door with the person accompanied, also where customers do not choose it', () => {
    const story = play({
      policy: { ...PAID.policy, doorAllowed: false },
      seats: [
        { no: 1, needsProof: true, companionship: 'holder' },
        { no: 2, needsProof: true, companionship: 'companion' },
      ],
    });
    const choose = () => story.say({ kind: 'door-chosen', ...story.head(THE_NEXT_DAY, { role: 'customer' }), seats: [2] });
    expect(codeOf(choose)).toBe('not-allowed-now');
    story.say({ kind: 'decided', ...story.head(THE_NEXT_DAY), answers: [{ seats: [1], kind: 'check-at-door' }] });
    choose();
    expect(story.seat(2)?.proof).toBe('check-at-door');
  });

  test.each([
    ['paid up', (story: ReturnType<typeof play>) => story.say({ kind: 'payment-received', ...story.head(THE_NEXT_DAY), payment: 9, upgradeOf: 1 }), 'lost'], // prettier-ignore
    ['left to the door', (story: ReturnType<typeof play>) => story.say({ kind: 'door-chosen', ...story.head(THE_NEXT_DAY, { role: 'customer' }), seats: [1] }), 'lost'], // prettier-ignore
    ['still awaited', () => undefined, 'waits'],
  ])('a companion whose person accompanied is %s is refused so, and may be left to the door', (_how, before, holder) => {
    const story = play({
      seats: [
        { no: 1, needsProof: true, companionship: 'holder' },
        { no: 2, needsProof: true, companionship: 'companion' },
      ],
    });
    before(story);
    story.deposit(THE_NEXT_DAY, 2);
    const detail = { seat: 2, holder };
    expect(() => story.approve(THE_NEXT_DAY, 2)).toThrow(expect.objectContaining({ code: 'companion-without-holder', detail }));
    story.say({ kind: 'decided', ...story.head(THE_NEXT_DAY), answers: [{ seats: [2], kind: 'check-at-door' }] });
    expect(story.seat(2)?.proof).toBe('check-at-door');
  });
});

test.each([
  [undefined, { command: expect.any(String) }],
  [true, { again: expect.any(String) }],
] as const)('tickets leave again because somebody asked, or because the address was corrected (%s)', (addressCorrected, about) => {
  const story = play({ seats: [{ no: 1, needsProof: false }] });
  story.say({ kind: 'dispatched', at: THE_NEXT_DAY, release: 1 });
  const { effects } = story.say({ kind: 'tickets-asked-again', ...story.head(THE_NEXT_DAY), addressCorrected });
  expect(effects).toEqual([{ kind: 'letter', letter: { kind: 'tickets-again', order: '7K2M-4Q9T', about } }]);
});
