import { readGridFile, writeGridFile } from '../../domain/catalogue/grid-file';
import { inJson } from '../../domain/catalogue/price-grid';
import type { KeptGrid } from '../../ports/catalogue/price-grids';
import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { Id, Price } from '../api/fields';
import { z } from '../api/zod';
import { ADMIN, CATALOGUE, changeBy, known, Version } from './shelf-routes';

const Cell = z
  .strictObject({
    category: z.string().min(1).max(20),
    tariff: z.string().min(1).max(16),
    price: Price.nullable().openapi({ description: 'In cents; null: not sold so.' }),
    fee: Price.optional().openapi({ description: 'In cents; left out, the tariff’s own.' }),
  })
  .openapi('GridCell');
const GridVersion = Version.openapi({
  description: 'The version that was read: needed to change a grid that stands, by file and `dryRun` too; another one is refused.',
});
const Grid = z.object({ cells: z.array(Cell), version: z.string() }).openapi('PriceGrid');
const OfShow = z.object({ id: Id });
const HEAD = { tag: CATALOGUE, roles: ADMIN, params: OfShow } as const;
const Csv = z.string().openapi({ description: '`catégorie;tarif;prix;frais`, UTF-8 with a mark, a comma before the cents.' });

/** The prices of a show: its cells, as JSON or as a file of a spreadsheet. */
export function gridRoutes(site: Site): readonly ApiRoute[] {
  const { priceGrids } = site.needs;
  const by = changeBy(site);
  const path = '/catalogue/shows/{id}/price-grid';
  const read = keyRoute(
    { ...HEAD, method: 'get', path, summary: 'The price grid of a show', says: 'Category by category', response: Grid, refuses: ['entry-not-found'] }, // prettier-ignore
    async ({ params }) => gridBody(known(await priceGrids.of(params.id), params.id)),
  );
  const put = keyRoute(
    {
      ...HEAD,
      method: 'put',
      path,
      summary: 'Write the price grid of a show, also while it is on sale',
      body: z.strictObject({ cells: z.array(Cell).min(1).max(2000), version: GridVersion }),
      says: 'Orders already placed keep their prices',
      response: Grid,
      refuses: [
        'entry-not-found',
        'grid-not-accepted',
        'full-tariff-missing',
        'already-exists',
        'changed-meanwhile',
        'in-use',
        'sale-would-stop',
      ],
    },
    async ({ params, body, key }) =>
      gridBody(await priceGrids.put(params.id, inJson(body.cells), { change: by(key), version: body.version })),
  );
  const write = keyRoute(
    { ...HEAD, method: 'get', path: `${path}.csv`, summary: 'The same, for a French spreadsheet', says: 'A file', gives: 'text/csv', response: Csv, refuses: ['entry-not-found'] }, // prettier-ignore
    async ({ params }) => writeGridFile(known(await priceGrids.of(params.id), params.id).cells),
  );
  const take = keyRoute(
    {
      ...HEAD,
      method: 'put',
      path: `${path}.csv`,
      summary: 'Write it from a spreadsheet: all or nothing',
      query: z.object({
        version: GridVersion,
        dryRun: z.enum(['true', 'false']).optional().openapi({
          description:
            '`true`: nothing is kept, and the answer is the one that sending it would have, refusals included; `version` is then the one that stands.',
        }),
      }),
      takes: 'text/csv',
      body: z.instanceof(Buffer, { error: 'send text/csv' }).openapi({
        type: 'string',
        description:
          '`;`, tabs or `,`, decimal comma; UTF-8, UTF-16 with its mark, or windows-1252. Every fault is named by line and column.',
      }),
      says: 'As it stands now, or would',
      response: Grid,
      refuses: [
        'entry-not-found',
        'grid-not-accepted',
        'full-tariff-missing',
        'already-exists',
        'changed-meanwhile',
        'in-use',
        'sale-would-stop',
      ],
    },
    async ({ params, query: { version, dryRun }, body, key }) =>
      gridBody(await priceGrids.put(params.id, readGridFile(body), { change: by(key), version, dryRun: dryRun === 'true' })),
  );
  return [read, put, write, take];
}

function gridBody({ cells, version }: KeptGrid): z.input<typeof Grid> {
  return { cells: cells.map(({ category, tariff, price, fee }) => ({ category, tariff, price, fee })), version };
}
