import { createCalendar } from '../../src/wording/dates';
import { openToSpectators } from './shop/spectator';
import { signedIn } from './signed-in';
import { defined } from '../fakes/defined';
import { anotherVenue } from '../fakes/another-venue';

/** A second venue three hours further east: what is its own is told, and counted, by its clock. */
const MASTER_KEY = '5e'.repeat(32);
const REUNION = 'Indian/Reunion';
/** One in the morning on 1 December there, still 30 November in Paris. */
const SOLD_AT = new Date('2026-11-30T21:00:00.000Z');

let theatre: Awaited<ReturnType<typeof openToSpectators>>;
let cookie: string;
let reference: string;
let startsAt: string;

beforeAll(async () => {
  theatre = await openToSpectators({ MASTER_KEY });
  const { knex } = theatre.shop.world;
  const second = { name: 'Le Grenier à sel', inbox_address: 'grenier@theatre-des-mariniers.example', time_zone: REUNION };
  const venue = await anotherVenue(knex, second);
  const bal = theatre.shop.performance('Le Bal des éclusiers');
  const { room_id, starts_at } = defined(await knex('performances').where({ id: bal }).first('room_id', 'starts_at'));
  await knex('rooms').where({ id: room_id }).update({ venue_id: venue });
  startsAt = starts_at.toISOString();
  const camille = theatre.arrives();
  await theatre.chooses(camille, { 't-PLEIN': '2' }, theatre.bal);
  reference = await theatre.orders(camille);
  await theatre.provider(reference, 'paid');
  await knex('orders').where({ reference }).update({ placed_at: SOLD_AT, paid_at: SOLD_AT, payment: 'paid' });
  await knex('payments').where({ order_reference: reference }).update({ paid_at: SOLD_AT });
  ({ cookie } = await signedIn(knex, { masterKey: MASTER_KEY, role: 'admin' }));
});
afterAll(() => theatre.shop.close());

const read = async (path: string): Promise<string> => (await theatre.arrives().get(path).set('Cookie', cookie).expect(200)).text;
const there = createCalendar('fr', REUNION);
const inParis = createCalendar('fr', 'Europe/Paris');

it('the search tells hour and day of an order by the clock of its venue', async () => {
  const text = await read(`/guichet/recherche?q=${reference}`);
  expect(text).toContain(there.briefMoment(startsAt));
  expect(text).not.toContain(inParis.briefMoment(startsAt));
  expect(text).toContain(there.day(SOLD_AT.toISOString()));
});

it.each([
  ['2026-12-01', true],
  ['2026-11-30', false],
])('of %s, statistics and journal hold what was sold there: %s', async (day, held) => {
  const statistics = await read(`/guichet/statistiques?du=${day}&au=${day}`);
  expect(statistics.includes('Le Bal des éclusiers')).toBe(held);
  expect(statistics.includes(there.briefMoment(startsAt))).toBe(held);
  const file = await read(`/guichet/statistiques/ventes.csv?du=${day}&au=${day}`);
  expect(file.includes(there.fullMoment(startsAt))).toBe(held);
  expect((await read(`/guichet/caisse?jour=${day}`)).includes('Rien n’a été encaissé')).toBe(!held);
});

it('the days of the first venue are its own as before', async () => {
  const { knex } = theatre.shop.world;
  const camille = theatre.arrives();
  await theatre.chooses(camille, { 't-PLEIN': '1' });
  const other = await theatre.orders(camille);
  await theatre.provider(other, 'paid');
  await knex('orders').where({ reference: other }).update({ paid_at: SOLD_AT, payment: 'paid' });
  expect(await read('/guichet/statistiques?du=2026-11-30&au=2026-11-30')).toContain('Le Phare d’hiver');
  expect(await read('/guichet/statistiques?du=2026-12-01&au=2026-12-01')).not.toContain('Le Phare d’hiver');
});
