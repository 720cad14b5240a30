import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { createCheckIns } from '../../../src/mysql/check-in/check-ins';
import type { CheckIn } from '../../../src/ports/tickets/check-ins';
import { PAID, PAID_AT, PERFORMANCE_AT } from '../../domain/order/a-story';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { furnishTheatre, sellOrder, STUDENT } from '../sold-orders';
import { defined } from '../../fakes/defined';
import { insertedId } from '../../../src/mysql/rows';

const iso = (at: number) => new Date(at).toISOString();
const DOORS = PERFORMANCE_AT - 30 * 60_000;

let database: FreshDatabase;
let knex: Knex;
beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  await furnishTheatre(knex, PERFORMANCE_AT);
  await sellOrder(knex, PAID);
});
afterAll(() => database.drop());

beforeEach(async () => {
  await knex('check_ins').delete();
  await knex('tickets').delete();
  const ticket = { order_reference: PAID.order, release_no: 1, admission: 'valid', issued_at: new Date(PAID_AT) } as const;
  await knex('tickets').insert([
    { ...ticket, number: 1, uid: uid(1), seat: 1, proof_to_show: false },
    { ...ticket, number: 2, uid: uid(2), seat: 2, proof_to_show: true },
  ]);
});

const uid = (seat: number) => `CM-${PAID.order}-${seat}`;

function shown(seat: number, said: Partial<CheckIn> = {}): CheckIn {
  const at = said.at ?? iso(DOORS);
  return {
    ...{ id: randomUUID(), performanceId: 1, ticket: { uid: uid(seat) }, at, receivedAt: iso(DOORS), by: 'staff:5' },
    ...{ signed: true, typed: false, proofSeen: false, offline: false, ...said },
  };
}

const door = () => createCheckIns({ knex });
async function anotherEvening(startsAt: number): Promise<number> {
  const { id: _, ...first } = defined(await knex('performances').where({ id: 1 }).first());
  return insertedId(knex, 'performances', { ...first, starts_at: new Date(startsAt) });
}
const admissionOf = async (number: number) => (await knex('tickets').where({ number }).first('admission'))?.admission;

test('a ticket lets in once; then the door hears when', async () => {
  expect(await door().record(shown(1))).toMatchObject({ verdict: 'admitted', uid: uid(1), seat: { category: 'Première' } });
  const again = await door().record(shown(1, { at: iso(DOORS + 60_000) }));
  expect(again).toMatchObject({ verdict: 'already-used', usedAt: iso(DOORS) });
  expect(await door().count(1)).toEqual({ tickets: 2, admitted: 1, conflicts: 0 });
});

test('weeks before nobody goes in, also by a device on its own; in the evening the ticket is good', async () => {
  const early = iso(DOORS - 30 * 24 * 3_600_000);
  expect(await door().record(shown(1, { at: early }))).toMatchObject({ verdict: 'too-early', usedAt: undefined });
  expect(await door().record(shown(1, { at: early, offline: true }))).toMatchObject({ verdict: 'too-early' });
  expect(await admissionOf(1)).toBe('valid');
  expect(await door().count(1)).toEqual({ tickets: 2, admitted: 0, conflicts: 0 });
  expect(await door().record(shown(1))).toMatchObject({ verdict: 'admitted' });
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
  const other = await anotherEvening(PERFORMANCE_AT + 86_400_000);
  const elsewhere = await door().record(shown(2, { performanceId: other }));
  expect(elsewhere).toMatchObject({ verdict: 'other-performance', performance: { id: 1, showTitle: 'La Traversée' } });
  expect(await door().record(shown(9))).toEqual({ id: expect.any(String), uid: uid(9), typed: false, verdict: 'unknown' });
  await expect(door().record(shown(1, { performanceId: 999 }))).rejects.toMatchObject({ code: 'performance-not-found' });
});

