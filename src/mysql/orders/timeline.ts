import type { Knex } from 'knex';
import type { TimelineEntry } from '../../ports/orders';
import { parseJson, toIso } from '../column-values';

interface Row {
  readonly seq: number;
  readonly at: Date;
  readonly kind: string;
  readonly actor: string;
  readonly door: string;
  readonly detail: unknown;
}

/** What happened to an order since its payment, newest first. */
export async function timelineOf(knex: Knex, reference: string): Promise<readonly TimelineEntry[]> {
  const rows: readonly Row[] = await knex('audit_events').where({ order_reference: reference }).orderBy('seq', 'desc');
  return rows.map(({ seq, at, kind, actor, door, detail }) => ({
    seq,
    at: toIso(at),
    event: kind,
    actor,
    door,
    detail: parseJson(detail),
  }));
}
