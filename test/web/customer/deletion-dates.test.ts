import request from 'supertest';
import type { OrderView } from '../../../src/domain/order-view';
import { LETTERS } from '../../letters/drawer';
import { plain, read } from '../../letters/reading';
import { ORDER, withSeats } from '../../people';
import { API_KEY, openTheatre, type Theatre } from '../harness';
import { enters } from '../visitor';

/** One date for one file, wherever it is told, and never one that the file outlives. */
let theatre: Theatre;
afterEach(() => theatre.close());

const kept = (order: OrderView, purgeAfter: string) => ({ ...order, proofs: order.proofs.map((proof) => ({ ...proof, purgeAfter })) });

async function told(order: OrderView) {
  theatre = await openTheatre({ orders: [order] });
  const { text } = await (await enters(theatre)).get('/commande/7K2M-4Q9T').expect(200);
  const { body } = await request(theatre.url).get('/api/orders/7K2M-4Q9T').set('Authorization', `Bearer ${API_KEY}`).expect(200);
  return { page: plain(text.slice(text.indexOf('id="place-3"'), text.indexOf('id="place-4"'))), api: String(body.proofs[1].purgeAfter) };
}

it('is told while the proof is being checked', async () => {
  const { page, api } = await told(kept(ORDER, '2027-01-23T19:30:00.000Z'));
  expect(page).toContain('Votre fichier sera supprimé au plus tard le 23 janvier 2027.');
  expect(api.slice(0, 10)).toBe('2027-01-23');
});

it('does not come nearer before the answer stands', async () => {
  const settling = withSeats(ORDER, { 3: { proof: 'approved', settling: true } });
  const { page, api } = await told(kept(settling, '2027-01-11T18:00:00.000Z'));
  expect(page).toContain('au plus tard le 23 janvier 2027.');
  expect(api.slice(0, 10)).toBe('2027-01-23');
});

it('is the same on the page, by the API and in the letters', async () => {
  const refused = kept(withSeats(ORDER, { 3: { proof: 'refused', reason: 'unreadable' } }), '2027-01-22T12:00:00.000Z');
  const { page, api } = await told(refused);
  const letters = [LETTERS.refusal('fr', { order: refused }), LETTERS.tickets('fr', { order: refused, about: { release: 1 } })];
  for (const said of [page, ...letters.map((letter) => plain(read(letter).text))])
    expect(said).toContain('au plus tard le 22 janvier 2027.');
  expect(api.slice(0, 10)).toBe('2027-01-22');
});
