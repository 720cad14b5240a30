import type { Knex } from 'knex';
import type { LetterKind } from '../../domain/letter';
import type { TimelineEntry } from '../../ports/orders';
import { toIso } from '../column-values';
import { howLost } from '../letters/undelivered';
import { auditDetail, linkAfter, linkBefore } from '../schema/json-columns';
import type { LetterState } from '../schema/mail';
import { LINK } from './link';

interface Entry {
  readonly at: Date;
  readonly kind: string;
  readonly actor: string;
  readonly door: string;
  readonly detail: TimelineEntry['detail'];
}

/** What happened to an order since its payment, newest first; a link renewed, and what became of letters, are told where they belong. */
export async function timelineOf(knex: Knex, reference: string): Promise<readonly TimelineEntry[]> {
  const rows = await knex('audit_events').where({ order_reference: reference }).orderBy('seq', 'desc');
  const renewed = await knex('catalogue_changes')
    .where({ kind: LINK, subject: reference })
    .orderBy('id', 'desc')
    .select('at', 'actor', 'door', 'before', 'after');
  const links = renewed.map(({ at, actor, door, ...row }) => {
    const [before, detail] = [linkBefore(row.before), linkAfter(row.after)];
    return { at, actor, door, detail, kind: kindOf(before, detail), seq: rows.find((one) => one.at <= at)?.seq ?? 0 };
  });
  const told = (await letterEntries(knex, reference)).map((one) => ({ ...one, seq: rows.find(({ at }) => at <= one.at)?.seq ?? 0 }));
  const sold = await soldAtCounter(knex, reference);
  const changes = rows.map((row) => {
    const detail = auditDetail(row.detail);
    return row.kind === 'started' ? { ...row, ...sold, detail: { ...detail, ...sold?.detail } } : { ...row, detail };
  });
  const all = [...told, ...changes, ...links].toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.seq - a.seq);
  return all.map(({ seq, at, kind, actor, door, detail }) => ({
    seq,
    at: toIso(at),
    event: kind,
    actor,
    door,
    detail,
  }));
}

/** The story of a sale across the counter begins by somebody; whether they confirmed to have seen the proofs is kept with the sale. */
async function soldAtCounter(knex: Knex, reference: string) {
  const order = await knex('orders').where({ reference }).first('sold_by');
  const command = `sale-${reference}`;
  const seen = await knex('attestations').where({ order_reference: reference, command }).first('author');
  const actor = order?.sold_by ?? seen?.author;
  return actor === undefined ? undefined : { actor, detail: seen ? { proofsSeen: true } : {} };
}

/** No change of the order says whether its confirmation has left, nor of any letter that it reached nobody. */
async function letterEntries(knex: Knex, order: string): Promise<readonly Entry[]> {
  const rows = await knex('outgoing_mail')
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
function dispatchSays(kind: LetterKind, state: LetterState): boolean {
  return kind === 'tickets' && state === 'failed';
}

/** Where the address was corrected, the order is another customer's number from then on. */
function kindOf(before: TimelineEntry['detail'], after: TimelineEntry['detail']): string {
  return before['customer'] === after['customer'] ? 'link-renewed' : 'address-corrected';
}
