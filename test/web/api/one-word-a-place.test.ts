import type { ZodType } from 'zod';
import { RefusedEntry } from '../../../src/domain/catalogue/refused-entry';
import { apiRoutes } from '../../../src/web/nouns';
import { z } from '../../../src/web/api/zod';
import { createCsrf } from '../../../src/web/csrf';
import { problemOf, UnreadableInput } from '../../../src/web/problem';
import { openTheatre, type Theatre } from '../harness';

/** Whatever is wrong with a value, its place is named once: by the schema of every operation, and by every rule. */
let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

const ODD: readonly unknown[] = [
  ...[1e300, -1e300, 0.5, -0.5, Number.MAX_SAFE_INTEGER + 2, -1, 0, Number.NaN, true, null, undefined],
  ...['', ' ', '\u0000', '🎭', '🎭'.repeat(300), '\n'.repeat(300), 'x'.repeat(21_000), '9'.repeat(400), '-1', 'not@', '2027-13-45'],
  ...[[], {}, [[]], [null, null], Array.from({ length: 60 }, () => 'x'), Array.from({ length: 60 }, () => ({})), { a: 1, b: { c: 2 } }],
];

type Schema = z.core.JSONSchema.BaseSchema;

/** A body in which everything stands, and the odd value in one place after the other. */
function* withOdd(schema: Schema, odd: unknown): Generator {
  yield odd;
  const { properties = {}, items, anyOf, oneOf } = schema;
  for (const [name, member] of Object.entries(properties))
    if (typeof member === 'object') for (const inner of withOdd(member, odd)) yield { ...sampleOf(schema, odd), [name]: inner };
  if (typeof items === 'object' && !Array.isArray(items)) for (const inner of withOdd(items, odd)) yield [inner, inner];
  for (const way of anyOf ?? oneOf ?? []) if (typeof way === 'object') yield* withOdd(way, odd);
}

/** Every member odd. */
function sampleOf({ properties = {} }: Schema, odd: unknown): object {
  return Object.fromEntries(Object.keys(properties).map((name) => [name, odd]));
}

const twice = (places: readonly string[]) => places.filter((place, index) => places.indexOf(place) < index);

function saysTwice(part: 'body' | 'query', schema: ZodType, input: unknown): readonly string[] {
  const { error } = schema.safeParse(input, { reportInput: true });
  if (!error) return [];
  const { errors = [] } = problemOf(new UnreadableInput(part, error), { language: 'en', reference: 'r', changes: true });
  expect(errors.length).toBeGreaterThan(0);
  return twice(errors.map(({ in: where, pointer }) => `${where} ${pointer}`));
}

test('no schema names a place twice', () => {
  const routes = apiRoutes({ needs: theatre.needs, csrf: createCsrf(theatre.needs.settings) });
  const schemas = routes.flatMap(({ method, path, document: { request } }) => {
    const content = request?.body?.content['application/json'];
    const body = content && 'schema' in content ? content.schema : undefined;
    return [
      ...(body instanceof z.ZodType ? [{ name: `${method} ${path}`, part: 'body' as const, schema: body }] : []),
      ...(request?.query instanceof z.ZodType ? [{ name: `${method} ${path}`, part: 'query' as const, schema: request.query }] : []),
    ];
  });
  expect(schemas.length).toBeGreaterThan(50);
  const found = schemas.flatMap(({ name, part, schema }) => {
    const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
    return ODD.flatMap((odd) => [...withOdd(described, odd)].flatMap((input) => saysTwice(part, schema, input))).map(
      (place) => `${name}: ${place}`,
    );
  });
  expect([...new Set(found)]).toEqual([]);
});

test('what a rule finds at one place is an entry each, and the same words come once', () => {
  const fault = (pointer: string, word: string, line?: number) => ({ pointer, says: { fr: word, en: word }, line });
  const refusal = new RefusedEntry([fault('#/plan', 'A 1.'), fault('#/name', 'No.'), fault('#/plan', 'B 2.'), fault('#/plan', 'A 1.')]);
  expect(problemOf(refusal, { language: 'en', reference: 'r', changes: true }).errors).toEqual([
    { in: 'body', pointer: '#/plan', detail: 'A 1.' },
    { in: 'body', pointer: '#/name', detail: 'No.' },
    { in: 'body', pointer: '#/plan', detail: 'B 2.' },
  ]);
  const file = new RefusedEntry([fault('#', 'Cut.', 2), fault('#', 'Empty.', 3)]);
  expect(problemOf(file, { language: 'en', reference: 'r', changes: true }).errors).toHaveLength(2);
});
