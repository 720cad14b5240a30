import type { SeatToJudge } from '../../../src/domain/decision/seen';
import { sortBySight } from '../../../src/domain/decision/seen';

const CARD: SeatToJudge = { seat: 1, files: [], health: false, shown: true };
const HEALTH: SeatToJudge = { seat: 2, files: [], health: true, shown: false };
const seats = [CARD, HEALTH];
const all = { seats: 'all', kind: 'approve' } as const;

test('« tout est en règle » accepts what was seen, and leaves the proof that only the desk shows', () => {
  expect(sortBySight([all], { seats, door: 'mail' })).toEqual({ answers: [{ ...all, seats: [1] }], unseen: [2] });
});

test('once it was opened, the answer is obeyed as it was given', () => {
  expect(sortBySight([all], { seats: [CARD, { ...HEALTH, shown: true }], door: 'mail' })).toEqual({ answers: [all], unseen: [] });
});

test.each(['mail', 'desk', 'api'] as const)('a proof of health that nobody was shown is decided by no door: %s', (door) => {
  for (const kind of ['approve', 'refuse', 'more-info'] as const) {
    expect(sortBySight([{ seats: [2], kind }], { seats, door })).toEqual({ answers: [], unseen: [2] });
  }
});

test('a file that is lost cannot be shown: it is asked for again, and never accepted', () => {
  const lost = [{ ...HEALTH, lost: true }];
  const again = { seats: [2], kind: 'more-info' } as const;
  expect(sortBySight([again], { seats: lost, door: 'desk' })).toEqual({ answers: [again], unseen: [] });
  expect(sortBySight([{ seats: [2], kind: 'approve' }], { seats: lost, door: 'desk' }).unseen).toEqual([2]);
});

test('to leave it to the door judges nothing', () => {
  const door = { seats: [2], kind: 'check-at-door' } as const;
  expect(sortBySight([door], { seats, door: 'mail' })).toEqual({ answers: [door], unseen: [] });
});

test('a proof that did not travel with the letter is not judged by a reply either; the desk has its own page for it', () => {
  const heavy = { seat: 1, files: [], health: false, shown: false };
  expect(sortBySight([all], { seats: [heavy], door: 'mail' }).unseen).toEqual([1]);
  expect(sortBySight([all], { seats: [heavy], door: 'desk' }).unseen).toEqual([]);
});

test('of several answers each keeps the seats that were seen; a seat that waits for nobody is the story’s to judge', () => {
  const answers = [{ seats: [1], kind: 'refuse', reason: 'unreadable' }, { seats: [2, 5], kind: 'approve' }] as const; // prettier-ignore
  expect(sortBySight(answers, { seats, door: 'mail' })).toEqual({ answers: [answers[0], { seats: [5], kind: 'approve' }], unseen: [2] });
});
