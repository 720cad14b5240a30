import { canonical } from '../../../domain/canonical';
import type { Knex } from 'knex';
import { cellName, refuseGrid, type GridCell, type GridKnowledge, type PlacedCell } from '../../../domain/catalogue/price-grid';
import { EntryInUse, named } from '../../../domain/catalogue/in-use';
import { Refusal } from '../../../domain/refusal';
import type { KeptGrid, PriceGrids } from '../../../ports/catalogue/price-grids';
import type { Asked } from '../../../ports/catalogue/shelf';
import type { RecordChange } from '../../settings/record-change';
import { columns, rowsOf, valuesOf } from '../../rows';
import { inTransaction, triedOnly } from '../../transaction';
import { keepingSale } from '../sale/keeping-sale';
import { refuseStale, versionOf } from './version';

interface Needs {
  readonly knex: Knex;
  readonly recordChange: RecordChange;
}

export function createPriceGrids({ knex, recordChange }: Needs): PriceGrids {
  return {
    async of(showId) {
      const show: unknown = await knex('shows').where({ id: showId }).first('id');
      return show === undefined ? undefined : keptGrid(knex, showId);
    },

    async put(showId, cells, { dryRun = false, ...asked }) {
      const written = (trx: Knex.Transaction) => keepingSale(trx, asked.change.at, () => write(trx, { showId, cells, ...asked }));
      if (!dryRun) return (await inTransaction(knex, written)).kept;
      const { kept, before } = await triedOnly(knex, written);
      return { cells: kept.cells, version: before.version };
    },
  };

  async function write(trx: Knex.Transaction, { showId, cells, change, version }: Written): Promise<Record<'before' | 'kept', KeptGrid>> {
    await lockShow(trx, showId);
    refuseGrid(cells, await knowledge(trx, showId));
    const before = await keptGrid(trx, showId);
    const after = await withFees(trx, cells);
    if (sameCells(after, before.cells)) return { before, kept: before };
    if (version !== undefined || before.cells.length > 0) refuseStale(version, before.version);
    await refuseLostPrices(trx, { showId, cells: after, at: change.at });
    await writeCells(trx, showId, after);
    const kept = await keptGrid(trx, showId);
    await recordChange(trx, { ...change, subject: { kind: 'price-grid', id: `${showId}` }, before: before.cells, after: kept.cells });
    return { before, kept };
  }
}

interface Written extends Asked {
  readonly showId: number;
  readonly cells: readonly PlacedCell[];
}

/** Two who write the same grid write one after the other. */
async function lockShow(trx: Knex.Transaction, showId: number): Promise<void> {
  const show: unknown = await trx('shows').where({ id: showId }).forUpdate().first('id');
  if (show === undefined) throw new Refusal('entry-not-found', `No show ${showId}.`, { kind: 'show', key: showId });
}

/** What is not sold is said too, so that what is read can be written. */
async function keptGrid(knex: Knex, showId: number): Promise<KeptGrid> {
  const priced = knex('price_grid')
    .join('tariffs', 'tariffs.code', 'price_grid.tariff_code')
    .where({ show_id: showId })
    .orderBy(['category', 'tariffs.sort', 'tariffs.code']);
  const rows = await rowsOf(priced, { ...columns('price_grid', 'category', 'price', 'fee'), tariff: 'price_grid.tariff_code' });
  const tariffs = [...new Set(rows.map(({ tariff }) => tariff))];
  const cells = [...new Set(rows.map(({ category }) => category))].flatMap((category) =>
    tariffs.map((tariff): GridCell => {
      const row = rows.find((one) => one.category === category && one.tariff === tariff);
      return row?.price === undefined || row.price === null ? { category, tariff, price: null } : row;
    }),
  );
  return { cells, version: versionOf(cells) };
}

async function knowledge(trx: Knex.Transaction, showId: number): Promise<GridKnowledge> {
  const played = await trx('performances').where({ show_id: showId }).distinct('room_id').pluck('room_id');
  const rooms: readonly number[] =
    played.length > 0
      ? played
      : await valuesOf(trx('rooms').join('shows', 'shows.venue_id', 'rooms.venue_id').where('shows.id', showId), 'rooms.id');
  return {
    categories: await trx('seat_categories')
      .whereIn('room_id', [...rooms])
      .distinct('code')
      .pluck('code'),
    tariffs: await trx('tariffs').where({ active: true }).pluck('code'),
    reduced: await trx('tariffs').where({ needs_proof: true }).pluck('code'),
    full: await trx('tariffs')
      .where({ needs_proof: false, member_number: false, companionship: null })
      .whereRaw("coalesce(json_value(validity_rule, '$.kind'), '') = ''")
      .pluck('code'),
  };
}

async function withFees(trx: Knex.Transaction, cells: readonly PlacedCell[]): Promise<readonly GridCell[]> {
  const fees = await trx('tariffs').select('code', 'fee');
  return cells.map(({ category, tariff, price, fee }) => {
    if (price === null) return { category, tariff, price };
    return { category, tariff, price, fee: fee ?? fees.find(({ code }) => code === tariff)?.fee ?? 0 };
  });
}

function sameCells(a: readonly GridCell[], b: readonly GridCell[]): boolean {
  const inOrder = (cells: readonly GridCell[]) => canonical(cells.toSorted((x, y) => (cellName(x) < cellName(y) ? -1 : 1)));
  return inOrder(a) === inOrder(b);
}

interface Priced {
  readonly showId: number;
  readonly cells: readonly GridCell[];
  readonly at: string;
}

/** What is online keeps a price in each of its categories for every tariff that it offers and had one for. */
async function refuseLostPrices(trx: Knex.Transaction, { showId, cells, at }: Priced): Promise<void> {
  const online = trx('performances')
    .join('sale_rules', 'sale_rules.performance_id', 'performances.id')
    .join('sale_rule_tariffs', 'sale_rule_tariffs.rule_id', 'sale_rules.id')
    .join('performance_places', 'performance_places.performance_id', 'performances.id')
    .join('price_grid', (on) =>
      on
        .on('price_grid.show_id', 'performances.show_id')
        .on('price_grid.tariff_code', 'sale_rule_tariffs.tariff_code')
        .on('price_grid.category', 'performance_places.category'),
    )
    .where('performances.show_id', showId)
    .whereNotNull('performances.published_at')
    .whereNotNull('price_grid.price')
    .where('performances.ends_at', '>', new Date(at))
    .distinct();
  const offered = await rowsOf(online, { category: 'performance_places.category', tariff: 'sale_rule_tariffs.tariff_code' });
  const priced = new Set(cells.filter(({ price }) => price !== null).map(cellName));
  const lost = offered.map(cellName).filter((name) => !priced.has(name));
  if (lost.length > 0) throw new EntryInUse('What is online offers these prices.', named('price', lost), 'cells');
}

async function writeCells(trx: Knex.Transaction, showId: number, cells: readonly GridCell[]): Promise<void> {
  await trx('price_grid').where({ show_id: showId }).delete();
  const rows = cells.map(({ category, tariff, price, fee }) => ({ show_id: showId, category, tariff_code: tariff, price, fee: fee ?? 0 }));
  if (rows.length > 0) await trx('price_grid').insert(rows);
}
