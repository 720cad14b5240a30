import type { Knex } from 'knex';
import type { TimelineEntry } from '../../ports/orders';
import { parseJson, toIso } from '../column-values';
import { LINK } from './link';

interface Row {
  readonly seq: number;
  readonly at: Date;
  readonly kind: string;
  readonly actor: string;
  readonly door: string;
  readonly detail: unknown;
}

/** What happened to an order since its payment, newest first; a link that was renewed is told where it belongs. */
export async function timelineOf(knex: Knex, reference: string): Promise<readonly TimelineEntry[]> {
  const rows: readonly Row[] = await knex('audit_events').where({ order_reference: reference }).orderBy('seq', 'desc');
  const renewed: readonly (Omit<Row, 'seq' | 'kind'> & { readonly before: unknown })[] = await knex('catalogue_changes')
    .where({ kind: LINK, subject: reference })
    .orderBy('id', 'desc')
    .select('at', 'actor', 'door', 'before', { detail: 'after' });
  const links = renewed.map((row) => ({ ...row, kind: kindOf(row), seq: rows.find(({ at }) => at <= row.at)?.seq ?? 0 }));
  const all = [...rows, ...links].toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.seq - a.seq);
  return all.map(({ seq, at, kind, actor, door, detail }) => ({
    seq,
    at: toIso(at),
    event: kind,
    actor,
    door,
    detail: parseJson(detail),
  }));
}

/** Where the address was corrected, the order is another customer's number from then on. */
function kindOf({ before, detail }: { readonly before: unknown; readonly detail: unknown }): string {
  return parseJson(before)?.customer === parseJson(detail)?.customer ? 'link-renewed' : 'address-corrected';
}
