import type { Theatre } from '../harness';
import { formFields } from '../visitor';
import { CAMILLE, fills, opens } from './shopping';

let theatre: Theatre;

afterEach(() => theatre.close());

it('an order is bound to the terms of sale that its buyer read', async () => {
  const { theatre: open, camille } = await opens();
  theatre = open;
  await fills(camille, { 't-PLEIN': '1' });
  const { text } = await camille.get('/panier/coordonnees');
  const fields = formFields(text, '/panier/coordonnees');
  const place = { venue: 1, kind: 'terms-of-sale', language: 'fr' } as const;
  const by = { by: { role: 'staff', id: 1 }, door: 'desk' } as const;
  await theatre.needs.deeds.editTexts.save(place, { typed: 'Vendu par {organisateur}.', base: 0, ...by });
  const answer = await camille.post('/panier/coordonnees').type('form').send({ ...fields, ...CAMILLE }); // prettier-ignore
  expect([answer.status, theatre.book.size]).toEqual([422, 0]);
  expect(answer.text).toContain('Les conditions de vente ont changé');
  expect(answer.text).not.toMatch(/name="accept"[^>]* checked/);
  const again = { ...formFields(answer.text, '/panier/coordonnees'), ...CAMILLE };
  expect((await camille.post('/panier/coordonnees').type('form').send(again)).status).toBe(303); // prettier-ignore
  expect([...theatre.book.values()].map(({ view }) => view.termsAccepted)).toEqual([true]);
});
