import { DELIVERY_STATES, PAYMENT_STATES, PROOF_STATES } from '../../domain/order/state';
import { ORDER_STATUSES, WAITED_FOR } from '../../domain/order/summary';
import { REASONS } from '../../domain/decision/reason';
import { GIVEN_UP } from '../../domain/order/given-up';
import { PROOF_FORMATS } from '../../domain/proof-rules';
import { Amount, Instant, Reference, SeatNo, Wording } from '../api/fields';
import { z } from '../api/zod';

export const Performance = z
  .object({
    id: z.int(),
    showTitle: z.string(),
    credit: z.string(),
    genre: z.string(),
    startsAt: Instant,
    doorsAt: Instant,
    endsAt: Instant,
    room: z.string(),
    seating: z.enum(['numbered', 'free']),
  })
  .openapi('Performance');

export const Tariff = z
  .object({ code: z.string(), name: Wording, needsProof: z.boolean(), acceptedProofs: z.array(Wording), validity: Wording })
  .openapi('Tariff');

export const DeliveryMethod = z.object({ code: z.string(), name: Wording, price: Amount }).openapi('DeliveryMethod');

export const Seat = z
  .object({
    no: SeatNo,
    tariff: Tariff,
    holder: z.string(),
    memberNumber: z.string().optional(),
    price: Amount,
    fee: Amount.openapi({ description: 'Booking fee, beside the price.' }),
    paid: Amount.openapi({ description: 'All that it costs: price, fee, its share of the delivery, and the difference once settled.' }),
    toFullPrice: Amount.openapi({
      description:
        'What the full tariff would cost beyond the price paid, in cents. Prices alone: the fee pays for the sale, which is made once, so no fee of the full tariff is asked for.',
    }),
    category: z.string(),
    place: z.object({ row: z.string(), seat: z.string() }).optional().openapi({ description: 'Absent for free seating.' }),
    entrance: z.string(),
    proof: z.enum(PROOF_STATES),
    delivery: z.enum(DELIVERY_STATES),
    deliveredAt: Instant.optional(),
    upgradedTo: Wording.optional().openapi({ description: 'The full tariff, once its difference was settled.' }),
    givenUp: z.enum(GIVEN_UP).optional().openapi({ description: 'Of a cancelled seat: what becomes of its money.' }),
    refundedAt: Instant.optional(),
    reason: z.enum(REASONS).optional(),
    note: z.string().optional(),
    settling: z.boolean().openapi({ description: 'Decided, and the decision can still be taken back.' }),
  })
  .openapi('Seat');

const Proof = z
  .object({
    id: z.string(),
    seats: z.array(SeatNo),
    kind: z.enum(PROOF_FORMATS),
    bytes: z.int(),
    pages: z.int().openapi({ description: 'Those that we can show, at most 10.' }),
    pagesInFile: z.int().optional().openapi({ description: 'How many the file has, when they are more.' }),
    receivedAt: Instant,
    replaced: z.boolean(),
    lostAt: Instant.optional().openapi({ description: 'Our file cannot be read any more: ask for it again.' }),
    purgedAt: Instant.optional(),
    purgeAfter: Instant.optional().openapi({ description: 'By when it is deleted at the latest.' }),
  })
  .openapi('Proof');

const Ticket = z
  .object({
    seat: SeatNo,
    number: z.int(),
    uid: z.string(),
    release: z.int(),
    admission: z.enum(['valid', 'used', 'cancelled']),
    proofToShow: z.boolean(),
  })
  .openapi('Ticket');

export const Payment = z
  .object({
    id: z.int().openapi({ description: 'What `refund` names where one payment is too many.' }),
    reference: z.string(),
    amount: Amount,
    refunded: Amount.openapi({ description: 'What of it was given back.' }),
    method: z.string(),
    channel: z.string(),
    operator: z.string(),
    status: z.enum(['paid', 'refund-due', 'refunded']),
    paidAt: Instant,
    refundedAt: Instant.optional(),
    upgradeOf: SeatNo.optional().openapi({ description: 'The seat whose difference to the full tariff it paid.' }),
    tooMany: z.boolean().openapi({ description: 'It came twice or too late: all of it is owed, by itself.' }),
  })
  .openapi('Payment');

export const Order = z
  .object({
    reference: Reference,
    language: z.enum(['fr', 'en']),
    status: z.enum(ORDER_STATUSES).openapi({
      description:
        '`awaiting-proof`: a ticket is held, and the next word is the customer’s. Of each seat `seats[].proof` says which: a proof (`awaiting-proof`, `more-info`, `refused`), or no proof any more (`refused-final`, `expired`) but the difference, the door or the box office; a customer without `email` has only the box office. `released`: nothing holds the tickets any more; whether each has left is told by `seats[].delivery`.',
    }),
    payment: z.enum(PAYMENT_STATES),
    waitsFor: z.enum(WAITED_FOR).openapi({ description: 'Who must act next; `performance`: nobody, until then.' }),
    waitsSince: Instant.optional(),
    placedAt: Instant,
    termsAccepted: z.boolean().openapi({ description: 'Whether the buyer accepted the terms of sale with the order.' }),
    expiresAt: Instant,
    paidAt: Instant.optional(),
    deadlineAt: Instant.optional(),
    undoUntil: Instant.optional().openapi({ description: 'Until when the last decision can still be taken back.' }),
    openReview: z.int().optional(),
    undelivered: z
      .array(
        z.object({
          letter: z.string(),
          how: z.enum(['returned', 'refused', 'unwritable']),
          to: z.enum(['customer', 'venue']),
          reviewer: z.string().optional(),
          at: Instant.optional(),
        }),
      )
      .optional()
      .openapi({ description: 'Letters that reached nobody: the address is to be corrected.' }),
    total: Amount,
    owed: Amount.openapi({ description: 'To be given back for seats that are cancelled, and for nothing else: see `owedInAll`.' }),
    owedInAll: Amount.openapi({ description: '`owed`, and what is left of each payment that is `tooMany`.' }),
    refunded: Amount.openapi({ description: 'Given back for seats that are cancelled.' }),
    currency: z.literal('EUR'),
    channel: z.string(),
    deliveryMethod: DeliveryMethod,
    customer: z.object({
      number: z.int(),
      name: z.string(),
      email: z.string().optional().openapi({ description: 'Absent where a counter has sold without one: no letter is written to them.' }),
    }),
    performance: Performance,
    venue: z.object({ id: z.int(), name: z.string() }),
    seats: z.array(Seat),
    proofs: z.array(Proof),
    tickets: z.array(Ticket),
    payments: z.array(Payment).openapi({ description: 'Money that came in.' }),
  })
  .openapi('Order');

export const OrderLine = z
  .object({
    reference: Reference,
    customerName: z.string(),
    customerNumber: z.int(),
    venueId: z.int(),
    showTitle: z.string(),
    performanceAt: Instant,
    status: z.enum(ORDER_STATUSES),
    waitsFor: z.enum(WAITED_FOR),
    deadlineAt: Instant.optional(),
    seatCount: z.int(),
    seatsUnderReview: z.int(),
    total: Amount,
    placedAt: Instant,
  })
  .openapi('OrderLine');

export const TimelineEntry = z
  .object({ seq: z.int(), at: Instant, event: z.string(), actor: z.string(), door: z.string(), detail: z.record(z.string(), z.unknown()) })
  .openapi('TimelineEntry');
