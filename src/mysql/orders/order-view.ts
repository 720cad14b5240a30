import type { Knex } from 'knex';
import { cents } from '../../domain/money';
import type { OrderView } from '../../domain/order-view';
import { settlingViews } from '../../domain/order/settling-views';
import { dateWording } from '../../wording/dates';
import { performanceById, performanceView } from '../catalogue/performance';
import { venueById } from '../catalogue/venue';
import { toIso, toIsoOrNone } from '../column-values';
import { columns, firstOf, type Selected } from '../rows';
import { deliveryMethodName } from '../schema/json-columns';
import { orderStory } from '../schema/story-column';
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
  const story = row.story === null ? undefined : orderStory(row.story);
  const day = (at: Date) => dateWording(at.toISOString(), venue.timeZone);
  const days = { performance: day(performance.starts_at), order: day(row.placed_at) };
  const where = { reference, roomId: performance.room_id, days };
  const settling = settlingViews(story);
  const undelivered = await undeliveredLetters(knex, reference);
  return {
    ...factsOf(row),
    performance: performanceView(performance),
    // what the venue settles meanwhile is for other orders
    venue: story ? { ...venue, policy: story.policy } : venue,
    seats: await seatViews(knex, { ...where, settling: settling.flatMap(({ seats }) => seats) }),
    proofs: await proofViews(knex, reference),
    tickets: await ticketViews(knex, reference),
    payments: await paymentViews(knex, reference),
    undelivered: undelivered.length > 0 ? undelivered : undefined,
    // Of an earlier release: an answer that was taken back before any request.
    openReview: story?.review?.no || undefined,
    undoUntil: settling.at(-1)?.settlesAt,
    settling,
  };
}

const ORDER = {
  ...columns('orders', 'reference', 'performance_id', 'language', 'placed_at', 'accepted_terms', 'expires_at', 'paid_at', 'deadline_at'),
  ...columns('orders', 'payment', 'status', 'waits_for', 'waits_since', 'story', 'story_seq', 'total', 'channel', 'link_version'),
  ...columns('orders', 'delivery_method', 'delivery_price', 'customer_id'),
  customer_name: 'customers.name',
  customer_email: 'customers.email',
  delivery_name: 'delivery_methods.name?',
} as const;

type OrderRow = Selected<typeof ORDER>;

async function orderRow(knex: Knex, reference: string): Promise<OrderRow | undefined> {
  const order = knex('orders')
    .join('customers', 'customers.id', 'orders.customer_id')
    .leftJoin('delivery_methods', 'delivery_methods.code', 'orders.delivery_method')
    .where({ reference });
  return firstOf(order, ORDER);
}

function factsOf(row: OrderRow) {
  const delivery =
    row.delivery_name === null ? { fr: row.delivery_method, en: row.delivery_method } : deliveryMethodName(row.delivery_name);
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
