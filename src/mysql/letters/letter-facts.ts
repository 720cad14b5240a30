import type { Knex } from 'knex';
import type { Language } from '../../domain/language';
import type { LetterKind, LetterName, LetterSubject } from '../../domain/letter';
import { cents } from '../../domain/money';
import type { OrderView } from '../../domain/order-view';
import type { AnsweredMail, LetterFacts } from '../../ports/mail/letters';
import type { Orders } from '../../ports/orders';
import { parseJson, toIso } from '../column-values';
import { ownTexts } from '../settings/own-texts';
import { decisionFacts, earlierDecisions, type Person } from './decision-facts';
import type { Recipient } from './recipients';

interface Needs {
  readonly knex: Knex;
  readonly orders: Pick<Orders, 'view'>;
}

export interface LetterRow {
  readonly letter_key: string;
  readonly state: LetterState;
  readonly kind: LetterKind;
  readonly order_reference: string | null;
  readonly language: Language;
  readonly about: unknown;
  readonly recipient: Recipient;
  readonly reviewer_id: number | null;
  readonly address: string | null;
  /** What of the order a letter's words may change with. */
  readonly story_seq_now: number | null;
  readonly link_version: number | null;
}

export type LetterState = 'queued' | 'sent' | 'failed' | 'bounced' | 'withdrawn';

export type ReadOrder = (row: LetterRow) => Promise<OrderView | undefined>;

type Reviewer = NonNullable<LetterFacts['reviewer']>;

export async function letterRow(knex: Knex, key: string): Promise<LetterRow | undefined> {
  return knex('outgoing_mail')
    .leftJoin('orders', 'orders.reference', 'outgoing_mail.order_reference')
    .where({ letter_key: key })
    .first('outgoing_mail.*', 'orders.link_version', { story_seq_now: 'orders.story_seq' });
}

/** Everything that a letter's words are made from, as it stands when the letter is sent. */
export function createLetterFacts({ knex, orders }: Needs) {
  const readOrder: ReadOrder = async ({ order_reference: order }) => (order === null ? undefined : orders.view(order));
  return async (row: LetterRow, orderOf = readOrder): Promise<LetterFacts> => {
    const about: LetterSubject = parseJson(row.about);
    const name: LetterName = { kind: row.kind, order: row.order_reference ?? undefined, about };
    const order = await orderOf(row);
    const decided = await decisionOf(name);
    const reviewer = await reviewerOf(row, about);
    return {
      key: row.letter_key,
      name,
      language: row.language,
      recipient: recipientOf(row, { order, reviewer, decider: decided?.person }),
      order,
      reviewer,
      decision: decided?.facts,
      earlier: await earlierOf(name, order),
      payment: await paymentOf(about),
      mail: await mailOf(about),
      request: row.kind === 'sign-in-link' || row.kind === 'staff-invitation' ? about.command : undefined,
      texts: await textsOf(order, row),
    };
  };

  /** A letter about no order speaks for the first venue, as its sender does. */
  async function textsOf(order: OrderView | undefined, { kind, language }: LetterRow): Promise<LetterFacts['texts']> {
    const house: { readonly id: number } | undefined = order?.venue ?? (await knex('venues').orderBy('id').first('id'));
    const own = house && (await ownTexts(knex, house.id, language));
    if (kind !== 'venue-copy' || !order || order.language === language) return own;
    // What is copied was said in the spectator's language.
    const { [kind]: _frame, ...copied } = await ownTexts(knex, order.venue.id, order.language);
    const frame = own?.[kind];
    return frame === undefined ? copied : { ...copied, [kind]: frame };
  }

  async function decisionOf({ kind, order, about }: LetterName) {
    if (order === undefined || about.command === undefined) return undefined;
    return decisionFacts(knex, { order, command: about.command, takenBack: kind === 'undone' });
  }

  async function earlierOf({ kind, order, about }: LetterName, view: OrderView | undefined) {
    if (order === undefined) return undefined;
    if (about.late) return earlierDecisions(knex, { order, seats: about.late, except: about.command });
    if (kind !== 'answer' || about.reviewer === undefined || !view) return undefined;
    const all = await earlierDecisions(knex, { order, seats: view.seats.map(({ no }) => no), except: undefined });
    return all.filter(({ by }) => by.role === 'reviewer' && by.id === about.reviewer);
  }

  async function reviewerOf(row: LetterRow, { review }: LetterSubject): Promise<Reviewer | undefined> {
    if (row.reviewer_id === null || review === undefined) return undefined;
    return knex('review_reviewers')
      .join('reviewers', 'reviewers.id', 'review_reviewers.reviewer_id')
      .where({ order_reference: row.order_reference, review_no: review, reviewer_id: row.reviewer_id })
      .first('reviewers.id', 'reviewers.name', 'reviewers.address', 'review_reviewers.version');
  }

  async function paymentOf({ payment }: LetterSubject): Promise<LetterFacts['payment']> {
    if (payment === undefined) return undefined;
    const row: { readonly reference: string; readonly amount: number } | undefined = await knex('payments')
      .where({ id: payment })
      .first('reference', 'amount');
    return row && { reference: row.reference, amount: cents(row.amount) };
  }

  async function mailOf({ mail }: LetterSubject): Promise<AnsweredMail | undefined> {
    if (mail === undefined) return undefined;
    const row: MailRow | undefined = await knex('inbound_mail')
      .where({ id: mail })
      .first('received_at', 'subject', 'message_id', 'verdict', 'not_understood');
    if (!row) return undefined;
    const { received_at, subject, message_id, verdict, not_understood } = row;
    const said = { subject: subject ?? '', messageId: message_id ?? '', notUnderstood: not_understood ?? undefined };
    return { ...said, receivedAt: toIso(received_at), verdict: verdict ?? '' };
  }
}

interface MailRow {
  readonly received_at: Date;
  readonly subject: string | null;
  readonly message_id: string | null;
  readonly verdict: string | null;
  readonly not_understood: string | null;
}

interface Known {
  readonly order: OrderView | undefined;
  readonly reviewer: Reviewer | undefined;
  readonly decider: Person | undefined;
}

function recipientOf(row: LetterRow, { order, reviewer, decider }: Known): LetterFacts['recipient'] {
  if (row.address !== null) return { address: row.address };
  if (!order) throw new Error(`The letter ${row.letter_key} has neither an address nor an order.`);
  switch (row.recipient) {
    case 'spectator':
    case 'address':
      return { name: order.customer.name, address: addressOf(row, order) };
    case 'reviewer':
      if (!reviewer) throw new Error(`The letter ${row.letter_key} has lost its reviewer.`);
      return { name: reviewer.name, address: reviewer.address };
    case 'decider':
      return decider?.address === undefined ? ofVenue(order, 'copyAddress') : { name: decider.name, address: decider.address };
    case 'copy':
      return ofVenue(order, 'copyAddress');
    case 'escalation':
      return ofVenue(order, 'escalationAddress');
  }
}

/** To whom a counter has sold without an address, none is written. */
function addressOf({ letter_key: key }: LetterRow, { customer }: OrderView): string {
  if (customer.email === undefined) throw new Error(`The letter ${key} is to a customer without an address.`);
  return customer.email;
}

function ofVenue({ venue }: OrderView, which: 'copyAddress' | 'escalationAddress'): LetterFacts['recipient'] {
  return { name: venue.name, address: venue[which] };
}
