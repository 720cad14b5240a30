import request from 'supertest';
import { SETTLED } from '../settled-order';
import type { Theatre } from './harness';
import { API_KEY, openTheatre, SOPHIE_AT_THE_DESK } from './harness';
import { enters, signsIn } from './visitor';

let theatre: Theatre;
beforeEach(async () => {
  theatre = await openTheatre({ orders: [SETTLED] });
});
afterEach(() => theatre.close());

const plain = (text: string) => text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

it('the customer’s page tells what was paid in the end, at the tariff that stands', async () => {
  const { text } = await (await enters(theatre)).get(`/commande/${SETTLED.reference}`).expect(200);
  const [, stub = ''] = /id="place-3">([\s\S]*?)<\/article>/.exec(text) ?? [];
  expect(plain(stub)).toContain('Plein tarif 24,50 €');
  expect(plain(stub)).not.toContain('Étudiant');
  expect(plain(text)).toContain('Payé 92,31 €');
  expect(plain(text)).toContain('Envoi soumis à justificatif, 1,81 €');
});

it('the desk and the API tell the same', async () => {
  const { text } = await (await signsIn(theatre, SOPHIE_AT_THE_DESK)).get(`/guichet/commandes/${SETTLED.reference}`).expect(200);
  expect(plain(text)).toMatch(/3 Plein tarif Léa Roussel.*?24,50 €/);
  expect(plain(text)).toContain('Payée 92,31 €');
  expect(plain(text)).toContain('Envoi soumis à justificatif, 1,81 €');
  const { body } = await request(theatre.url).get(`/api/orders/${SETTLED.reference}`).set('Authorization', `Bearer ${API_KEY}`).expect(200);
  expect(body.total).toBe(9231);
  expect(body.seats[2]).toMatchObject({ paid: 2486, upgradedTo: { fr: 'Plein tarif' } });
  expect(body.seats.reduce((sum: number, seat: { readonly paid: number }) => sum + seat.paid, 0)).toBe(body.total);
});