test('a slip is taken back once, and the ticket is good again', async () => {
  const entry = shown(1);
  await door().record(entry);
  await door().takeBack(entry, 'staff:5', iso(DOORS + 1000));
  await door().takeBack(entry, 'staff:5', iso(DOORS + 2000));
  expect(await admissionOf(1)).toBe('valid');
  expect((await door().record(shown(1))).verdict).toBe('admitted');
  expect(await knex('check_ins').where({ id: entry.id })).toMatchObject([
    { taken_back_by: 'staff:5', taken_back_at: new Date(DOORS + 1000) },
  ]);
  await expect(door().takeBack({ id: randomUUID() }, 'staff:5', iso(DOORS))).rejects.toMatchObject({ code: 'check-in-not-found' });
});

test.each([
  ['another ticket', { ticket: { uid: uid(2) } }],
  ['another house', { performanceId: 2 }],
  ['another answer about the proof', { proofSeen: true }],
])('the id of an entry is of no use for %s', async (_what, said) => {
  const entry = shown(1);
  await door().record(entry);
  await expect(door().record({ ...entry, ...said })).rejects.toMatchObject({ code: 'key-used-already' });
  expect(await admissionOf(2)).toBe('valid');
});

test('an entry that was taken back lets nobody in when it is sent again', async () => {
  const entry = shown(1);
  await door().record(entry);
  await door().takeBack(entry, 'staff:5', iso(DOORS + 1000));
  expect((await door().record(entry)).verdict).toBe('taken-back');
  expect(await admissionOf(1)).toBe('valid');
});

test('an entry is taken back at its own house only', async () => {
  const entry = shown(1);
  await door().record(entry);
  await expect(door().takeBack({ id: entry.id, performanceId: 2 }, 'staff:5', iso(DOORS))).rejects.toMatchObject({
    code: 'check-in-not-found',
  });
  expect(await admissionOf(1)).toBe('used');
});

test('a ticket that was cancelled after the entry stays cancelled when the entry is taken back', async () => {
  const entry = shown(1);
  await door().record(entry);
  await knex('tickets')
    .where({ number: 1 })
    .update({ cancelled_at: new Date(DOORS + 500) }); // as the story's « void » does
  await door().takeBack(entry, 'staff:5', iso(DOORS + 1000));
  expect(await admissionOf(1)).toBe('cancelled');
  expect((await door().record(shown(1))).verdict).toBe('cancelled');
  expect((await door().record(entry)).verdict).toBe('taken-back');
});

test('a number in place of the code lets nobody in before a person has looked at the name', async () => {
  const alone = await door().record(shown(1, { signed: false }));
  expect(alone).toMatchObject({ verdict: 'number-to-confirm', typed: true, seat: { holder: expect.any(String) } });
  expect(await admissionOf(1)).toBe('valid');
  const typed = await door().record(shown(1, { ticket: { number: 1 }, signed: false, typed: true }));
  expect(typed).toMatchObject({ verdict: 'admitted', typed: true, uid: uid(1) });
  expect(await knex('check_ins').where({ verdict: 'admitted' })).toMatchObject([{ typed: 1 }]);
});

test('a number of another house, and one that nobody has, stay out', async () => {
  const typed = { signed: false, typed: true } as const;
  const other = await anotherEvening(PERFORMANCE_AT + 2 * 86_400_000);
  expect((await door().record(shown(1, { ...typed, ticket: { number: 1 }, performanceId: other }))).verdict).toBe('other-performance');
  expect(await door().record(shown(1, { ...typed, ticket: { number: 77 } }))).toMatchObject({ verdict: 'unknown', uid: '' });
});

test('what two devices let in on their own is reconciled: the first time counts, the second is shown', async () => {
  await door().record(shown(1, { offline: true, at: iso(DOORS + 120_000) }));
  const late = await door().record(shown(1, { offline: true, at: iso(DOORS + 30_000) }));
  expect(late).toMatchObject({ verdict: 'already-used', usedAt: iso(DOORS + 30_000) });
  expect(await door().count(1)).toEqual({ tickets: 2, admitted: 1, conflicts: 1 });
  await door().record(shown(2, { proofSeen: true })); // nobody's conflict
  expect(await door().conflicts(1)).toEqual([
    {
      ...{ uid: uid(1), number: 1, category: 'Première', place: undefined, verdict: 'already-used' },
      entries: [
        { at: iso(DOORS + 30_000), checked: true },
        { at: iso(DOORS + 120_000), checked: true },
      ],
    },
  ]);
});

