import request from 'supertest';
import { API_KEY, openTheatre, type Theatre } from '../harness';

/** Whoever asks for too few, too many or something else reads between what and what. */
let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly type?: string; readonly minimum?: number; readonly maximum?: number };
}
type Paths = Readonly<Record<string, Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>>>;

const get = (path: string) => request(theatre.url).get(path).set('Authorization', `Bearer ${API_KEY}`);

async function numbersAsked() {
  const { body } = await get('/api/openapi.json');
  const paths: Paths = body.paths;
  return Object.entries(paths).flatMap(([path, { get: read }]) =>
    (read?.parameters ?? []).filter(({ schema }) => schema.type === 'integer').map((parameter) => ({ path, ...parameter })),
  );
}

const HERE: Readonly<Record<string, string>> = { reference: '7K2M-4Q9T', kind: 'tickets', language: 'fr', version: '1' };

test('every number of a query or an address that cannot be is told its bounds', async () => {
  const asked = await numbersAsked();
  expect(asked.filter((one) => one.in === 'query').length).toBeGreaterThan(8);
  const untold: string[] = [];
  for (const { path, name, in: part, schema } of asked)
    for (const odd of ['0', '-1', '1.5', 'abc', '05', `${(schema.maximum ?? 0) + 1}`]) {
      const right = path.replaceAll(/\{(\w+)\}/g, (_, one: string) => (part === 'path' && one === name ? odd : (HERE[one] ?? '1')));
      const { status, body } = await get(part === 'path' ? right : `${right}?${name}=${odd}`);
      const [{ pointer = '', detail = '' } = {}, ...others] = body.errors ?? [];
      const told = [`${schema.minimum}`, `${schema.maximum}`].every((bound) => detail.split(/[^\d]+/).includes(bound));
      if (status !== 400 || pointer !== `#/${name}` || !told || others.length > 0) untold.push(`${path} ${name}=${odd}: ${detail}`);
    }
  expect(untold).toEqual([]);
});

test.each([
  ['fr', 'Un nombre de 1 à 100 est attendu, écrit comme 12.'],
  ['en', 'A number from 1 to 100 is expected, written like 12.'],
])('limit=0 in words (%s)', async (language, detail) => {
  const { body } = await get(`/api/orders?limit=0&lang=${language}`);
  expect(body.errors).toEqual([{ in: 'query', pointer: '#/limit', detail }]);
});
