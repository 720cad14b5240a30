import type { Language } from '../../domain/language';
import { isGivenUp } from '../../domain/order/given-up';
import { NOT_AT_A_COUNTER } from '../../domain/sale/channel';
import type { OrderView, PaymentView } from '../../domain/order-view';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { notice } from '../page/notice';
import type { Visit } from '../visit';
import { euros } from '../../wording/amounts';
import { say } from '../../wording/typography';

/** Money that came twice, or for a seat that could not be upgraded: what it was, and that it goes back, until long after it has. */
export function excessNotices({ calendar, language }: Visit, { payments, seats }: Pick<OrderView, 'payments' | 'seats'>): readonly Html[] {
  const words = WORDS[language];
  const order = isGivenUp({ seats }) ? words.cancelled : words.stands;
  const textOf = (payment: PaymentView) => {
    const { amount, paidAt, refundedAt, upgradeOf, method } = payment;
    const isSettled = seats.some(({ no, proof }) => no === upgradeOf && proof === 'upgraded');
    const why = upgradeOf === undefined ? words.overpaid : words.forSeat(upgradeOf, isSettled);
    const received = words.received(euros(amount, language), calendar.moment(paidAt), why);
    return [
      received,
      refundedAt === undefined
        ? NOT_AT_A_COUNTER.includes(method)
          ? words.owed(order)
          : words.owedAtTheCounter(order)
        : words.back(calendar.date(refundedAt), order),
      ...(isUnderReview(seats, upgradeOf) ? [UNDER_REVIEW[language]] : []),
    ].join(' ');
  };
  return payments
    .filter(({ tooMany }) => tooMany)
    .map(
      (payment) => html`${notice(payment.status === 'refunded' ? words.titleBack : words.title, textOf(payment), `excess-${payment.id}`)}`,
    );
}

/** Its proof came meanwhile: what was paid is not needed unless that is refused. */
export function isUnderReview(seats: OrderView['seats'], no: number | undefined): boolean {
  return seats.some((seat) => seat.no === no && seat.proof === 'under-review');
}

export const UNDER_REVIEW = {
  fr: say`Son justificatif est en cours de vérification : s’il est refusé, la différence pourra de nouveau être réglée.`,
  en: 'Its proof is being checked: if it is refused, the difference can be paid again.',
} satisfies Record<Language, string>;

/** What becomes of the order: one that is cancelled stays so. */
interface Order {
  readonly is: string;
  readonly was: string;
}

const WORDS = {
  fr: {
    title: 'Un paiement reçu en trop vous sera rendu',
    titleBack: 'Un paiement reçu en trop vous a été rendu',
    received: (amount: string, moment: string, why: string) => `Nous avons reçu ${amount} le ${moment}${why}.`,
    overpaid: ', de plus que ce que vous nous deviez',
    forSeat: (seat: number, isSettled: boolean) =>
      isSettled
        ? say` pour la place ${seat}, dont la différence est réglée par un autre paiement`
        : say` pour la place ${seat}, qui ne pouvait pas passer au plein tarif à ce moment-là`,
    owed: ({ is }: Order) => say`Cette somme vous revient sur votre moyen de paiement : vous n’avez rien à faire, et votre commande ${is}.`,
    owedAtTheCounter: ({ is }: Order) =>
      say`Cette somme vous revient au guichet, par le moyen dont vous aviez payé ; votre commande ${is}.`,
    back: (day: string, { was }: Order) => `Cette somme vous a été rendue le ${day}. Votre commande ${was}.`,
    stands: { is: 'ne change pas', was: 'n’a pas changé' },
    cancelled: { is: 'reste annulée', was: 'reste annulée' },
  },
  en: {
    title: 'A payment in excess is given back to you',
    titleBack: 'A payment in excess was given back to you',
    received: (amount: string, moment: string, why: string) => `We received ${amount} on ${moment}${why}.`,
    overpaid: ', more than you owed us',
    forSeat: (seat: number, isSettled: boolean) =>
      isSettled
        ? ` for ticket ${seat}, whose difference is paid by another payment`
        : ` for ticket ${seat}, which could not be raised to the full tariff at that moment`,
    owed: ({ is }: Order) => `It comes back by the way you paid: you have nothing to do, and your order ${is}.`,
    owedAtTheCounter: ({ is }: Order) => `It comes back at the box office, by the way you paid; your order ${is}.`,
    back: (day: string, { was }: Order) => `It was given back to you on ${day}. Your order ${was}.`,
    stands: { is: 'does not change', was: 'has not changed' },
    cancelled: { is: 'stays cancelled', was: 'stays cancelled' },
  },
} satisfies Record<Language, unknown>;
