import { allDeletedBy, deletedAtLast, deletedBy } from '../../src/domain/proof-deletion';
import type { OrderView, ProofView } from '../../src/domain/order-view';
import { ORDER, withSeats } from '../people';

/** Camille's performance is on 16 January: what nobody decides goes a week later. */
const [, lea] = ORDER.proofs;
if (!lea) throw new Error('Léa has sent a proof.');

const by = (order: OrderView, proof: ProofView) => deletedBy(order, proof)?.slice(0, 10);

test.each([
  ['under review, as the record has it', ORDER, { purgeAfter: '2027-01-23T19:30:00.000Z' }, '2027-01-23'],
  ['decided: the record knows', ORDER, { purgeAfter: '2027-01-19T12:00:00.000Z' }, '2027-01-19'],
  [
    'decided, and the answer may still be taken back',
    withSeats(ORDER, { 3: { settling: true } }),
    { purgeAfter: '2027-01-11T12:00:00.000Z' },
    '2027-01-23',
  ],
  [
    'received long before: the hard cap',
    withSeats(ORDER, { 3: { settling: true } }),
    { receivedAt: '2026-10-20T10:00:00.000Z' },
    '2027-01-18',
  ],
  ['at midnight: the day on which the sweep has passed', ORDER, { purgeAfter: '2027-01-19T22:59:30.000Z' }, '2027-01-19'],
  ['deleted already', ORDER, { purgedAt: '2027-01-12T10:00:00.000Z' }, undefined],
] as const)('a file %s', (_, order, told, day) => {
  expect(by(order, { ...lea, ...told })).toBe(day);
});

test('of several, the last; of those to come, the last that may be', () => {
  const files = ORDER.proofs.map((proof, index) => ({ ...proof, purgeAfter: `2027-01-1${index + 2}T12:00:00.000Z` }));
  expect(allDeletedBy(ORDER, files)?.slice(0, 10)).toBe('2027-01-14');
  expect(allDeletedBy(ORDER, [])).toBeUndefined();
  expect(deletedAtLast(ORDER).slice(0, 10)).toBe('2027-01-23');
});
