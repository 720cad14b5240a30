import type { Knex } from 'knex';
import type { Hold, KeptUnpaid } from '../../domain/sale/hold-limits';
import { refuseHoarding } from '../../domain/sale/hold-limits';
import { countOf, rowsOf, type Selected } from '../rows';
import { inOneStatement } from '../transaction';

interface Wanted {
  readonly performanceId: number;
  readonly count: number;
  readonly now: string;
  /** Its own places are given back for those. */
  readonly basket?: string | undefined;
}

/**
 * Counts what the holder keeps unpaid, for all processes: their row stays locked until the transaction is over, so that
 * those who ask at the same time are counted one after the other. Called before places are locked, by everybody.
 */
export async function countHolder(trx: Knex.Transaction, hold: Hold, { performanceId, count, now, basket }: Wanted): Promise<void> {
  const { holder, limits, oneOrder } = hold;
  if (Object.values(limits).every((limit) => limit === 0)) return;
  const whos = [holder.address, ...(holder.session === undefined ? [] : [holder.session])].toSorted();
  for (const who of whos) {
    const seen = { who, seen_at: new Date(now) };
    await trx('holders').insert(seen).onConflict('who').merge({ seen_at: seen.seen_at });
  }
  const held = (column: 'held_by' | 'held_session', who: string) => {
    const places = trx('performance_places')
      .where({ [column]: who, status: 'held' })
      .whereRaw('not basket <=> ?', [basket ?? '']);
    return rowsOf(places, KEPT);
  };
  const byAddress = await held('held_by', holder.address);
  const bySession = holder.session === undefined ? [] : await held('held_session', holder.session);
  const here = byAddress.filter(({ performance_id }) => performance_id === performanceId).length;
  // One order is let through by any house: its size is asked only beyond.
  const capacity = here + count <= oneOrder ? 0 : await capacityOf(trx, performanceId);
  const kept = { bySession: bySession.length, byAddress: byAddress.length, here, back: firstBack([...byAddress, ...bySession], now) };
  refuseHoarding(limits, kept, { count, oneOrder, capacity });
}

const KEPT = { performance_id: 'performance_places.performance_id', held_until: 'performance_places.held_until!' } as const;

function firstBack(kept: readonly Selected<typeof KEPT>[], now: string): KeptUnpaid['back'] {
  const first = kept.map(({ held_until }) => held_until.getTime()).toSorted((a, b) => a - b)[0];
  if (first === undefined) return undefined;
  return { until: new Date(first).toISOString(), seconds: Math.max(1, Math.ceil((first - Date.parse(now)) / 1000)) };
}

async function capacityOf(trx: Knex.Transaction, performanceId: number): Promise<number> {
  return countOf(trx('performance_places').where({ performance_id: performanceId }));
}

/** What a place says of whoever keeps it. */
export function holderColumns(hold: Hold | undefined) {
  return { held_by: hold?.holder.address ?? null, held_session: hold?.holder.session ?? null };
}

const DAY = 86_400_000;

/** Nobody is remembered for longer than places are kept. Read first: whoever is being counted locks their row, and is not old. */
export async function forgetHolders(knex: Knex, now: Date): Promise<void> {
  const before = new Date(now.getTime() - DAY);
  const old = await knex('holders').where('seen_at', '<', before).pluck('who');
  if (old.length === 0) return;
  await inOneStatement(() =>
    knex('holders')
      .whereIn('who', [...old])
      .where('seen_at', '<', before)
      .delete(),
  );
}
