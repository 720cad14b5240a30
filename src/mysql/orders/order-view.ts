import type { Knex } from 'knex';
import type { Language, Wording } from '../../domain/language';
import { cents } from '../../domain/money';
import type { OrderView } from '../../domain/order-view';
import type { OrderState, PaymentState } from '../../domain/order/state';
import type { OrderStatus, WaitsFor } from '../../domain/order/summary';
import { DEFAULT_POLICY } from '../../domain/venue-policy';
import { dateWording } from '../../wording/dates';
import { performanceById, performanceView } from '../catalogue/performance';
import { venueById } from '../catalogue/venue';
import { parseJson, toIso, toIsoOrNone } from '../column-values';
import { undeliveredLetters } from '../letters/undelivered';
import { paymentViews } from './payment-views';
import { proofViews } from './proof-views';
import { seatViews } from './seat-views';
import { ticketViews } from './ticket-views';

/** The one reading of the record that pages, letters, tickets and the API share. */
export async function orderView(knex: Knex, reference: string): Promise<OrderView | undefined> {
  const row = await orderRow(knex, reference);
  if (!row) return undefined;
  const performance = await performanceById(knex, row.performance_id);
  if (!performance) throw new Error(`No performance ${row.performance_id}.`);
  const venue = await venueById(knex, performance.venue_id);
  const story: OrderState | undefined = row.story === null ? undefined : parseJson(row.story);
  const day = (at: Date) => dateWording(at.toISOString(), venue.timeZone);
  const days = { performance: day(performance.starts_at), order: day(row.placed_at) };
  const where = { reference, roomId: performance.room_id, days };
  const undelivered = await undeliveredLetters(knex, reference);
  return {
    ...factsOf(row),
    performance: performanceView(performance),
    // what the venue settles meanwhile is for other orders
    venue: story ? { ...venue, policy: { ...DEFAULT_POLICY, ...story.policy } } : venue,
    seats: await seatViews(knex, { ...where, settling: seatsSettling(story) }),
    proofs: await proofViews(knex, reference),
    tickets: await ticketViews(knex, reference),
    payments: await paymentViews(knex, reference),
    undelivered: undelivered.length > 0 ? undelivered : undefined,
    // Of an earlier release: an answer that was taken back before any request.
    openReview: story?.review?.no || undefined,
    undoUntil: undoUntil(story),
    undoSeats: story?.settling.at(-1)?.seats.map(({ seat }) => seat),
  };
}

interface Row {
  readonly reference: string;
  readonly performance_id: number;
  readonly language: Language;
  readonly placed_at: Date;
  readonly accepted_terms: string | null;
  readonly expires_at: Date;
  readonly paid_at: Date | null;
  readonly deadline_at: Date | null;
  readonly payment: PaymentState;
  readonly status: OrderStatus;
  readonly waits_for: WaitsFor;
  readonly waits_since: Date | null;
  readonly story: unknown;
  readonly story_seq: number;
  readonly total: number;
  readonly channel: string;
  readonly delivery_method: string;
  readonly delivery_name: unknown;
  readonly delivery_price: number;
  readonly link_version: number;
  readonly customer_id: number;
  readonly customer_name: string;
  readonly customer_email: string | null;
}

async function orderRow(knex: Knex, reference: string): Promise<Row | undefined> {
  return knex('orders')
    .join('customers', 'customers.id', 'orders.customer_id')
    .leftJoin('delivery_methods', 'delivery_methods.code', 'orders.delivery_method')
    .where({ reference })
    .first('orders.*', {
      customer_name: 'customers.name',
      customer_email: 'customers.email',
      delivery_name: 'delivery_methods.name',
    });
}

function factsOf(row: Row) {
  const delivery: Wording =
    row.delivery_name === null ? { fr: row.delivery_method, en: row.delivery_method } : parseJson(row.delivery_name);
  return {
    reference: row.reference,
    language: row.language,
    placedAt: toIso(row.placed_at),
    termsAccepted: row.accepted_terms !== null,
    expiresAt: toIso(row.expires_at),
    paidAt: toIsoOrNone(row.paid_at),
    deadlineAt: toIsoOrNone(row.deadline_at),
    payment: row.payment,
    status: row.status,
    waitsFor: row.waits_for,
    waitsSince: toIsoOrNone(row.waits_since),
    seq: row.story_seq,
    total: cents(row.total),
    channel: row.channel,
    deliveryMethod: { code: row.delivery_method, name: delivery, price: cents(row.delivery_price) },
    linkVersion: row.link_version,
    customer: { number: row.customer_id, name: row.customer_name, email: row.customer_email ?? undefined },
  };
}

function seatsSettling(story: OrderState | undefined): readonly number[] {
  return story?.settling.flatMap((decision) => decision.seats.map(({ seat }) => seat)) ?? [];
}

/** The last decision is the one that can be taken back. */
function undoUntil(story: OrderState | undefined): string | undefined {
  const last = story?.settling.at(-1);
  return last && new Date(last.settlesAt).toISOString();
}
