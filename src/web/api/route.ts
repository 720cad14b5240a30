import type { RouteConfig } from '@asteasolutions/zod-to-openapi';
import type { Request, RequestHandler, Router } from 'express';
import type { ZodObject, ZodType } from 'zod';
import type { RefusalCode } from '../../domain/refusal';
import { Refusal } from '../../domain/refusal';
import type { ApiKey, Role } from '../../ports/staff';
import type { RequestPart } from '../problem';
import { UnreadableInput } from '../problem';
import { refusalWords } from '../words/refusals';
import { bodyReader } from './read-body';
import { Problem } from './problem-schema';
import { z } from './zod';

type ApiMethod = 'get' | 'post' | 'put' | 'delete';

/** One operation: what the document says of it and what answers it cannot differ, they are the same entry. */
export interface ApiRoute {
  readonly method: ApiMethod;
  /** Below /api, parameters in braces as OpenAPI writes them. */
  readonly path: string;
  readonly document: RouteConfig;
  mount(router: Router, doors: RouteDoors): void;
}

export interface RouteDoors {
  /** Lets keys of those roles in, and no one else. */
  readonly keyOf: (request: Request, roles: readonly Role[]) => Promise<ApiKey>;
  readonly limit: (kind: 'orders' | 'api') => readonly RequestHandler[];
}

interface Call<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly idempotencyKey: string | undefined;
  readonly request: Request;
}

interface Sketch<P extends ZodObject, Q extends ZodObject, B extends ZodType, R extends ZodType> {
  readonly method: ApiMethod;
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** The same key is obeyed once. */
  readonly idempotent?: true;
  readonly status?: 200 | 201;
  readonly says: string;
  readonly response: R;
  readonly refuses?: readonly RefusalCode[];
  readonly limit?: 'orders';
  /** What is sent, or what leaves, is a file rather than JSON. */
  readonly takes?: 'text/csv';
  readonly gives?: 'text/csv';
}

type Answer<R extends ZodType> = Promise<z.input<R>>;

/** An operation that is open to anyone, like the box office itself. */
export function openRoute<R extends ZodType, P extends ZodObject = ZodObject, Q extends ZodObject = ZodObject, B extends ZodType = ZodType>(
  sketch: Sketch<P, Q, B, R>,
  handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>> & { readonly key: ApiKey | undefined }) => Answer<R>,
): ApiRoute {
  return routeOf(sketch, { roles: undefined, answer: (call, key) => handle({ ...call, key }) });
}

/** An operation for programs that hold a key of one of those roles. */
export function keyRoute<R extends ZodType, P extends ZodObject = ZodObject, Q extends ZodObject = ZodObject, B extends ZodType = ZodType>(
  sketch: Sketch<P, Q, B, R> & { readonly roles: readonly Role[] },
  handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>> & { readonly key: ApiKey }) => Answer<R>,
): ApiRoute {
  return routeOf(sketch, { roles: sketch.roles, answer: (call, key) => handle({ ...call, key: keyHere(key) }) });
}

function routeOf<R extends ZodType, P extends ZodObject, Q extends ZodObject, B extends ZodType>(
  sketch: Sketch<P, Q, B, R>,
  door: {
    readonly roles: readonly Role[] | undefined;
    readonly answer: (call: Call<z.output<P>, z.output<Q>, z.output<B>>, key: ApiKey | undefined) => Answer<R>;
  },
): ApiRoute {
  const { method, path } = sketch;
  return {
    method,
    path,
    document: documentOf(sketch, door.roles),
    mount(router, { keyOf, limit }) {
      const readBody = bodyReader(sketch.body);
      router[method](path.replaceAll(/\{(\w+)\}/g, ':$1'), ...limit(sketch.limit ?? 'api'), async (request, response) => {
        // Who names a key where none is asked for must have one too.
        const named = door.roles ?? (request.get('authorization') === undefined ? undefined : EVERY_ROLE);
        const key = named && (await keyOf(request, named));
        await readBody(request, response);
        const call = { ...inputOf(sketch, request), request };
        response.status(sketch.status ?? 200);
        const answer = await door.answer(call, key);
        if (sketch.gives === undefined) response.json(answer);
        else response.type(sketch.gives).send(answer);
      });
    },
  };
}

