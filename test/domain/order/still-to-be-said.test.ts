import type { UndeliveredLetter } from '../../../src/domain/order-view';
import { lostTickets, stillToBeSaid } from '../../../src/domain/order/still-to-be-said';
import { ORDER, withSeats } from '../../people';

const NOW = '2027-01-11T16:45:00.000Z';
const lost = (...letters: readonly UndeliveredLetter['letter'][]): readonly UndeliveredLetter[] =>
  letters.map((letter) => ({ letter, to: 'customer', how: 'refused' }));
const waiting = withSeats(ORDER, { 3: { proof: 'awaiting-proof' }, 4: { proof: 'refused' }, 5: { proof: 'approved' } });

test('what reached nobody is said again where it is still so', () => {
  const order = { ...waiting, undelivered: lost('refusal', 'more-info', 'confirmation', 'new-link', 'refusal') };
  expect(stillToBeSaid(order, NOW)).toEqual(['refusal', 'confirmation']);
});

test('what is to be proved is said once, and no more once its time is over', () => {
  const order = { ...waiting, undelivered: lost('reminder', 'confirmation') };
  expect(stillToBeSaid(order, NOW)).toEqual(['confirmation']);
  expect(stillToBeSaid({ ...order, undelivered: lost('reminder') }, NOW)).toEqual(['confirmation']);
  expect(stillToBeSaid(order, order.performance.startsAt)).toEqual([]);
});

test('what is to be proved is said at the new address, wherever the confirmation went', () => {
  expect(stillToBeSaid({ ...waiting, undelivered: undefined }, NOW)).toEqual(['confirmation']);
  const done = withSeats(ORDER, { 3: { proof: 'approved' }, 4: { proof: 'approved' }, 5: { proof: 'approved' } });
  expect(stillToBeSaid(done, NOW)).toEqual([]);
});

test('nothing else is said again to the venue, nor where all arrived', () => {
  const toVenue = lost('confirmation').map((letter) => ({ ...letter, to: 'venue' as const }));
  expect(stillToBeSaid({ ...waiting, undelivered: toVenue }, ORDER.performance.startsAt)).toEqual([]);
});

test('tickets that reached nobody are left to the story', () => {
  const order = { ...waiting, undelivered: lost('tickets') };
  expect([stillToBeSaid(order, NOW), lostTickets(order), lostTickets(waiting)]).toEqual([['confirmation'], true, false]);
});
