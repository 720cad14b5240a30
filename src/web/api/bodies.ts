import { paidForSeat } from '../../domain/order/amounts';
import { givenUp, moneyBack, owedInAll } from '../../domain/order/given-up';
import type { Offer, OfferedDelivery } from '../../domain/sale/offer';
import { deletedBy } from '../../domain/proof-deletion';
import type { OrderView, PaymentView, PerformanceView, ProofView, SeatView, TariffView } from '../../domain/order-view';
import type { MailLine as StoredMailLine } from '../../ports/mail/inbound-mail';
import type { MailLine } from '../mails/mail-schemas';
import type { Order, Payment, Performance, Seat, Tariff } from '../orders/order-schemas';
import type { OfferBody } from '../shop/shop-schemas';
import type { z } from './zod';

/** What leaves is written out here, name by name: a new field of a view is not published by accident. */
export function orderBody(order: OrderView): z.input<typeof Order> {
  const { reference, language, status, payment, waitsFor, waitsSince, placedAt, expiresAt, paidAt, deadlineAt } = order;
  const { termsAccepted, undoUntil, openReview, undelivered, total, channel, deliveryMethod, customer, venue } = order;
  return {
    ...{ reference, language, status, payment, waitsFor, waitsSince, placedAt, expiresAt, paidAt, deadlineAt },
    ...{
      termsAccepted,
      undoUntil,
      openReview,
      undelivered: undelivered && [...undelivered],
      total,
      ...moneyBack(order),
      owedInAll: owedInAll(order),
      currency: 'EUR',
      channel,
      deliveryMethod: deliveryBody(deliveryMethod),
    },
    customer: { number: customer.number, name: customer.name, email: customer.email },
    performance: performanceBody(order.performance),
    venue: { id: venue.id, name: venue.name },
    seats: order.seats.map(seatBody),
    // Without the name that the customer gave to the file: it often tells more than the file.
    proofs: order.proofs.map((proof) => proofBody(order, proof)),
    payments: order.payments.map(paymentBody),
    tickets: order.tickets.map(({ seat, number, uid, release, admission, proofToShow }) => ({
      ...{ seat, number, uid, release, admission, proofToShow },
    })),
  };
}

export function performanceBody(performance: PerformanceView): z.input<typeof Performance> {
  const { id, showTitle, credit, genre, startsAt, doorsAt, endsAt, room, seating } = performance;
  return { id, showTitle, credit, genre, startsAt, doorsAt, endsAt, room, seating };
}

function tariffBody({ code, name, needsProof, acceptedProofs, validity }: TariffView): z.input<typeof Tariff> {
  return { code, name, needsProof, acceptedProofs: [...acceptedProofs], validity };
}

export function offerBody(offer: Offer): z.input<typeof OfferBody> {
  return {
    performance: performanceBody(offer.performance),
    venue: { id: offer.venue.id, name: offer.venue.name, timeZone: offer.venue.timeZone },
    categories: offer.categories.map(({ code, name, free }) => ({ code, name, free })),
    tariffs: offer.tariffs.map((tariff) => ({
      ...tariffBody(tariff),
      maxPerOrder: tariff.maxPerOrder,
      minPerOrder: tariff.minPerOrder,
      memberNumber: tariff.memberNumber,
      prices: Object.fromEntries(Object.entries(tariff.prices).map(([category, { price, fee }]) => [category, { price, fee }])),
    })),
    deliveryMethods: {
      withoutProof: offer.deliveryMethods.filter((method) => method.hasTemplate).map(deliveryBody),
      withProof: offer.deliveryMethods.filter((method) => !method.hasTemplate).map(deliveryBody),
    },
    salesOpenAt: offer.salesOpenAt,
    salesCloseAt: offer.salesCloseAt,
    maxSeats: offer.maxSeats,
  };
}

export function mailBody(mail: StoredMailLine): z.input<typeof MailLine> {
  const { id, receivedAt, verdict, why, order, review, sender, subject, extract, notUnderstood, needsAPerson, inPart, settled } = mail;
  return { id, receivedAt, verdict, why, order, review, sender, subject, extract, notUnderstood, needsAPerson, inPart, settled };
}

function proofBody(order: OrderView, proof: ProofView): z.input<typeof Order>['proofs'][number] {
  const { id, seats, kind, bytes, pages, receivedAt, replaced, purgedAt } = proof;
  return { id, seats: [...seats], kind, bytes, pages, receivedAt, replaced, purgedAt, purgeAfter: deletedBy(order, proof) };
}

function seatBody(seat: SeatView): z.input<typeof Seat> {
  const { no, holder, memberNumber, price, fee, toFullPrice, category, place, entrance } = seat;
  const { proof, delivery, deliveredAt, upgradedTo, refundedAt, reason, note, settling } = seat;
  return {
    ...{ no, tariff: tariffBody(seat.tariff), holder, memberNumber, price, fee, paid: paidForSeat(seat), toFullPrice },
    ...{ category, place, entrance, proof, delivery, deliveredAt, upgradedTo, reason, note, settling },
    ...{ givenUp: givenUp(seat), refundedAt },
  };
}

function paymentBody(payment: PaymentView): z.input<typeof Payment> {
  const { id, reference, amount, refunded, method, channel, operator, status, paidAt, refundedAt, upgradeOf, tooMany } = payment;
  return { id, reference, amount, refunded, method, channel, operator, status, paidAt, refundedAt, upgradeOf, tooMany };
}

function deliveryBody({ code, name, price }: Pick<OfferedDelivery, 'code' | 'name' | 'price'>) {
  return { code, name, price };
}
