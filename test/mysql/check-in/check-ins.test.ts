import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { createCheckIns } from '../../../src/mysql/check-in/check-ins';
import type { CheckIn } from '../../../src/ports/tickets/check-ins';
import { PAID, PAID_AT, PERFORMANCE_AT } from '../../domain/order/a-story';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { furnishTheatre, MIGRATING, sellOrder } from '../sold-orders';

const iso = (at: number) => new Date(at).toISOString();
const DOORS = PERFORMANCE_AT - 30 * 60_000;

let database: FreshDatabase;
let knex: Knex;
beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  await furnishTheatre(knex, PERFORMANCE_AT);
  await sellOrder(knex, PAID);
}, MIGRATING);
afterAll(() => database.drop());

beforeEach(async () => {
  await knex('check_ins').delete();
  await knex('tickets').delete();
  const ticket = { order_reference: PAID.order, release_no: 1, admission: 'valid', proof_to_show: false, issued_at: new Date(PAID_AT) };
  await knex('tickets').insert([
    { ...ticket, number: 1, uid: uid(1), seat: 1 },
    { ...ticket, number: 2, uid: uid(2), seat: 2, proof_to_show: true },
  ]);
});

const uid = (seat: number) => `CM-${PAID.order}-${seat}`;

function shown(seat: number, said: Partial<CheckIn> = {}): CheckIn {
  const at = said.at ?? iso(DOORS);
  return {
    ...{ id: randomUUID(), performanceId: 1, uid: uid(seat), at, receivedAt: iso(DOORS), by: 'staff:5' },
    ...{ proofSeen: false, offline: false, ...said },
  };
}

const door = () => createCheckIns({ knex });
const admissionOf = async (number: number) => (await knex('tickets').where({ number }).first('admission')).admission;

test('a ticket lets in once; then the door hears when', async () => {
  expect(await door().record(shown(1))).toMatchObject({ verdict: 'admitted', uid: uid(1), seat: { category: 'Première' } });
  const again = await door().record(shown(1, { at: iso(DOORS + 60_000) }));
  expect(again).toMatchObject({ verdict: 'already-used', usedAt: iso(DOORS) });
  expect(await door().count(1)).toEqual({ tickets: 2, admitted: 1, conflicts: 0 });
});

test('the same entry sent again is the same entry, also twice at once', async () => {
  const entry = shown(1);
  const answers = await Promise.all([1, 2, 3, 4].map(() => door().record(entry)));
  expect(answers.map(({ verdict }) => verdict)).toEqual(['admitted', 'admitted', 'admitted', 'admitted']);
  expect(await knex('check_ins')).toHaveLength(1);
});

test('of ten doors at once, one lets in', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => door().record(shown(1))));
  expect(answers.filter(({ verdict }) => verdict === 'admitted')).toHaveLength(1);
  expect(answers.filter(({ verdict }) => verdict === 'already-used')).toHaveLength(9);
});

test('a proof that is owed is asked for, and its being seen is kept', async () => {
  expect(await door().record(shown(2))).toMatchObject({ verdict: 'proof-to-show' });
  expect(await admissionOf(2)).toBe('valid');
  expect(await door().record(shown(2, { proofSeen: true }))).toMatchObject({ verdict: 'admitted' });
  expect(await knex('check_ins').where({ verdict: 'admitted' })).toMatchObject([{ proof_seen: 1, actor: 'staff:5' }]);
});

test('a cancelled ticket, one of another house, and none of ours stay out', async () => {
  await knex('tickets').where({ number: 1 }).update({ admission: 'cancelled' });
  expect((await door().record(shown(1))).verdict).toBe('cancelled');
  const [other = 0] = await knex('performances').insert({
    ...(await knex('performances').where({ id: 1 }).first()),
    ...{ id: undefined, starts_at: new Date(PERFORMANCE_AT + 86_400_000) },
  });
  const elsewhere = await door().record(shown(2, { performanceId: other }));
  expect(elsewhere).toMatchObject({ verdict: 'other-performance', performance: { id: 1, showTitle: 'La Traversée' } });
  expect(await door().record(shown(9))).toEqual({ id: expect.any(String), uid: uid(9), verdict: 'unknown' });
  await expect(door().record(shown(1, { performanceId: 999 }))).rejects.toMatchObject({ code: 'performance-not-found' });
});

test('a slip is taken back once, and the ticket is good again', async () => {
  const entry = shown(1);
  await door().record(entry);
  await door().takeBack(entry.id, 'staff:5', iso(DOORS + 1000));
  await door().takeBack(entry.id, 'staff:5', iso(DOORS + 2000));
  expect(await admissionOf(1)).toBe('valid');
  expect((await door().record(shown(1))).verdict).toBe('admitted');
  expect(await knex('check_ins').where({ id: entry.id })).toMatchObject([
    { taken_back_by: 'staff:5', taken_back_at: new Date(DOORS + 1000) },
  ]);
  await expect(door().takeBack(randomUUID(), 'staff:5', iso(DOORS))).rejects.toMatchObject({ code: 'check-in-not-found' });
});

test('what two devices let in on their own is reconciled: the first time counts, the second is shown', async () => {
  await door().record(shown(1, { offline: true, at: iso(DOORS + 120_000) }));
  const late = await door().record(shown(1, { offline: true, at: iso(DOORS + 30_000) }));
  expect(late).toMatchObject({ verdict: 'already-used', usedAt: iso(DOORS + 30_000) });
  expect(await door().count(1)).toEqual({ tickets: 2, admitted: 1, conflicts: 1 });
});

test('the list that a device takes names nobody', async () => {
  await door().record(shown(1));
  const list = await door().list(1);
  expect(list).toMatchObject([
    { uid: uid(1), admission: 'used', usedAt: iso(DOORS), proofToShow: false, category: 'Première' },
    { uid: uid(2), admission: 'valid', proofToShow: true },
  ]);
  const holders: readonly string[] = await knex('positions').pluck('holder');
  for (const holder of holders) expect(JSON.stringify(list)).not.toContain(holder);
});

test('houses are found by their number, or by the days around', async () => {
  expect(await door().houses({ id: 1 })).toMatchObject([{ id: 1, showTitle: 'La Traversée' }]);
  expect(await door().houses({ id: 999 })).toEqual([]);
  expect(await door().houses({ from: iso(DOORS), until: iso(PERFORMANCE_AT) })).toHaveLength(1);
  expect(await door().houses({ from: iso(PERFORMANCE_AT + 1), until: iso(PERFORMANCE_AT + 2) })).toEqual([]);
});