export const EVERY_ROLE = ['reviewer', 'cashier', 'admin'] as const satisfies readonly Role[];

const IdempotencyKey = z.string().min(8).max(128).optional();
const NoMember = z.strictObject({});
const Headers = z.object({ 'idempotency-key': IdempotencyKey });

function inputOf<P extends ZodObject, Q extends ZodObject, B extends ZodType>(
  { params, query, body }: Pick<Sketch<P, Q, B, ZodType>, 'params' | 'query' | 'body'>,
  request: Request,
) {
  // Said of every operation, and read where words are chosen.
  const { lang: _language, ...asked } = request.query;
  // Where no body is read, a member of one would be taken for obeyed: `{ "seats": [3] }` does not cancel seat 3 alone.
  if (!body) read('body', NoMember, request.body ?? {});
  return {
    params: read('path', params, request.params),
    query: readQuery(query, asked),
    body: read('body', body, request.body ?? {}),
    idempotencyKey: read('header', Headers, { 'idempotency-key': request.get('idempotency-key') })['idempotency-key'],
  };
}

/** A parameter that nobody reads is a slip, and would be taken for a filter that was obeyed. */
function readQuery<Q extends ZodObject>(schema: Q | undefined, asked: object): z.output<Q> {
  const names = Object.keys(schema?.shape ?? {}).map((name) => [name, z.unknown().optional()] as const);
  read('query', z.strictObject(Object.fromEntries(names)), asked);
  return read('query', schema, asked);
}

/** A part without a schema is not read. */
function read<S extends ZodType>(part: RequestPart, schema: S | undefined, input: unknown): z.output<S> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- without a schema its type is that of any object
  if (!schema) return {} as z.output<S>;
  const { success, data, error } = schema.safeParse(input, { reportInput: true });
  if (!success) throw new UnreadableInput(part, error);
  return data;
}

function keyHere(key: ApiKey | undefined): ApiKey {
  if (!key) throw new Refusal('not-signed-in', 'This operation asks for a key.');
  return key;
}

function documentOf(sketch: Sketch<ZodObject, ZodObject, ZodType, ZodType>, roles: readonly Role[] | undefined): RouteConfig {
  const { method, path, summary, tag, params, query, body, idempotent, response, says, status = 200 } = sketch;
  const { takes = 'application/json', gives = 'application/json' } = sketch;
  const headers = idempotent && z.object({ 'idempotency-key': IdempotencyKey.openapi({ description: KEY }) });
  return {
    method,
    path: `/api${path}`,
    summary,
    tags: [tag],
    ...(roles ? { security: [{ key: [] }], description: `For keys of the roles: ${roles.join(', ')}.` } : { security: [] }),
    request: {
      ...(params ? { params } : {}),
      ...(query ? { query } : {}),
      ...(headers ? { headers } : {}),
      ...(body ? { body: { required: true, content: { [takes]: { schema: body } } } } : {}),
    },
    responses: { [status]: { description: says, content: { [gives]: { schema: response } } }, ...problems(sketch, roles) },
  };
}

const KEY = 'The same key with the same content is obeyed once; with another content it is refused.';

function problems(
  { refuses = [], idempotent, body }: Pick<Sketch<ZodObject, ZodObject, ZodType, ZodType>, 'refuses' | 'idempotent' | 'body'>,
  roles: readonly Role[] | undefined,
) {
  const codes = new Set<RefusalCode>([
    ...refuses,
    ...(idempotent ? (['key-used-already'] as const) : []),
    'input-invalid',
    'too-many-tries',
    ...(roles ? (['not-signed-in', 'forbidden'] as const) : []),
  ]);
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of codes) {
    const { status } = refusalWords(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const content = { 'application/problem+json': { schema: Problem } };
  return {
    ...Object.fromEntries(
      [...byStatus].map(([status, list]) => [status, { description: list.map((code) => `\`${code}\``).join(', '), content }]),
    ),
    ...(body && {
      413: { description: '`body-too-big`: more than its schema could ask for', content },
      415: { description: '`media-type-not-accepted`: no JSON, and no file that is read here', content },
    }),
    500: { description: '`fault`: ours; its `reference` is in the log', content },
    503: {
      description: '`busy`, `unavailable`: nothing has changed; `not-yet-heard`: it may still be obeyed. `Retry-After` says when',
      content,
    },
  };
}
