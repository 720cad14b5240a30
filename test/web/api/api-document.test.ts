import request from 'supertest';
import { apiRoutes } from '../../../src/web/nouns';
import { createCsrf } from '../../../src/web/csrf';
import type { Theatre } from '../harness';
import { openTheatre } from '../harness';

let theatre: Theatre;

beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly security: readonly unknown[]; readonly responses: object }>>>>;
}

async function document(): Promise<Document> {
  return (await request(theatre.url).get('/api/openapi.json').expect(200)).body;
}

type Schema = Readonly<Record<string, unknown>>;

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null;
}

/** Every object of the document, and where it stands. */
function schemasIn(value: unknown, at = '#'): readonly { readonly at: string; readonly schema: Schema }[] {
  if (!isSchema(value)) return [];
  return [{ at, schema: value }, ...Object.entries(value).flatMap(([name, inner]) => schemasIn(inner, `${at}/${name}`))];
}

/** Words about a schema: they let in nothing and shut out nothing. */
const WORDS = ['description', 'title', 'example', 'examples', 'default', 'deprecated', 'readOnly', 'writeOnly'];

/** All that must hold together: the schemas of `allOf`, and what stands beside it. A sentence alone is none. */
function membersOf({ allOf, ...beside }: Schema): readonly Schema[] {
  const members = Array.isArray(allOf) ? allOf.filter(isSchema) : [];
  return [...members, beside].filter((member) => Object.keys(member).some((key) => !WORDS.includes(key)));
}

function resolved(schema: Schema, whole: unknown): Schema {
  const ref = schema['$ref'];
  if (typeof ref !== 'string') return schema;
  const found = ref
    .slice(2)
    .split('/')
    .reduce<unknown>((inner, name) => (isSchema(inner) ? inner[name] : undefined), whole);
  return isSchema(found) ? resolved(found, whole) : {};
}

describe('the document of the API', () => {
  it('says of a held order whose turn it is, also where no proof can come any more', async () => {
    const order = schemasIn(await document()).find(({ at }) => at.endsWith('/schemas/Order/properties'))?.schema ?? {};
    expect(order['status']).toMatchObject({ description: expect.stringMatching(/`refused-final`.*without `email`/) });
    expect(order['waitsFor']).toMatchObject({ enum: expect.arrayContaining(['spectator', 'performance']) });
  });

  it('is OpenAPI 3.1 and names every operation that answers', async () => {
    const { openapi, paths } = await document();
    expect(openapi).toBe('3.1.0');
    const routes = apiRoutes({ needs: theatre.needs, csrf: createCsrf(theatre.needs.settings) });
    const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    expect(described.toSorted()).toEqual(routes.map(({ method, path }) => `${method} /api${path}`).toSorted());
    expect(described.length).toBeGreaterThan(15);
  });

  it('describes no operation that nobody answers', async () => {
    const { paths } = await document();
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, { security }] of Object.entries(methods)) {
        const address = path.replace('{reference}', '7K2M-4Q9T').replaceAll(/\{\w+\}/g, '1');
        const door = request(theatre.url);
        const answers: Readonly<Record<string, () => request.Test>> = {
          get: () => door.get(address),
          post: () => door.post(address).send({}),
          put: () => door.put(address).send({}),
          delete: () => door.delete(address),
        };
        const answer = await answers[method]?.();
        expect(answer?.body.code).not.toBe('not-found');
        expect(answer?.status === 401).toBe(security.length > 0);
      }
    }
  });

  it('closes no schema that is put together with others: nothing could satisfy both', async () => {
    const described: unknown = await document();
    const together = schemasIn(described).filter(({ schema }) => 'allOf' in schema);
    expect(together.length).toBeGreaterThan(1);
    const several = together.filter(({ schema }) => membersOf(schema).length > 1);
    expect(several.length).toBeGreaterThan(0);
    const closed = several.filter(({ schema }) =>
      membersOf(schema).some((member) => resolved(member, described)['additionalProperties'] === false),
    );
    expect(closed.map(({ at }) => at)).toEqual([]);
  });

  it('says of every operation with a body that it may be too big', async () => {
    const { paths } = await document();
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
    for (const operation of operations) {
      for (const status of ['413', '415']) expect(status in operation.responses).toBe('requestBody' in operation);
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['500', '503']));
    }
    expect(operations.filter((operation) => 'requestBody' in operation).length).toBeGreaterThan(15);
  });

  it('has a page of our own, under its policy', async () => {
    const { text, headers } = await request(theatre.url).get('/api/docs').expect(200);
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(text).not.toMatch(/https?:\/\//);
    await request(theatre.url).get('/api/docs/swagger-ui-bundle.js').expect(200);
  });
});
