import type { Knex } from 'knex';
import type { LetterKind } from '../../domain/letter';
import type { TimelineEntry } from '../../ports/orders';
import { parseJson, toIso } from '../column-values';
import { howLost } from '../letters/undelivered';
import { LINK } from './link';

interface Row {
  readonly seq: number;
  readonly at: Date;
  readonly kind: string;
  readonly actor: string;
  readonly door: string;
  readonly detail: unknown;
}

/** What happened to an order since its payment, newest first; a link renewed, and what became of letters, are told where they belong. */
export async function timelineOf(knex: Knex, reference: string): Promise<readonly TimelineEntry[]> {
  const rows: readonly Row[] = await knex('audit_events').where({ order_reference: reference }).orderBy('seq', 'desc');
  const renewed: readonly (Omit<Row, 'seq' | 'kind'> & { readonly before: unknown })[] = await knex('catalogue_changes')
    .where({ kind: LINK, subject: reference })
    .orderBy('id', 'desc')
    .select('at', 'actor', 'door', 'before', { detail: 'after' });
  const links = renewed.map((row) => ({ ...row, kind: kindOf(row), seq: rows.find(({ at }) => at <= row.at)?.seq ?? 0 }));
  const told = (await letterEntries(knex, reference)).map((one) => ({ ...one, seq: rows.find(({ at }) => at <= one.at)?.seq ?? 0 }));
  const sold = await soldAtCounter(knex, reference);
  const changes = rows.map((row) =>
    row.kind === 'started' ? { ...row, ...sold, detail: { ...parseJson(row.detail), ...sold?.detail } } : row,
  );
  const all = [...told, ...changes, ...links].toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.seq - a.seq);
  return all.map(({ seq, at, kind, actor, door, detail }) => ({
    seq,
    at: toIso(at),
    event: kind,
    actor,
    door,
    detail: parseJson(detail),
  }));
}

/** The story of a sale across the counter begins by somebody; whether they confirmed to have seen the proofs is kept with the sale. */
async function soldAtCounter(knex: Knex, reference: string) {
  const order: { readonly sold_by: string | null } | undefined = await knex('orders').where({ reference }).first('sold_by');
  const command = `sale-${reference}`;
  const seen: { readonly author: string } | undefined = await knex('attestations')
    .where({ order_reference: reference, command })
    .first('author');
  const actor = order?.sold_by ?? seen?.author;
  return actor === undefined ? undefined : { actor, detail: seen ? { proofsSeen: true } : {} };
}

interface LetterRow {
  readonly kind: LetterKind;
  readonly state: 'sent' | 'failed' | 'bounced';
  readonly sent_at: Date | null;
  readonly ended_at: Date | null;
  readonly recipient: string;
  readonly why: string | null;
}

/** No change of the order says whether its confirmation has left, nor of any letter that it reached nobody. */
async function letterEntries(knex: Knex, order: string): Promise<readonly Omit<Row, 'seq'>[]> {
  const rows: readonly LetterRow[] = await knex('outgoing_mail')
    .where({ order_reference: order })
    .where((some) => void some.whereIn('state', ['failed', 'bounced']).orWhere({ kind: 'confirmation', state: 'sent' }))
    .orderBy('id', 'desc')
    .select('kind', 'state', 'sent_at', 'ended_at', 'recipient', 'why');
  return rows.flatMap(({ kind, state, sent_at: sent, ended_at: ended, recipient, why }) => {
    const by = { actor: 'system', door: 'system' };
    const to = recipient === 'spectator' ? 'customer' : 'venue';
    const lost = ended === null || dispatchSays(kind, state) ? [] : [{ ...by, at: ended, kind: 'letter-lost', detail: { letter: kind, to, how: howLost({ state, why }) } }]; // prettier-ignore
    const left = sent === null || kind !== 'confirmation' ? [] : [{ ...by, at: sent, kind: 'letter-sent', detail: { letter: kind, to } }];
    return [...lost, ...left];
  });
}

/** The story hears itself that tickets were refused. */
function dispatchSays(kind: LetterKind, state: LetterRow['state']): boolean {
  return kind === 'tickets' && state === 'failed';
}

/** Where the address was corrected, the order is another customer's number from then on. */
function kindOf({ before, detail }: { readonly before: unknown; readonly detail: unknown }): string {
  return parseJson(before)?.customer === parseJson(detail)?.customer ? 'link-renewed' : 'address-corrected';
}
