import type { Office } from '../catalogue/office';
import { inDays, openOffice, stage, words } from '../catalogue/office';

/** Every number that the API takes has bounds that the columns and the sums over an order can hold. */
let office: Office;
let of: Awaited<ReturnType<typeof stage>>;
let document: Json;
beforeAll(async () => {
  office = await openOffice();
  of = await stage(office);
  document = await office.does('get', '/openapi.json');
});
afterAll(() => office.close());

type Json = { readonly [name: string]: Json };
type Path = readonly string[];
interface Numeric {
  readonly at: Path;
  readonly schema: Json;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

const resolved = (schema: Json): Json => {
  const ref = schema['$ref'];
  return ref === undefined ? schema : resolved(document['components']?.['schemas']?.[textOf(ref).split('/').at(-1) ?? ''] ?? {});
};

const typesOf = (schema: Json): readonly string[] => Object.values([schema['type'] ?? []].flat()).map(String);

/** The numbers of a schema, and where each stands in a body; `[]` is the first of a list. */
function numbersIn(given: Json, at: Path = []): readonly Numeric[] {
  const schema = resolved(given);
  const own = typesOf(schema).some((type) => type === 'integer' || type === 'number') ? [{ at, schema }] : [];
  const members = Object.entries(schema['properties'] ?? {}).flatMap(([name, member]) => numbersIn(member, [...at, name]));
  const items = schema['items'] === undefined ? [] : numbersIn(schema['items'], [...at, '[]']);
  const ways = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => Object.values(schema[key] ?? {}).flatMap((one) => numbersIn(one, at)));
  return [...own, ...members, ...items, ...ways];
}

interface Operation {
  readonly name: string;
  readonly body: Json | undefined;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Json }[];
}

function operations(): readonly Operation[] {
  return Object.entries(document['paths'] ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody, parameters }]) => ({
      name: `${method} ${path}`,
      body: requestBody?.['content']?.['application/json']?.['schema'],
      parameters: Object.values(parameters ?? {}).map((one) => ({
        name: textOf(one['name']),
        in: textOf(one['in']),
        schema: one['schema'] ?? {},
      })),
    })),
  );
}

/** Of our own, in an address: sixteen figures are none, and are refused by their form. */
const isOurs = (where: string, schema: Json) => where === 'path' && schema['minimum'] !== undefined;

test('every number of a body or a query has its least and its most in the document', () => {
  const open = operations().flatMap(({ name, body, parameters }) => [
    ...(body === undefined ? [] : numbersIn(body).map(({ at, schema }) => ({ where: `${name} ${at.join('/')}`, schema }))),
    ...parameters
      .filter((one) => !isOurs(one.in, one.schema))
      .flatMap((one) => numbersIn(one.schema).map(({ schema }) => ({ where: `${name} ?${one.name}`, schema }))),
  ]);
  expect(open.length).toBeGreaterThan(30);
  const unbounded = open.filter(
    ({ schema }) => schema['maximum'] === undefined || (schema['minimum'] ?? schema['exclusiveMinimum']) === undefined,
  );
  expect(unbounded.map(({ where }) => where)).toEqual([]);
});

test('an order as big as a rule allows, at the highest prices, is an amount that it can hold', async () => {
  const price = numbersIn(operations().find(({ name }) => name.startsWith('put /api/catalogue/delivery-methods'))?.body ?? {});
  const highest = Number(price.find(({ at }) => at.join('/') === 'price')?.schema['maximum']);
  const seats = numbersIn(operations().find(({ name }) => name.includes('put') && name.endsWith('/sale-rules/{channel}'))?.body ?? {});
  const most = Number(seats.find(({ at }) => at.join('/') === 'maxSeats')?.schema['maximum']);
  expect([highest, most]).toEqual([9_999_999, 50]);
  expect(most * 2 * highest + highest).toBeLessThanOrEqual(4_294_967_295);
});

/** What most columns cannot hold, what no number can tell apart, and what is no count of anything. */
const ODD = [4_294_967_296, 99_999_999_999, 2 ** 53, 1e300, -1, -4_294_967_297, 0.5, 4_294_967_295] as const;

