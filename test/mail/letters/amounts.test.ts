import { SETTLED } from '../../settled-order';
import { LETTERS } from './drawer';
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
