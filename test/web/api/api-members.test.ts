import { apiRoutes } from '../../../src/web/nouns';
import { createCsrf } from '../../../src/web/csrf';
import type { Office } from '../catalogue/office';
import { openOffice, stage, words } from '../catalogue/office';

/** A member that nobody reads is a slip, and would be taken for something that was obeyed: every operation refuses it by its name. */
let office: Office;
let of: Awaited<ReturnType<typeof stage>>;
beforeAll(async () => {
  office = await openOffice();
  of = await stage(office);
});
afterAll(() => office.close());

type Json = { readonly [name: string]: Json };

/** Where an object of a body would take any member. */
function loose(schema: Json, all: Json, at: string): readonly string[] {
  const ref = schema['$ref'];
  if (typeof ref === 'string') return loose(all[String(ref).split('/').at(-1) ?? ''] ?? {}, all, at);
  const open = schema['properties'] !== undefined && !isFalse(schema['additionalProperties']) ? [at] : [];
  const members = Object.entries(schema['properties'] ?? {}).flatMap(([name, member]) => loose(member, all, `${at}/${name}`));
  const items = schema['items'] === undefined ? [] : loose(schema['items'], all, `${at}/[]`);
  const ways = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => Object.values(schema[key] ?? {}).flatMap((one) => loose(one, all, at)));
  return [...open, ...members, ...items, ...ways];
}

const isFalse = (value: unknown) => value === false;

it('no body of the document takes a member that it does not name', async () => {
  const document: Json = await office.does('get', '/openapi.json');
  const schemas = document['components']?.['schemas'] ?? {};
  const bodies = Object.entries(document['paths'] ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.['content']?.['application/json']?.['schema'];
      return schema === undefined ? [] : [{ at: `${method} ${path}`, schema }];
    }),
  );
  expect(bodies.length).toBeGreaterThan(30);
  expect(bodies.flatMap(({ at, schema }) => loose(schema, schemas, at))).toEqual([]);
});

it('every operation that changes something refuses a member that it does not read, and names it', async () => {
  const routes = apiRoutes({ needs: office.needs, csrf: createCsrf(office.needs.settings) });
  const changing = routes.filter(({ method, path }) => method !== 'get' && !path.endsWith('.csv'));
  expect(changing.length).toBeGreaterThan(50);
  const silent: string[] = [];
  for (const { method, path } of changing) {
    const address = path
      .replace('{reference}', '7K2M-4Q9T')
      .replace('{kind}', 'tickets')
      .replace('{language}', 'fr')
      .replace('{seating}', 'free')
      .replace('/check-ins/{id}', '/check-ins/0b3c1f1e-6f0a-4a51-9a53-1d0e2f3a4b5c')
      .replaceAll(/\{\w+\}/g, '999999');
    const { body } = await office.call(method, address, { unReadMember: 1 });
    const named = (body.errors ?? []).some(({ detail }: { readonly detail: string }) => detail.includes('unReadMember'));
    if (!named) silent.push(`${method} ${path}: ${body.code}`);
  }
  expect(silent).toEqual([]);
});

it.each([
  ['in an entry', () => ['put', '/catalogue/tariffs/PLEIN', { name: words('Plein'), minPerOder: 2 }, '#', 'minPerOder'] as const],
  ['in one of its texts', () => ['put', '/catalogue/tariffs/PLEIN', { name: { ...words('Plein'), de: 'Voll' } }, '#/name', 'de'] as const],
  [
    'in a rule of validity',
    () =>
      [
        'put',
        '/catalogue/tariffs/R1',
        { name: words('R'), rule: { kind: 'younger-than', years: 26, year: 25 } },
        '#/rule',
        'year',
      ] as const,
  ],
  [
    'in a cell of a grid',
    () => ['put', `/catalogue/shows/${of.show.id}/price-grid`, { cells: [{ category: '1', tariff: 'PLEIN', price: 1, prix: 2 }] }, '#/cells/0', 'prix'] as const, // prettier-ignore
  ],
])('a misspelt member %s changes nothing', async (_, ask) => {
  const [method, path, body, pointer, name] = ask();
  const { status, body: problem } = await office.call(method, path, body);
  expect([status, problem.code]).toEqual([400, 'input-invalid']);
  expect(problem.errors).toEqual([{ in: 'body', pointer, detail: expect.stringContaining(name) }]);
});