test('a cancelled ticket that a device let in on its own is a conflict too, an online refusal is none', async () => {
  await knex('tickets').where({ number: 1 }).update({ admission: 'cancelled' });
  await door().record(shown(1));
  expect(await door().conflicts(1)).toEqual([]);
  await door().record(shown(1, { offline: true }));
  expect(await door().conflicts(1)).toMatchObject([{ number: 1, verdict: 'cancelled', entries: [{ at: iso(DOORS) }] }]);
});

test('whom a device on its own let in before all was checked is in: nobody else is, and it is taken back as any entry', async () => {
  const entry = shown(2, { offline: true });
  expect(await door().record(entry)).toMatchObject({ verdict: 'proof-to-show', usedAt: iso(DOORS) });
  expect((await door().list(1)).map(({ admission }) => admission)).toEqual(['valid', 'used']);
  const later = await door().record(shown(2, { proofSeen: true, at: iso(DOORS + 60_000) }));
  expect(later).toMatchObject({
    ...{ verdict: 'already-used', number: 2, usedAt: iso(DOORS) },
    entry: { id: entry.id, at: iso(DOORS), offline: true, unchecked: 'proof-to-show' },
  });
  expect(await door().count(1)).toEqual({ tickets: 2, admitted: 1, conflicts: 1 });
  // Another device had looked at the proof: it is said of the one that had not.
  await door().record(shown(2, { offline: true, proofSeen: true, at: iso(DOORS + 90_000) }));
  const entries = [
    { at: iso(DOORS), checked: false },
    { at: iso(DOORS + 90_000), checked: true },
  ];
  expect(await door().conflicts(1)).toMatchObject([{ number: 2, entries }]);
  await knex('check_ins').whereNot({ id: entry.id }).delete();
  await door().takeBack(entry, 'staff:5', iso(DOORS + 120_000));
  expect(await admissionOf(2)).toBe('valid');
  expect(await door().count(1)).toEqual({ tickets: 2, admitted: 0, conflicts: 0 });
  expect(await door().record(shown(2, { proofSeen: true }))).toMatchObject({ verdict: 'admitted' });
  expect(await door().conflicts(1)).toEqual([]);
});

test('the answer says which proof is to be shown, and names none that tells of somebody’s health', async () => {
  await knex('proof_types').insert({ code: 'CARTE', name: JSON.stringify({ fr: 'carte d’étudiant', en: 'student card' }) });
  await knex('tariff_proof_types').insert({ tariff_code: STUDENT, proof_type_code: 'CARTE', sort: 1 });
  const asked = async (seat: number) => (await door().record(shown(seat, { signed: false }))).seat;
  expect(await asked(1)).toMatchObject({ proofToShow: false, acceptedProofs: [] });
  expect(await asked(2)).toMatchObject({ proofToShow: true, acceptedProofs: [{ fr: 'carte d’étudiant', en: 'student card' }] });
  await knex('tariffs').where({ code: STUDENT }).update({ health: true });
  expect(await asked(2)).toMatchObject({ proofToShow: true, acceptedProofs: [], tariff: { fr: 'Tarif réduit' } });
  await knex('tariffs').where({ code: STUDENT }).update({ health: false });
});

test('the list that a device takes names nobody', async () => {
  await door().record(shown(1));
  const list = await door().list(1);
  expect(list).toMatchObject([
    {
      uid: uid(1),
      admission: 'used',
      usedAt: iso(DOORS),
      proofToShow: false,
      category: 'Première',
      initials: expect.stringMatching(/^\p{Lu}\.\u00a0\p{Lu}\.$/u),
    },
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
