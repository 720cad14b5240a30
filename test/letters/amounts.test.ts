import { cents } from '../../src/domain/money';
import { ORDER } from '../people';
import { SETTLED } from '../settled-order';
import { LETTERS, SETTINGS } from './drawer';
import { plain, read } from './reading';

const said = (kind: 'confirmation' | 'cancelled', about = {}) => plain(read(LETTERS[kind]('fr', { order: SETTLED, about })).text);

test('a letter’s lines add up: seats with their fees, the delivery, and the difference that was settled', () => {
  const text = said('cancelled');
  expect(text).toContain('Place 3 : Plein tarif, Léa Roussel, 24,50 €');
  expect(text).not.toContain('Étudiant, Léa Roussel');
  expect(text).toContain('Envoi soumis à justificatif : 1,81 €');
  expect(text).toMatch(/Payé le [^,]*, frais compris : 92,31 €/);
  expect(text).toContain('92,31 € vous seront rendus');
});

test('a letter about some seats tells what was paid for those', () => {
  expect(said('cancelled', { seats: [3, 5] })).toContain('39,72 € vous seront rendus');
});

test('the letter that asks for a refund leads where cashiers note it', () => {
  expect(read(LETTERS['refund-to-do']('fr')).links).toEqual([`${SETTINGS.publicUrl}/guichet/commandes/${ORDER.reference}`]);
});

test('what costs nothing is said to be free, and nothing of it is given back', () => {
  const seats = ORDER.seats.map((seat) => ({ ...seat, price: cents(0), toFullPrice: cents(0) }));
  const order = { ...ORDER, seats, total: cents(0) };
  const confirmed = read(LETTERS.confirmation('fr', { order }));
  expect(plain(confirmed.text)).toContain('Votre commande est confirmée');
  expect(plain(confirmed.text)).toContain('Étudiant, Léa Roussel, Gratuit');
  expect(plain(confirmed.text)).toMatch(/Commandé le [^:]*: Gratuit/);
  expect(plain(confirmed.subject)).not.toContain('payé');
  expect(plain(read(LETTERS.cancelled('fr', { order })).text)).not.toContain('rendus');
});
