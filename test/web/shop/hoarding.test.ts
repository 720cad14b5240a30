import request from 'supertest';
import type { RealShop } from './real-shop';
import { openRealShop } from './real-shop';
import { CUSTOMER, sends } from './shopping';

/** The Cale holds 120: a quarter is 30, and an order six. */
let shop: RealShop;
let bal = 0;
beforeAll(async () => {
  shop = await openRealShop();
  bal = shop.performance('Le Bal des éclusiers');
});
afterAll(() => shop.close());
beforeEach(async () => {
  await shop.world.knex('holders').delete();
  await shop.world.knex('performance_places').update({ status: 'free', held_by: null, held_session: null, basket: null });
});

let visits = 0;

/** A browser at an address. */
function visitorFrom(address: string) {
  return request.agent(shop.url).set('X-Forwarded-For', address);
}

function order(address: string, key?: string) {
  const seats = Array.from({ length: 6 }, () => ({ tariff: 'PLEIN', category: 'unique', holder: 'Camille Roussel' }));
  const asked = request(shop.url).post('/api/orders').set('X-Forwarded-For', address);
  if (key) asked.set('Authorization', `Bearer ${key}`);
  return asked.send({ performanceId: bal, customer: CUSTOMER, seats, deliveryMethod: 'print-at-home' });
}

function fill(address: string, count = '6', browser = visitorFrom(address)) {
  return sends(browser, `/seances/${bal}`, { category: 'unique', 't-PLEIN': count });
}

async function keptFor(fn: () => Promise<{ readonly status: number }>, times: number): Promise<readonly number[]> {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push((await fn()).status);
  return statuses;
}

it('thirteen anonymous calls of the API keep a quarter of the house; other people find the rest', async () => {
  expect(await keptFor(() => order('192.0.2.7'), 13)).toEqual([
    ...Array.from({ length: 5 }, () => 201),
    ...Array.from({ length: 8 }, () => 429),
  ]);
  const { body, headers } = await order('192.0.2.7');
  expect(body).toMatchObject({ code: 'too-many-held', facts: { scope: 'performance', held: 30, max: 30 } });
  expect(Number(headers['retry-after'])).toBeGreaterThan(600);
  expect((await order('192.0.2.8')).status).toBe(201);
});

it('as many browsers of one address neither', async () => {
  expect(await keptFor(() => fill('192.0.2.7'), 7)).toEqual([303, 303, 303, 303, 303, 429, 429]);
  // A network of one home has as many addresses as it likes.
  const home = () => `2001:db8:77:12${(visits += 1).toString(16).padStart(2, '0')}::1`;
  expect(await keptFor(() => fill(home()), 6)).toEqual([303, 303, 303, 303, 303, 429]);
});

it('says why, until when, and whom to call', async () => {
  await keptFor(() => fill('192.0.2.7'), 5);
  const { text } = await fill('192.0.2.7');
  expect(text).toContain('Depuis votre connexion, 30\u00a0places de cette séance sont déjà gardées sans paiement, et 30 au plus');
  expect(text).toMatch(/Les premières reviennent à la vente à \d+\u00a0h/);
  expect(text).toContain('Appelez-nous au 02\u00a061\u00a091\u00a040\u00a020');
});

it('a program with a key is not counted', async () => {
  const key = 'cm_test_partner_0123456789';
  const { staff, secrets, clock } = shop.world;
  await staff.addApiKey({ name: 'a partner', role: 'cashier', hash: secrets.hash(key), at: clock.now() });
  expect(await keptFor(() => order('192.0.2.7', key), 7)).toEqual(Array.from({ length: 7 }, () => 201));
  expect((await order('192.0.2.7', 'cm_test_nobody_0123456789')).status).toBe(401);
});

it('no address is kept, only its print, and that is forgotten with the hold', async () => {
  await fill('192.0.2.7');
  const kept = await shop.world.knex('performance_places').whereNotNull('held_by').pluck('held_by');
  expect(kept).toHaveLength(6);
  expect(kept.join()).not.toContain('192.0.2.7');
  await shop.world.orders.expireHolds(new Date(Date.now() + 26 * 3_600_000).toISOString());
  expect(await shop.world.knex('performance_places').whereNotNull('held_by').pluck('id')).toEqual([]);
});
