import type { SeatView } from '../../src/domain/order-view';
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
