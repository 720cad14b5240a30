import { z } from 'zod';
import { inDays, openOffice, stage, words, type Office } from './office';

/** What an office reads it can write back, and both are what the document says. */
let office: Office;
let of: Awaited<ReturnType<typeof stage>>;
let described: Json;

type Json = { readonly [name: string]: Json } & { readonly [at: number]: Json };

beforeAll(async () => {
  office = await openOffice();
  of = await stage(office);
  described = await office.does('get', '/openapi.json');
});
afterAll(() => office.close());

/** The schema with what it refers to in its place. */
function inlined(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(inlined);
  if (typeof schema !== 'object' || schema === null) return schema;
  if ('$ref' in schema && typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').at(-1) ?? '';
    return inlined(described['components']?.['schemas']?.[name]);
  }
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, inlined(value)]));
}

function schemaOf(content: Json | undefined) {
  const schema: Parameters<typeof z.fromJSONSchema>[0] = JSON.parse(
    JSON.stringify(inlined(content?.['content']?.['application/json']?.['schema'])),
  );
  return z.fromJSONSchema(schema);
}

const sent = (method: string, path: string) => schemaOf(described['paths']?.[`/api${path}`]?.[method]?.['requestBody']);
const given = (method: string, path: string) => schemaOf(described['paths']?.[`/api${path}`]?.[method]?.['responses']?.['200']);

const RULES = [
  ...['academic-year', 'school-year', 'card-year', 'calendar-years', 'end-date', 'end-date-or-final', 'membership', 'with-holder'].map(
    (kind) => ({ kind }),
  ),
  { kind: 'issued-within', months: 3, orPeriod: true, on: 'order' },
  { kind: 'younger-than', years: 26 },
  { kind: 'at-least', years: 65 },
  { kind: 'quantity', people: 10 },
];

const CODED: readonly (readonly [string, string, object])[] = [
  ['till-operators', 'INTERNET', { name: 'Internet' }],
  ['sales-channels', 'INTERNET', { name: 'Internet', tillOperator: 'INTERNET', online: true }],
  ['payment-methods', 'CB INTERNET', { name: 'Carte bancaire' }],
  ['delivery-methods', 'print-at-home', { name: words('Impression à domicile'), price: 100, template: 'a4' }],
  ['proof-types', 'card', { name: words('carte') }],
  ['tariffs', 'PLEIN', { name: words('Plein tarif') }],
  ...RULES.map((rule, index) => ['tariffs', `R${index}`, { name: words('Réduit'), needsProof: true, proofTypes: ['card'], rule }] as const),
];

test.each(CODED)('%s %s: sent, given and written back as the document says', async (path, code, body) => {
  const entry = `/catalogue/${path}/{code}`;
  expect(sent('put', entry).safeParse(body).error).toBeUndefined();
  const kept = await office.does('put', `/catalogue/${path}/${code}`, body);
  expect(kept).toMatchObject(body);
  expect(given('put', entry).safeParse(kept).error).toBeUndefined();
  const { code: _, active: __, ...read } = await office.does('get', `/catalogue/${path}/${code}`);
  expect(sent('put', entry).safeParse(read).error).toBeUndefined();
  expect(await office.does('put', `/catalogue/${path}/${code}`, read)).toEqual(kept);
});

test.each(['venue', 'room', 'show', 'performance'] as const)('%s: given and written back as the document says', async (one) => {
  const path = `/catalogue/${one}s`;
  const { id, ...kept } = of[one];
  expect(given('post', path).safeParse({ id, ...kept }).error).toBeUndefined();
  const { id: _, active: __, ...read } = await office.does('get', `${path}/${id}`);
  expect(sent('put', `${path}/{id}`).safeParse(read).error).toBeUndefined();
  expect(await office.does('put', `${path}/${id}`, read)).toEqual({ id, ...kept });
});

test('a grid and a rule of sale too', async () => {
  const cells = [
    { category: '1', tariff: 'PLEIN', price: 2400 },
    { category: '1', tariff: 'R0', price: null },
  ];
  const grid = `/catalogue/shows/${of.show.id}/price-grid`;
  const kept = await office.does('put', grid, { cells });
  expect(given('put', '/catalogue/shows/{id}/price-grid').safeParse(kept).error).toBeUndefined();
  expect(await office.does('put', grid, kept)).toEqual(kept);
  const rule = { opensAt: inDays(-1), closesAt: inDays(29), maxSeats: 6, tariffs: ['PLEIN'], deliveryMethods: ['print-at-home'] };
  const path = '/catalogue/performances/{id}/sale-rules';
  expect(sent('put', `${path}/{channel}`).safeParse(rule).error).toBeUndefined();
  const rules = await office.does('put', `/catalogue/performances/${of.performance.id}/sale-rules/INTERNET`, rule);
  expect(given('get', path).safeParse(rules).error).toBeUndefined();
  expect(rules).toEqual({ rules: [{ channel: 'INTERNET', ...rule, version: expect.any(String) }] });
});

