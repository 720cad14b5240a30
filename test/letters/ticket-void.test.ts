import type { SeatView } from '../../src/domain/order-view';
import type { DecisionFacts } from '../../src/ports/mail/letters';
import { ORDER, withSeats } from '../people';
import { LETTERS } from './drawer';
import { plain, read } from './reading';

const told = (language: 'fr' | 'en', seat: Partial<SeatView>) =>
  read(LETTERS['ticket-void'](language, { order: withSeats(ORDER, { 3: seat }) }));

test.each([
  [
    'fr',
    'Le Phare d’hiver : le billet de la place 3 n’est plus valable',
    'La différence avec le plein tarif vous a été rendue pour la place 3. Le billet envoyé pour cette place n’est plus valable. Jetez-le',
  ],
  [
    'en',
    'Le Phare d’hiver: ticket 3 is no longer valid',
    'The difference to the full tariff was given back to you for ticket 3. What was sent for it is no longer valid. Throw it away',
  ],
] as const)('in %s, whose ticket left for a difference that was given back hears that it is good no more', (language, need, news) => {
  const { subject, text } = told(language, { proof: 'awaiting-proof' });
  expect(plain(subject)).toBe(need);
  expect(plain(text)).toContain(news);
});

const DECISION: DecisionFacts = {
  ...{ by: { role: 'staff', id: 1 }, byName: 'Hélène Vidal', door: 'desk', at: '2027-01-11T16:40:00.000Z' },
  decisions: [{ seat: 3, kind: 'refuse', reason: 'not-eligible' }],
};
const revoked = withSeats(ORDER, { 3: { proof: 'refused-final', delivery: 'held' } });
const about = (...seats: number[]) => ({ command: 'c-1', count: 9, seats });

test.each([
  [
    'fr',
    'Le tarif réduit est refusé pour la place 3 : un autre message vous dit pourquoi. Le billet envoyé pour cette place n’est plus valable. Jetez-le : il',
  ],
  [
    'en',
    'The reduced tariff is refused for ticket 3: another message says why. What was sent for it is no longer valid. Throw it away: it',
  ],
] as const)('in %s, whose ticket was revoked while it was on its way hears so', (language, news) => {
  const { text } = read(LETTERS['ticket-void'](language, { order: revoked, about: about(3), decision: DECISION }));
  expect(plain(text)).toContain(news);
});

const GIVEN_UP = { proof: 'refunded', delivery: 'void' } as const;
const cancelled = withSeats(ORDER, { 1: GIVEN_UP, 2: GIVEN_UP, 3: GIVEN_UP, 4: GIVEN_UP, 5: GIVEN_UP });

test.each([
  [
    'fr',
    [1, 2],
    ' : les billets des places 1 et 2 ne sont plus valables',
    'Les billets envoyés ne sont plus valables. Jetez-les : ils n’ouvrent plus la porte.',
  ],
  ['fr', [2], ' : le billet de la place 2 n’est plus valable', 'Le billet envoyé n’est plus valable. Jetez-le : il n’ouvre plus la porte.'],
  [
    'en',
    [1, 2],
    ': tickets 1 and 2 are no longer valid',
    'The tickets that were sent are no longer valid. Throw them away: they open no door any more.',
  ],
  ['en', [2], ': ticket 2 is no longer valid', 'The ticket that was sent is no longer valid. Throw it away: it opens no door any more.'],
] as const)(
  'in %s, where the order was cancelled while tickets %j were on their way, each number has its words',
  (language, seats, need, news) => {
    const { subject, text } = read(LETTERS['ticket-void'](language, { order: cancelled, about: about(...seats) }));
    expect(plain(subject)).toContain(need);
    expect(plain(text)).toContain(news);
    expect(plain(text)).toContain(
      language === 'fr'
        ? 'Votre commande est annulée : un autre message vous le dit.'
        : 'Your order is cancelled: another message says so.',
    );
    expect(text).not.toMatch(/différence|difference/);
  },
);

test('a ticket that has come in its place is told', () => {
  const order = withSeats(ORDER, { 3: { proof: 'upgraded', delivery: 'ready' } });
  const { text } = read(LETTERS['ticket-void']('fr', { order, about: about(3), decision: DECISION }));
  expect(plain(text)).toContain('Un autre billet vous parvient dans un autre message.');
});

test.each([
  ['awaiting-proof', 'Déposer mon justificatif', 'Sans nouvelles de vous'],
  ['refused', 'Déposer mon justificatif', 'Sans nouvelles de vous'],
  ['refused-final', 'Régler la différence', 'Sans nouvelles de vous'],
  ['under-review', 'en cours de vérification', 'Une question'],
  ['check-at-door', 'Un autre billet vous parvient dans un autre message', 'Une question'],
  ['expired', 'Régler la différence', 'un autre billet partira et le justificatif vous sera demandé à l’entrée'],
] as const)('its seat is %s again, and the letter says what then', (proof, ...said) => {
  const text = plain(told('fr', { proof }).text);
  for (const words of said) expect(text).toContain(words);
});
