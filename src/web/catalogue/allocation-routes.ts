import { Refusal } from '../../domain/refusal';
import { line } from '../typed-text';
import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { codeOf, Id } from '../api/fields';
import { z } from '../api/zod';
import { ADMIN, CATALOGUE, changeBy } from './shelf-routes';

const OfPerformance = z.object({ id: Id });
const OfAllocation = OfPerformance.extend({ code: codeOf(40) });
const HEAD = { tag: CATALOGUE, roles: ADMIN } as const;
const Count = z.object({ category: z.string(), free: z.int(), held: z.int(), sold: z.int(), closed: z.int() });
const Allocations = z
  .object({
    allocations: z.array(z.object({ code: z.string(), name: z.string(), places: z.array(Count) })),
    unallocated: z.array(Count).openapi({ description: 'Places that no allocation keeps.' }),
  })
  .openapi('Allocations');

/** Places kept for one way of selling. */
export function allocationRoutes(site: Site): readonly ApiRoute[] {
  const { allocations, shelves } = site.needs;
  const by = changeBy(site);
  const path = '/catalogue/performances/{id}/allocations';
  const refuses = ['performance-not-found', 'allocation-not-found', 'seats-not-available'] as const;
  const list = keyRoute(
    { ...HEAD, method: 'get', path, summary: 'The allocations of a performance', params: OfPerformance, says: 'How many places stand how', response: Allocations, refuses: ['entry-not-found'] }, // prettier-ignore
    async ({ params }) => {
      await known(params.id);
      return standing(params.id);
    },
  );
  const create = keyRoute(
    {
      ...HEAD,
      method: 'put',
      path: `${path}/{code}`,
      summary: 'Create or rename an allocation',
      params: OfAllocation,
      body: z.strictObject({ name: line(120) }),
      says: 'It keeps no place yet',
      response: Allocations,
      refuses: ['entry-not-found'],
    },
    async ({ params: { id, code }, body: { name }, key }) => {
      await known(id);
      await allocations.create(id, { code, name }, by(key));
      return standing(id);
    },
  );
  const moves = (['top-up', 'give-back'] as const).map((deed) =>
    keyRoute(
      {
        ...HEAD,
        method: 'post',
        path: `${path}/{code}/${deed}`,
        summary: deed === 'top-up' ? 'Top an allocation up, the best free places first' : 'Give free places back to all',
        params: OfAllocation,
        body: z.strictObject({ category: z.string().max(20), count: z.int().min(1).max(5000) }),
        says: 'How many places stand how now',
        response: Allocations,
        refuses,
      },
      async ({ params: { id, code }, body, key }) => {
        const move = { allocation: code, ...body };
        await (deed === 'top-up' ? allocations.topUp(id, move, by(key)) : allocations.giveBack(id, move, by(key)));
        return standing(id);
      },
    ),
  );
  return [list, create, ...moves];

  async function known(id: number): Promise<void> {
    if (!(await shelves.performances.find(id))) throw new Refusal('entry-not-found', `No performance ${id}.`, { key: id });
  }

  async function standing(id: number): Promise<z.input<typeof Allocations>> {
    const { allocations: all, unallocated } = await allocations.of(id);
    return { allocations: all.map(({ places, ...one }) => ({ ...one, places: [...places] })), unallocated: [...unallocated] };
  }
}
