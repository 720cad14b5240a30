import { formFields } from '../visitor';
import { CAMILLE, fills, opens, sends } from './shopping';

/** A reduced seat leaves by no method that has a template. */
let shop: Awaited<ReturnType<typeof opens>>;
beforeEach(async () => {
  shop = await opens();
});
afterEach(() => shop.theatre.close());

test('not when the form is altered', async () => {
  const { camille } = shop;
  await fills(camille, { 't-ETUD': '1' });
  const answer = await sends(camille, '/panier', { delivery: 'PRINT_AT_HOME' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('soumis à justificatif');
});

test('not when the basket changes after the method was chosen, in this tab or another', async () => {
  const { camille } = shop;
  await fills(camille, { 't-PLEIN': '1' });
  await sends(camille, '/panier', { delivery: 'PRINT_AT_HOME' });
  const { text } = await camille.get('/panier/coordonnees');
  const old = formFields(text, '/panier/coordonnees');
  await fills(camille, { 't-ETUD': '1', 't-PLEIN': '1' });
  const stale = await camille.post('/panier/coordonnees').type('form').send({ ...old, ...CAMILLE, 'holder-1': 'Paul', 'holder-2': 'Paul' }); // prettier-ignore
  expect(stale.text).toContain('Votre panier a changé');
  await sends(camille, '/panier/coordonnees', { ...CAMILLE, 'holder-1': 'Camille Roussel', 'holder-2': 'Paul Roussel' });
  expect([...shop.theatre.book.values()].map(({ view }) => view.deliveryMethod.code)).toEqual(['HELD_FOR_PROOF']);
});