/** A body that its schema takes, as far as a form can tell. */
function sample(given: Json): unknown {
  const schema = resolved(given);
  for (const key of ['example', 'const', 'default'] as const) if (schema[key] !== undefined) return schema[key];
  const [way] = ['anyOf', 'oneOf'].flatMap((key) => Object.values(schema[key] ?? {}));
  if (way) return sample(way);
  if (schema['allOf']) return Object.assign({}, ...Object.values(schema['allOf']).map(sample));
  if (schema['enum']) return Object.values(schema['enum'])[0];
  const [type] = typesOf(schema);
  if (type === 'object')
    return Object.fromEntries(Object.entries(schema['properties'] ?? {}).map(([name, member]) => [name, sample(member)]));
  if (type === 'array') return [sample(schema['items'] ?? {})];
  if (type === 'integer' || type === 'number') return Number(schema['minimum'] ?? 1);
  if (type === 'boolean') return true;
  return FORMS[textOf(schema['format'])] ?? 'abc';
}
const FORMS: Readonly<Record<string, string>> = {
  'date-time': inDays(40),
  email: 'paul@courriel.example',
  uuid: '0b3c1f1e-6f0a-4a51-9a53-1d0e2f3a4b5c',
};

/** The same with one number of it put in another’s place. */
function withNumber(value: unknown, [step, ...rest]: Path, odd: number): unknown {
  if (step === undefined) return odd;
  if (step === '[]') return [withNumber(Array.isArray(value) ? value[0] : undefined, rest, odd)];
  const object: Readonly<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  return { ...object, [step]: withNumber(object[step], rest, odd) };
}

const PERFORMANCE = { startsAt: inDays(30), doorsAt: inDays(30, -1), endsAt: inDays(30, 2), vatRate: 210 };
/** Of the entries that are kept as they come: right but for the one number. */
const RIGHT: Readonly<Record<string, () => object>> = {
  'put /catalogue/delivery-methods/{code}': () => ({ name: words('Lettre recommandée'), sort: 1, price: 900 }),
  'put /catalogue/tariffs/{code}': () => ({
    name: words('Plein tarif'),
    sort: 1,
    fee: 100,
    maxPerOrder: 6,
    minPerOrder: 2,
    retentionDays: 1,
  }),
  'post /catalogue/performances': () => ({ ...PERFORMANCE, showId: of.show.id, roomId: of.room.id }),
  'put /catalogue/performances/{id}': () => ({ ...PERFORMANCE, showId: of.show.id, roomId: of.room.id }),
  'put /catalogue/shows/{id}/price-grid': () => ({ cells: [{ category: '1', tariff: 'PLEIN', price: 900, fee: 100 }] }),
  'post /catalogue/rooms': () => ({ name: 'Petite salle', venueId: of.venue.id, seating: 'free', capacity: 80, categories: [{ code: '1', name: 'unique' }], plan: [{ category: '1', entrance: 'Foyer', capacity: 80 }] }), // prettier-ignore
};

const asMethod = (text: string) => (text === 'post' || text === 'put' || text === 'delete' ? text : 'get');

test('no number makes the program fail, in a body, a query or an address', async () => {
  const failed: string[] = [];
  let asked = 0;
  const tries = async (name: string, address: string, body?: unknown) => {
    const method = asMethod(name.split(' ')[0] ?? '');
    asked += 1;
    const answer = await office.call(method, address, typeof body === 'object' && body !== null ? body : undefined);
    if (answer.status >= 500) failed.push(`${name} ${address} ${JSON.stringify(body)}: ${answer.status}`);
  };
  for (const { name, body, parameters } of operations()) {
    const [, path = ''] = name.replace('/api/', '/').split(' ');
    const short = name.replace(' /api/', ' /');
    const right = (odd?: readonly [string, number]) =>
      path.replaceAll(/\{(\w+)\}/g, (_, one: string) => `${odd?.[0] === one ? odd[1] : (HERE[one] ?? '1')}`);
    for (const odd of ODD) {
      for (const one of parameters.filter(({ schema }) => numbersIn(schema).length > 0)) {
        if (one.in === 'path') await tries(name, right([one.name, odd]), body && sample(body));
        else await tries(name, `${right()}?${one.name}=${odd}`);
      }
      for (const { at } of body === undefined ? [] : numbersIn(body))
        await tries(name, right(), withNumber(RIGHT[short]?.() ?? sample(body ?? {}), at, odd));
    }
  }
  expect(asked).toBeGreaterThan(500);
  expect(failed).toEqual([]);
}, 120_000);

/** What stands in an address where a form is asked of it. */
const HERE: Readonly<Record<string, string>> = {
  ...{ reference: '7K2M-4Q9T', kind: 'terms-of-sale', language: 'fr', seating: 'free', code: 'PLEIN' },
  ...{ channel: 'INTERNET', version: '1' },
};
