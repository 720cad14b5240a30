import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { Id, Instant } from '../api/fields';
import { pageOf } from '../api/page-size';
import { z } from '../api/zod';
import { ADMIN, CATALOGUE } from './shelf-routes';

const Change = z
  .object({
    id: z.int(),
    at: Instant,
    actor: z.string().openapi({ example: 'api-key:2' }),
    who: z.string().optional(),
    door: z.string(),
    kind: z.string().openapi({ example: 'tariff' }),
    subject: z.string().openapi({ example: 'ETUD' }),
    before: z.unknown().openapi({ description: 'Absent: it was not there.' }),
    after: z.unknown().openapi({ description: 'Absent: it is no more.' }),
  })
  .openapi('CatalogueChange');

/** Who changed what. */
export function changeRoutes({ needs }: Site): readonly ApiRoute[] {
  const list = keyRoute(
    {
      method: 'get',
      path: '/catalogue/changes',
      tag: CATALOGUE,
      roles: ADMIN,
      summary: 'Every change of the catalogue and of the settings, newest first',
      query: z.object({
        kind: z.string().max(40).optional(),
        subject: z.string().max(191).optional(),
        after: Id.optional().openapi({ description: '`next` of the page before.' }),
        limit: pageOf({ most: 200, otherwise: 50 }),
      }),
      says: 'Who, when, by which door, before and after',
      response: z.object({ changes: z.array(Change), next: z.int().optional() }),
    },
    async ({ query: { kind, subject, after, limit } }) => {
      const found = await needs.changeLog.list({ kind, subject, before: after, limit: limit + 1 });
      const page = found.slice(0, limit);
      return { changes: page.map((change) => ({ ...change })), next: found.length > limit ? page.at(-1)?.id : undefined };
    },
  );
  return [list];
}
