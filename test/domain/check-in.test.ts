import { entriesFrom, entryTime, judgeCheckIn } from '../../src/domain/check-in';
import { readPrintedTicket } from '../../src/domain/ticket';
import { TYPED_IDENTIFIERS, TYPED_NUMBERS, TYPED_OTHERWISE } from '../typed-tickets';

const TICKET = { performanceId: 4, admission: 'valid', proofToShow: false, from: entriesFrom('2027-01-16T18:00:00.000Z') } as const;
const ASKED = { performanceId: 4, proofSeen: false, signed: true, typed: false, at: '2027-01-16T18:40:00.000Z' };

test.each([
  ['a good ticket', TICKET, ASKED, 'admitted'],
  ['a ticket of another night', TICKET, { ...ASKED, performanceId: 5 }, 'other-performance'],
  ['one that was used', { ...TICKET, admission: 'used' }, ASKED, 'already-used'],
  ['one that was cancelled', { ...TICKET, admission: 'cancelled' }, ASKED, 'cancelled'],
  ['nothing of ours', undefined, ASKED, 'unknown'],
  ['one that owes a proof', { ...TICKET, proofToShow: true }, ASKED, 'proof-to-show'],
  ['one that owes a proof, which was seen', { ...TICKET, proofToShow: true }, { ...ASKED, proofSeen: true }, 'admitted'],
  ['a number alone, which a scanner may have read', TICKET, { ...ASKED, signed: false }, 'number-to-confirm'],
  ['a number that a person typed', TICKET, { ...ASKED, signed: false, typed: true }, 'admitted'],
  ['a typed one that owes a proof', { ...TICKET, proofToShow: true }, { ...ASKED, signed: false, typed: true }, 'proof-to-show'],
  ['the number of a cancelled one', { ...TICKET, admission: 'cancelled' }, { ...ASKED, signed: false }, 'cancelled'],
  ['one of weeks later', TICKET, { ...ASKED, at: '2026-12-01T10:00:00.000Z' }, 'too-early'],
  ['one whose doors open in two hours and a moment', TICKET, { ...ASKED, at: '2027-01-16T15:59:59.999Z' }, 'too-early'],
  ['one whose doors open in two hours', TICKET, { ...ASKED, at: '2027-01-16T16:00:00.000Z' }, 'admitted'],
  ['a number of weeks later', TICKET, { ...ASKED, signed: false, at: '2026-12-01T10:00:00.000Z' }, 'too-early'],
  ['a cancelled one of weeks later', { ...TICKET, admission: 'cancelled' }, { ...ASKED, at: '2026-12-01T10:00:00.000Z' }, 'cancelled'],
  ['a used one whose proof was seen', { ...TICKET, proofToShow: true, admission: 'used' }, { ...ASKED, proofSeen: true }, 'already-used'],
] as const)('%s', (_what, ticket, asked, verdict) => {
  expect(judgeCheckIn(ticket, asked)).toBe(verdict);
});

test.each(TYPED_IDENTIFIERS)('%j, typed, is ticket %s', (typed, uid) => {
  expect(readPrintedTicket(typed)).toEqual({ uid });
});

test.each(TYPED_NUMBERS)('%j, typed, is ticket number %i', (typed, number) => {
  expect(readPrintedTicket(typed)).toEqual({ number });
});

test.each(TYPED_OTHERWISE)('%j names no ticket', (typed) => {
  expect(readPrintedTicket(typed)).toBeUndefined();
});

test.each([
  ['in the evening', '2027-01-16T19:05:00Z', undefined, '2027-01-16T19:05:00Z'],
  ['well before the doors', '2027-01-16T15:59:00.000Z', undefined, 'now'],
  ['in 2020', '2020-01-01T00:00:00.000Z', undefined, 'now'],
  ['ahead of us', '2027-01-16T20:30:01.000Z', undefined, 'now'],
  ['before its own list was taken', '2027-01-16T18:40:00.000Z', '2027-01-16T18:45:00.000Z', 'now'],
  ['after its list was taken', '2027-01-16T18:50:00.000Z', '2027-01-16T18:45:00.000Z', '2027-01-16T18:50:00.000Z'],
])('a device that was on its own and says it was %s', (_when, offlineAt, listAt, believed) => {
  expect(entryTime({ offlineAt, listAt }, { doorsAt: '2027-01-16T18:00:00.000Z', now: '2027-01-16T20:30:00.000Z' })).toBe(
    believed === 'now' ? '2027-01-16T20:30:00.000Z' : believed,
  );
});
