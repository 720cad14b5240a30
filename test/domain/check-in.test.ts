import { judgeCheckIn } from '../../src/domain/check-in';
import { readTicketUid } from '../../src/domain/ticket';

const TICKET = { performanceId: 4, admission: 'valid', proofToShow: false } as const;
const ASKED = { performanceId: 4, proofSeen: false };

test.each([
  ['a good ticket', TICKET, ASKED, 'admitted'],
  ['a ticket of another night', TICKET, { ...ASKED, performanceId: 5 }, 'other-performance'],
  ['one that was used', { ...TICKET, admission: 'used' }, ASKED, 'already-used'],
  ['one that was cancelled', { ...TICKET, admission: 'cancelled' }, ASKED, 'cancelled'],
  ['nothing of ours', undefined, ASKED, 'unknown'],
  ['one that owes a proof', { ...TICKET, proofToShow: true }, ASKED, 'proof-to-show'],
  ['one that owes a proof, which was seen', { ...TICKET, proofToShow: true }, { ...ASKED, proofSeen: true }, 'admitted'],
  ['a used one whose proof was seen', { ...TICKET, proofToShow: true, admission: 'used' }, { ...ASKED, proofSeen: true }, 'already-used'],
] as const)('%s', (_what, ticket, asked, verdict) => {
  expect(judgeCheckIn(ticket, asked)).toBe(verdict);
});

test.each([
  ['CM-7K2M-4Q9T-3', 'CM-7K2M-4Q9T-3'],
  [' cm-7k2m-4q9t-3 ', 'CM-7K2M-4Q9T-3'],
  ['7k2m4q9t 12', 'CM-7K2M-4Q9T-12'],
  ['CM 7K2M 4Q9T 3', 'CM-7K2M-4Q9T-3'],
  ['CM-7K2M-4Q9T-3-2', 'CM-7K2M-4Q9T-3-2'],
  ['CM-7KOM-4QIT-1', 'CM-7K0M-4Q1T-1'],
])('%s, typed, is ticket %s', (typed, uid) => {
  expect(readTicketUid(typed)).toBe(uid);
});

test.each(['', 'CM-7K2M-4Q9T', '7K2M', 'CM-7K2M-4Q9U-1', "' or 1=1 --"])('%j names no ticket', (typed) => {
  expect(readTicketUid(typed)).toBeUndefined();
});
