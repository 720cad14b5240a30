import { MARINIERS } from '../../people';
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
  await theatre.needs.deeds.editTexts.save(place, { typed: 'Vendu par {organisateur}, {adresse}, {téléphone}, {e-mail}.', base: 0, ...by });
  const answer = await camille.post('/panier/coordonnees').type('form').send({ ...fields, ...CAMILLE }); // prettier-ignore
  expect([answer.status, theatre.book.size]).toEqual([422, 0]);
  expect(answer.text).toContain('Les conditions de vente ont changé');
  expect(answer.text).not.toMatch(/name="accept"[^>]* checked/);
  const again = { ...formFields(answer.text, '/panier/coordonnees'), ...CAMILLE };
  expect((await camille.post('/panier/coordonnees').type('form').send(again)).status).toBe(303); // prettier-ignore
  expect([...theatre.book.values()].map(({ view }) => view.termsAccepted)).toEqual([true]);
});

it('terms that only the language of another tab changed are those that were read: the order is bound to them', async () => {
  const { theatre: open, camille } = await opens();
  theatre = open;
  await fills(camille, { 't-PLEIN': '1' });
  const { text } = await camille.get('/panier/coordonnees');
  await camille.get('/?lang=en');
  const answer = await camille.post('/panier/coordonnees').type('form').send({ ...formFields(text, '/panier/coordonnees'), ...CAMILLE }); // prettier-ignore
  expect([answer.status, theatre.book.size]).toEqual([303, 1]);
});

it('of two venues, the buyer reads the terms of the one that sells', async () => {
  const second = { ...MARINIERS, id: 2, name: 'Salle des Tilleuls', email: 'billetterie@tilleuls.example' };
  const { theatre: open, camille } = await opens({
    needs: ({ catalogue, venueSettings }) => ({
      catalogue: {
        ...catalogue,
        offer: async (...asked) => catalogue.offer(...asked).then((offer) => offer && { ...offer, venue: second }),
      },
      venueSettings: { ...venueSettings, venue: async (id) => (id === 2 ? second : venueSettings.venue(id)) },
    }),
  });
  theatre = open;
  const place = { venue: 2, kind: 'terms-of-sale', language: 'fr' } as const;
  await theatre.needs.deeds.editTexts.save(place, { typed: 'Aux Tilleuls, par {organisateur}, {adresse}, {téléphone}, {e-mail}.', base: 0, by: { role: 'staff', id: 1 }, door: 'desk' }); // prettier-ignore
  await fills(camille, { 't-PLEIN': '1' });
  const { text } = await camille.get('/panier/coordonnees');
  expect(text).toContain('Salle des Tilleuls');
  expect(text).toContain('mailto:billetterie@tilleuls.example');
  const [, read = ''] = /<a href="([^"]+)" target="_blank"/.exec(text) ?? [];
  expect(read).toBe('/lieux/2/conditions-de-vente');
  expect((await camille.get(read).expect(200)).text).toContain('Aux Tilleuls, par');
  expect((await camille.get('/conditions-de-vente').expect(200)).text).not.toContain('Aux Tilleuls');
  await camille.get('/lieux/3/conditions-de-vente').expect(404);
  const answer = await camille.post('/panier/coordonnees').type('form').send({ ...formFields(text, '/panier/coordonnees'), ...CAMILLE }); // prettier-ignore
  expect(answer.status).toBe(303);
});