test('a time with an offset is that instant, given back in UTC', async () => {
  const { id: _, active: __, version, ...read } = of.performance;
  const startsAt = new Date(Date.parse(read.startsAt) + 3_600_000).toISOString().replace('.000Z', '-01:00');
  const changed = await office.does('put', `/catalogue/performances/${of.performance.id}`, {
    ...read,
    version,
    startsAt,
    endsAt: inDays(31),
  });
  expect(changed.startsAt).toBe(new Date(startsAt).toISOString());
  // Of a clock that is hours ahead: what is written is later than the start, the instant is an hour before it.
  const hourBefore = Date.parse(changed.startsAt) - 3_600_000;
  const rule = {
    opensAt: '2026-10-01T09:00:00+02:00',
    closesAt: new Date(hourBefore + 12 * 3_600_000).toISOString().replace('Z', '+12:00'),
    maxSeats: 6,
    tariffs: ['PLEIN'],
    deliveryMethods: ['print-at-home'],
  };
  const { rules } = await office.does('put', `/catalogue/performances/${of.performance.id}/sale-rules/INTERNET`, rule);
  expect(rules[0]).toMatchObject({ opensAt: '2026-10-01T07:00:00.000Z', closesAt: new Date(hourBefore).toISOString() });
  const sales = await office.call('get', '/statistics/sales').query({ from: '2026-10-01T09:00:00+02:00' });
  expect(sales.status).toBe(200);
});

test('a room with named rows keeps its names', async () => {
  const plan = [{ category: '1', rows: 'Loge présidentielle, Loge n° 2', seats: '1-4', entrance: 'Balcon' }];
  const room = { venueId: of.venue.id, name: 'Salle aux loges', seating: 'numbered', categories: [{ code: '1', name: 'loges' }], plan };
  const { id } = await office.does('post', '/catalogue/rooms', room);
  const kept = await office.does('get', `/catalogue/rooms/${id}`);
  expect(kept.plan.map(({ rows }: { readonly rows: string }) => rows)).toEqual(['Loge n° 2, Loge présidentielle']);
});

test('a code that no table could keep is refused, not a fault', async () => {
  const { status } = await office.call('put', `/catalogue/tariffs/${'T'.repeat(17)}`, { name: words('Trop long') });
  expect(status).toBe(400);
});

test('a tariff for more people than one order of it may hold is refused', async () => {
  const group = { name: words('Groupe'), needsProof: true, rule: { kind: 'quantity', people: 10 } };
  const { status, body } = await office.call('put', '/catalogue/tariffs/GROUPE', { ...group, maxPerOrder: 8 });
  expect([status, body.code, body.errors]).toEqual([
    422,
    'entry-not-accepted',
    [{ in: 'body', pointer: '#/maxPerOrder', detail: expect.stringContaining('au moins 10\u00a0personnes') }],
  ]);
  await office.does('put', '/catalogue/tariffs/GROUPE', { ...group, maxPerOrder: 10 });
});

test('a template’s code that no file could bear is named where it stands: in the address', async () => {
  const { status, body } = await office.call('put', `/catalogue/venues/${of.venue.id}/ticket-templates/A 4/free`, { name: 'A4' });
  expect([status, body.code]).toEqual([400, 'input-invalid']);
  expect(body.errors).toEqual([{ in: 'path', pointer: '#/code', detail: expect.stringContaining('lettres minuscules') }]);
});

test('what nobody could read or write to is refused, field by field', async () => {
  const { id, active: _, ...venue } = of.venue;
  const refused = async (change: object) => (await office.call('put', `/catalogue/venues/${id}`, { ...venue, ...change })).body;
  expect(await refused({ licences: ['XXX'] })).toMatchObject({ code: 'entry-not-accepted', errors: [{ pointer: '#/licences/0' }] });
  expect(await refused({ inboxAddress: `${'a'.repeat(40)}@theatre-des-mariniers.example` })).toMatchObject({
    errors: [{ pointer: '#/inboxAddress' }],
  });
  expect(await refused({ copyAddress: venue.inboxAddress })).toMatchObject({ errors: [{ pointer: '#/copyAddress' }] });
  expect(await refused({ email: 'x'.repeat(300) + '@a.example' })).toMatchObject({ errors: [{ pointer: '#/email' }] });
  for (const title of ['Le\u0000Phare', 'Le\r\nPhare', 'Le \u202ErahP', '\u200B\u3164', ''])
    await office.call('post', '/catalogue/shows', { venueId: id, title }).expect(400);
  const { title } = await office.does('post', '/catalogue/shows', { venueId: id, title: 'Fe\u0301licie' });
  expect(title).toBe('Félicie');
});
