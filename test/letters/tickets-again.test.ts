import type { OrderView } from '../../src/domain/order-view';
import { ticketsToSendAgain } from '../../src/domain/order/given-up';
import { ORDER, withSeats } from '../people';
import { LETTERS } from './drawer';
import { plain, read } from './reading';

/** Two tickets of order 7K2M-4Q9T have left: those of the places 1 and 2. */
const told = (order: OrderView, seats?: readonly number[], language: 'fr' | 'en' = 'fr') =>
  plain(read(LETTERS['tickets-again'](language, { order, about: { command: 'again-1', ...(seats && { seats }) } })).text);
const used = (...seats: readonly number[]): OrderView => ({
  ...ORDER,
  tickets: ORDER.tickets.map((ticket) => (seats.includes(ticket.seat) ? { ...ticket, admission: 'used' } : ticket)),
});

it('tickets that somebody asked for again are the same as before', () => {
  expect(told(ORDER)).toContain('vos deux billets sont joints à ce message. Ce sont les mêmes que la première fois');
});

it.each([
  [
    'fr',
    'Votre adresse e-mail a été corrigée, et nos billets n’étaient pas arrivés à la précédente : vos deux billets sont joints',
    'demandé',
  ],
  ['en', 'Your e-mail address was corrected, and our tickets had not reached the one before: your two tickets are attached', 'asked'],
] as const)('in %s, after the address was put right nobody is told to have asked', (language, says, not) => {
  const said = plain(read(LETTERS['tickets-again'](language, { order: ORDER, about: { again: 'desk-1-tickets' } })).text);
  expect(said).toContain(says);
  expect(said).not.toContain(not);
});

it.each([
  [
    'fr',
    'upgraded',
    'est réglée',
    'le billet de cette place porte maintenant un autre tarif et un autre prix',
    'les mêmes que la première fois',
  ],
  ['fr', 'check-at-door', 'vous a été rendue', 'le billet de cette place porte maintenant un autre tarif et un autre prix', 'les mêmes'],
  [
    'en',
    'check-at-door',
    'was given back to you',
    'the ticket of that seat now bears another tariff and another price',
    'the same as before',
  ],
] as const)('in %s, a difference moved (%s): the ticket keeps its number, and is not said to be the same', (language, proof, ...says) => {
  const [moved, anew, same] = says;
  const said = told(withSeats(ORDER, { 2: { proof } }), [2], language);
  expect(said).toContain(moved);
  expect(said).toContain(anew);
  expect(said).not.toContain(same);
});

it('a ticket that was used does not leave again, in the letter as in the document', () => {
  expect(told(used(1))).toContain('votre billet est joint à ce message');
  expect(told(used(1))).not.toContain('Place 1 :');
  expect(ticketsToSendAgain(used(1)).map(({ seat }) => seat)).toEqual([2]);
});

it('where all were used, all are sent to whoever asks for them', () => {
  expect(told(used(1, 2))).toContain('vos deux billets sont joints');
  expect(ticketsToSendAgain(used(1, 2)).map(({ seat }) => seat)).toEqual([1, 2]);
});
