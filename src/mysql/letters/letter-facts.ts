import type { Knex } from 'knex';
import type { LetterName, LetterSubject } from '../../domain/letter';
import { cents } from '../../domain/money';
import type { OrderView } from '../../domain/order-view';
import type { AnsweredMail, LetterFacts } from '../../ports/mail/letters';
import type { Orders } from '../../ports/orders';
import { toIso } from '../column-values';
import { columns, firstOf, type Selected } from '../rows';
import { letterSubject } from '../schema/json-columns';
import { ownTexts } from '../settings/own-texts';
import { decisionFacts, earlierDecisions, type Person } from './decision-facts';

interface Needs {
  readonly knex: Knex;
  readonly orders: Pick<Orders, 'view'>;
}

const LETTER = {
  ...columns('outgoing_mail', 'letter_key', 'state', 'kind', 'order_reference', 'language', 'about', 'recipient', 'reviewer_id', 'address'),
  // what of the order a letter's words may change with
  story_seq_now: 'orders.story_seq?',
  link_version: 'orders.link_version?',
} as const;

export type LetterRow = Selected<typeof LETTER>;

export type ReadOrder = (row: LetterRow) => Promise<OrderView | undefined>;

type Reviewer = NonNullable<LetterFacts['reviewer']>;

export async function letterRow(knex: Knex, key: string): Promise<LetterRow | undefined> {
  const letter = knex('outgoing_mail').leftJoin('orders', 'orders.reference', 'outgoing_mail.order_reference').where({ letter_key: key });
  return firstOf(letter, LETTER);
}

/** Everything that a letter's words are made from, as it stands when the letter is sent. */
export function createLetterFacts({ knex, orders }: Needs) {
  const readOrder: ReadOrder = async ({ order_reference: order }) => (order === null ? undefined : orders.view(order));
  return async (row: LetterRow, orderOf = readOrder): Promise<LetterFacts> => {
    const about = letterSubject(row.about);
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
    const { order_reference, reviewer_id } = row;
    if (order_reference === null || reviewer_id === null || review === undefined) return undefined;
    const asked = knex('review_reviewers')
      .join('reviewers', 'reviewers.id', 'review_reviewers.reviewer_id')
      .where({ order_reference, review_no: review, reviewer_id });
    return firstOf(asked, { ...columns('reviewers', 'id', 'name', 'address'), version: 'review_reviewers.version' });
  }

  async function paymentOf({ payment }: LetterSubject): Promise<LetterFacts['payment']> {
    if (payment === undefined) return undefined;
    const row = await knex('payments').where({ id: payment }).first('reference', 'amount');
    return row && { reference: row.reference, amount: cents(row.amount) };
  }

  async function mailOf({ mail }: LetterSubject): Promise<AnsweredMail | undefined> {
    if (mail === undefined) return undefined;
    const row = await knex('inbound_mail').where({ id: mail }).first('received_at', 'subject', 'message_id', 'verdict', 'not_understood');
    if (!row) return undefined;
    const { received_at, subject, message_id, verdict, not_understood } = row;
    const said = { subject: subject ?? '', messageId: message_id ?? '', notUnderstood: not_understood ?? undefined };
    return { ...said, receivedAt: toIso(received_at), verdict: verdict ?? '' };
  }
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
