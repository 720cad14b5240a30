import type { ZodObject, ZodType } from 'zod';
import { Refusal } from '../../domain/refusal';
import type { RefusalCode } from '../../domain/refusal';
import type { ApiKey } from '../../ports/staff';
import type { Asked, Kept, Shelf } from '../../ports/catalogue/shelf';
import type { Change } from '../../ports/sale/sale-rules';
import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { codeOf, Id } from '../api/fields';
import { z } from '../api/zod';

export const CATALOGUE = 'Catalogue';
export const ADMIN = ['admin'] as const;

/** How entries of one kind are spoken of. */
export interface Spoken {
  /** `till-operators` */
  readonly path: string;
  /** `till operators` */
  readonly many: string;
  readonly one: string;
}

export const Version = z
  .string()
  .max(40)
  .optional()
  .openapi({ description: 'The version that was read: another one is refused, so that nobody overwrites unseen.' });

/** Who asks, in the record of changes. */
export function changeBy({ needs }: Site): (key: ApiKey) => Change {
  return ({ id }) => ({ by: { role: 'api-key', id }, door: 'api', at: needs.clock.now() });
}

/** A shelf, whatever more its entries say than what was sent. */
type Taking<T, K extends string | number> = Pick<Shelf<object, K>, 'all' | 'find' | 'remove'> & {
  put(value: T, asked: Asked): Promise<Kept<object, K>>;
  change(key: K, value: T, asked: Asked & { readonly version: string }): Promise<Kept<object, K>>;
};

const WRITING: readonly RefusalCode[] = ['entry-not-accepted', 'already-exists', 'changed-meanwhile', 'in-use', 'sale-would-stop'];
const Removed = z.object({ outcome: z.enum(['deleted', 'retired']) });
const Standing = { version: z.string(), active: z.boolean().openapi({ description: 'False: retired.' }) };
const Stale = z.object({ version: Version });
const OfCode = z.object({ code: z.string().min(1).max(40) });
const OfId = z.object({ id: Id });

interface Coded<S extends ZodObject> {
  readonly schema: S;
  readonly shelf: Taking<z.output<S> & { readonly code: string }, string>;
  readonly longestCode?: number;
}

/** Entries that an office names: put by their code, so that sending twice is once. */
export function codedRoutes<S extends ZodObject>(
  site: Site,
  { path, many, one }: Spoken,
  { schema, shelf, longestCode = 40 }: Coded<S>,
): readonly ApiRoute[] {
  const by = changeBy(site);
  const Entry: ZodType = schema.extend({ ...Standing, code: z.string() });
  const put = keyRoute(
    {
      method: 'put',
      path: `/catalogue/${path}/{code}`,
      tag: CATALOGUE,
      roles: ADMIN,
      summary: `Create or change a ${one}`,
      params: z.object({ code: codeOf(longestCode) }),
      body: schema.extend({ version: Version }).strict(),
      says: 'As it stands now; the same again changes nothing',
      response: Entry,
      refuses: WRITING,
    },
    async ({ params, body, key }) => {
      const { version, ...rest } = z.looseObject({ version: Version }).parse(body);
      const value = { ...schema.parse(rest), code: params.code };
      return bodyOf(await shelf.put(value, asked(by(key), version)));
    },
  );
  const find = keyRoute(
    { ...reading(`/catalogue/${path}/{code}`, `One ${one}`), params: OfCode, response: Entry, refuses: ['entry-not-found'] },
    async ({ params }) => bodyOf(known(await shelf.find(params.code), params.code)),
  );
  const remove = keyRoute({ ...removing(`/catalogue/${path}/{code}`, one), params: OfCode }, async ({ params, query, key }) => ({
    outcome: await shelf.remove(params.code, asked(by(key), query.version)),
  }));
  return [listRoute({ path, many, one }, Entry, async () => (await shelf.all()).map(bodyOf)), find, put, remove];
}

/** Entries that have a number: posting the same one again gives the same number. */
export function numberedRoutes<S extends ZodObject>(
  site: Site,
  { path, many, one }: Spoken,
  { schema, shelf }: { readonly schema: S; readonly shelf: Taking<z.output<S>, number> },
): readonly ApiRoute[] {
  const by = changeBy(site);
  const Entry: ZodType = schema.extend({ ...Standing, id: z.int() });
  const create = keyRoute(
    {
      method: 'post',
      path: `/catalogue/${path}`,
      tag: CATALOGUE,
      roles: ADMIN,
      summary: `Create a ${one}`,
      body: schema.strict(),
      says: 'As it stands now; the same again is the same one',
      response: Entry,
      refuses: WRITING,
    },
    async ({ body, key }) => numberedBody(await shelf.put(schema.parse(body), asked(by(key)))),
  );
  const find = keyRoute(
    { ...reading(`/catalogue/${path}/{id}`, `One ${one}`), params: OfId, response: Entry, refuses: ['entry-not-found'] },
    async ({ params }) => numberedBody(known(await shelf.find(params.id), params.id)),
  );
  const change = keyRoute(
    {
      method: 'put',
      path: `/catalogue/${path}/{id}`,
      tag: CATALOGUE,
      roles: ADMIN,
      summary: `Change a ${one}`,
      params: OfId,
      body: schema.extend({ version: z.string().max(40) }).strict(),
      says: 'As it stands now',
      response: Entry,
      refuses: ['entry-not-found', ...WRITING],
    },
    async ({ params, body, key }) => {
      const { version, ...rest } = z.looseObject({ version: z.string() }).parse(body);
      return numberedBody(await shelf.change(params.id, schema.parse(rest), { change: by(key), version }));
    },
  );
  const remove = keyRoute({ ...removing(`/catalogue/${path}/{id}`, one), params: OfId }, async ({ params, query, key }) => ({
    outcome: await shelf.remove(params.id, asked(by(key), query.version)),
  }));
  return [listRoute({ path, many, one }, Entry, async () => (await shelf.all()).map(numberedBody)), create, find, change, remove];
}

function reading(path: string, summary: string) {
  return { method: 'get', path, tag: CATALOGUE, roles: ADMIN, summary, says: 'As it stands' } as const;
}

function removing(path: string, one: string) {
  return {
    method: 'delete',
    path,
    tag: CATALOGUE,
    roles: ADMIN,
    summary: `Delete a ${one}, or retire it where something was sold with it`,
    query: Stale,
    says: 'Retired entries are named by what was sold, and by nothing new',
    response: Removed,
    refuses: ['entry-not-found', 'changed-meanwhile', 'in-use', 'sale-would-stop'],
  } as const;
}

function listRoute({ path, many }: Spoken, entry: ZodType, all: () => Promise<readonly unknown[]>): ApiRoute {
  return keyRoute(
    { ...reading(`/catalogue/${path}`, `All ${many}`), says: 'Retired ones too', response: z.object({ entries: z.array(entry) }) },
    async () => ({ entries: [...(await all())] }),
  );
}

function asked(change: Change, version?: string): Asked {
  return { change, version };
}

function bodyOf<T, K>({ value, version, active }: Kept<T, K>): object {
  return { ...value, version, active };
}

function numberedBody<T>(kept: Kept<T, number>): object {
  return { id: kept.key, ...bodyOf(kept) };
}

export function known<T>(found: T | undefined, key: string | number): T {
  if (found === undefined) throw new Refusal('entry-not-found', `No entry ${key}.`, { key });
  return found;
}
