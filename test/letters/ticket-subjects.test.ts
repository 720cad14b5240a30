import type { OrderView, TicketView } from '../../src/domain/order-view';
import { MARINIERS, ORDER, withSeats } from '../people';
import { LETTERS, TICKETS } from './drawer';
import { plain, read } from './reading';

/** Several letters bring tickets of one order: each subject says which it is, and nothing that it did not say before. */
type L = 'fr' | 'en';
const ticket = (seat: number, release: number): TicketView => ({ ...ORDER.tickets[0]!, seat, number: 500 + seat, release });
const left = (...releases: readonly (readonly number[])[]): OrderView => ({
  ...ORDER,
  tickets: releases.flatMap((seats, index) => seats.map((seat) => ticket(seat, index + 1))),
});
const sent = (language: L, order: OrderView, release: number) =>
  plain(read(LETTERS.tickets(language, { order, about: { release } })).subject);
const again = (language: L, about: object, order: OrderView = ORDER) =>
  plain(read(LETTERS['tickets-again'](language, { order, about })).subject);

test.each([
  ['fr', 'Vos billets pour Le Phare', 'Vos billets des places 1 et 2 pour', 'Votre billet de la place 3 pour', '5 de vos 7 billets pour'],
  ['en', 'Your tickets for Le Phare', 'Your tickets 1 and 2 for', 'Your ticket 3 for', '5 of your 7 tickets for'],
] as const)('in %s: all of the order, some, one, many', (language, all, some, one, many) => {
  expect(sent(language, left([1, 2, 3, 4, 5]), 1)).toMatch(new RegExp(`^${all}`));
  const twice = left([1, 2], [3]);
  expect(sent(language, twice, 1)).toMatch(new RegExp(`^${some} Le Phare d’hiver`));
  expect(sent(language, twice, 2)).toMatch(new RegExp(`^${one} Le Phare d’hiver`));
  const [first] = ORDER.seats;
  const large = { ...left([1, 2, 3, 4, 5]), seats: [...ORDER.seats, { ...first!, no: 6 }, { ...first!, no: 7 }] };
  expect(sent(language, large, 1)).toMatch(new RegExp(`^${many} Le Phare d’hiver`));
});

test.each([
  ['fr', 'De nouveau, vos', 'À votre adresse corrigée, vos', 'Différence réglée, place 2 : vos', 'Différence rendue, place 2 : vos'],
  ['en', 'Once more, your', 'To your corrected address, your', 'Difference paid, ticket 2: your', 'Difference given back, ticket 2: your'],
] as const)('in %s: once more, and why', (language, asked, corrected, paid, back) => {
  const moved = { command: 'again-1', seats: [2] };
  expect(again(language, { command: 'again-1' })).toMatch(new RegExp(`^${asked} `));
  expect(again(language, { again: 'desk-1-tickets' })).toMatch(new RegExp(`^${corrected} `));
  expect(again(language, moved, withSeats(ORDER, { 2: { proof: 'upgraded' } }))).toMatch(new RegExp(`^${paid} `));
  expect(again(language, moved, withSeats(ORDER, { 2: { proof: 'check-at-door' } }))).toMatch(new RegExp(`^${back} `));
});

test('the copies for the venue’s files are told apart too, and none is too long', () => {
  const copy = (language: L, release: number) =>
    plain(
      read(
        LETTERS['venue-copy'](language, {
          order: left([1, 2], [3, 4, 5]),
          about: { copyOf: 'tickets', release },
          recipient: { address: MARINIERS.copyAddress },
          attachments: [TICKETS],
        }),
      ).subject,
    );
  expect(copy('fr', 1)).toMatch(/^Copie, billets 1 et 2 : Camille Roussel, commande 7K2M-4Q9T$/);
  expect(copy('en', 2)).toMatch(/^Copy, tickets 3, 4 and 5: Camille Roussel, order 7K2M-4Q9T$/);
});
