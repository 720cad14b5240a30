import type { Language } from '../../domain/language';
import { mustPay } from '../../domain/order/choices';
import { isGivenUp, moneyBack, stillToLeave } from '../../domain/order/given-up';
import type { OrderView } from '../../domain/order-view';
import type { Html } from '../page/html';
import { html, joined } from '../page/html';
import { notice } from '../page/notice';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { euros } from '../../wording/amounts';
import { inLetters } from '../../wording/numbers';
import { say } from '../../wording/typography';
import type { Standing } from './standing';
import { otherSeats, toBasketForm } from './unpaid-page';

/** The news of the whole order, in one title and two lines: first what the reader must do (docs/look.md 1). */
export function headNotice(visit: Visit, order: OrderView, standings: readonly Standing[]): Html {
  const words = WORDS[visit.language];
  if (order.payment === 'pending' || order.payment === 'failed') return unpaid(visit, order);
  if (order.payment === 'expired') return html`${notice(words.holdOver, words.holdOverText)} ${otherSeats(visit, order)}`;
  if (isGivenUp(order)) return allGivenUp(visit, order);
  if (order.status === 'over' || visit.now >= order.performance.startsAt) return notice(words.over, words.overText);
  const waiting = standings.filter((one) => one.waits);
  if (waiting.length > 0) return missing(visit, order, waiting);
  if (standings.some((one) => one.shown === 'under-review')) return notice(words.received, words.receivedText);
  const leaving = stillToLeave(order).length;
  if (leaving > 0) return notice(words.accepted(leaving > 1), words.acceptedText(leaving > 1));
  const failed = standings.filter((one) => one.seat.delivery === 'failed').length;
  if (failed > 0) return notice(words.failed(failed > 1), words.failedText(failed > 1));
  const several = standings.filter((one) => one.seat.delivery === 'sent').length > 1;
  return notice(words.sent(several), words.sentText(several));
}

/** No seat stands any more: what the tickets are worth, what has been given back, what is still owed. */
function allGivenUp({ language }: Visit, order: OrderView): Html {
  const words = WORDS[language];
  const { owed, refunded } = moneyBack(order);
  const said = [
    order.tickets.length > 0 ? words.notValid(new Set(order.tickets.map(({ seat }) => seat)).size > 1) : words.noTicket,
    ...(refunded > 0 ? [words.givenBack(euros(refunded, language))] : []),
    ...(owed > 0 ? [words.owed(euros(owed, language))] : []),
  ];
  return notice(owed === 0 && refunded > 0 ? words.refunded : words.cancelled, said.join(' '));
}

function unpaid(visit: Visit, order: OrderView): Html {
  const words = WORDS[visit.language];
  const failed = order.payment === 'failed';
  const until = visit.calendar.time(order.expiresAt);
  return html`${notice(failed ? words.payFailed : words.unpaid, failed ? words.payFailedText(until) : words.unpaidText(until))}
    <form method="post" action="${pathOf('orderPay', { reference: order.reference })}">
      ${visit.guardField()} <button type="submit">${words.pay(euros(order.total, visit.language))}</button>
    </form>
    ${toBasketForm(visit, order.reference)}`;
}

function missing(visit: Visit, order: OrderView, waiting: readonly Standing[]): Html {
  const words = WORDS[visit.language];
  const sendable = waiting.filter((one) => one.maySend);
  const shown = sendable.length > 0 ? sendable : waiting;
  const links = shown.map(({ seat }) => html`<a href="#place-${seat.no}">${words.seat(seat.no)}</a>`);
  const list = html`${joined(links.slice(0, -1), html`, `)}${links.length > 1 && words.and}${links.at(-1)}`;
  const title = sendable.length > 0 ? words.missing(sendable.length) : words.choice;
  const deadline = order.deadlineAt && order.deadlineAt > visit.now ? order.deadlineAt : undefined;
  return notice(
    title,
    html`${words.for} ${list}.
    ${deadline !== undefined && html`${words.until} <strong>${visit.calendar.weekdayMoment(deadline)}</strong>. ${otherwise(visit, order, shown)}`}`,
  );
}

/** What happens after the deadline, as the letters say it (src/letters/wording/silence.ts). */
function otherwise({ language }: Visit, order: OrderView, shown: readonly Standing[]): string {
  const words = WORDS[language].otherwise;
  const { deadlineOutcome } = order.venue.policy;
  const tickets = stillToLeave(order).length > 1;
  if (deadlineOutcome === 'refund') return words.refund(shown.length > 1);
  if (shown.every(({ seat }) => mustPay(order, seat))) return words.difference(tickets);
  return words[deadlineOutcome](tickets);
}

const WORDS = {
  fr: {
    unpaid: 'Votre commande attend son paiement',
    unpaidText: (time: string) => `Vos places sont gardées jusqu’à ${time}.`,
    payFailed: 'Le paiement n’a pas abouti',
    payFailedText: (time: string) => `Rien n’a été prélevé. Vos places restent gardées jusqu’à ${time}.`,
    pay: (price: string) => `Payer ${price}`,
    holdOver: 'Vos places sont retournées à la vente',
    holdOverText: 'Aucun paiement ne nous est parvenu à temps. Nous pouvons chercher les mêmes places.',
    refunded: 'Votre commande a été remboursée',
    cancelled: 'Votre commande est annulée',
    notValid: (several: boolean) => (several ? 'Les billets ne sont plus valables.' : 'Le billet n’est plus valable.'),
    noTicket: 'Aucun billet ne partira.',
    givenBack: (amount: string) => `${amount} vous ont été rendus.`,
    owed: (amount: string) => say`Nous vous devons ${amount} : le remboursement est en cours.`,
    over: 'La représentation a eu lieu',
    overText: say`Cette page reste un moment pour mémoire : plus rien ne vous est demandé.`,
    missing: (count: number) => `Il nous manque ${inLetters(count, 'fr')} ${count > 1 ? 'justificatifs' : 'justificatif'}`,
    choice: 'Nous attendons votre réponse',
    seat: (no: number) => `la place\u00a0${no}`,
    for: 'Pour',
    and: ' et ',
    until: 'Vous avez jusqu’au',
    otherwise: {
      'check-at-door': (several: boolean) =>
        `Ensuite, ${several ? 'vos billets partiront' : 'votre billet partira'} et le justificatif vous sera demandé à l’entrée.`,
      difference: (several: boolean) =>
        `Ensuite, ${several ? 'vos billets partiront' : 'votre billet partira'} et la différence avec le plein tarif vous sera demandée à l’entrée.`,
      'full-price-then-door': () => 'Ensuite, vous pourrez régler la différence, ou présenter le justificatif à l’entrée.',
      refund: (several: boolean) =>
        several ? 'Ensuite, ces places vous seront remboursées.' : 'Ensuite, cette place vous sera remboursée.',
    },
    received: 'C’est bien arrivé',
    receivedText: say`Vous n’avez rien à faire : notre réponse arrivera par e-mail.`,
    accepted: (several: boolean) => (several ? 'Vos billets vont partir' : 'Votre billet va partir'),
    acceptedText: (several: boolean) =>
      several ? 'Ils arrivent par e-mail dans quelques minutes, un par page.' : 'Il arrive par e-mail dans quelques minutes.',
    failed: (several: boolean) => (several ? 'Vos billets n’ont pas pu vous être envoyés' : 'Votre billet n’a pas pu vous être envoyé'),
    failedText: (several: boolean) =>
      say`L’adresse e-mail a été refusée. Corrigez-la ; ${several ? 'vos billets sont ici, place par place' : 'votre billet est ici, avec sa place'}.`,
    sent: (several: boolean) => (several ? 'Vos billets sont partis' : 'Votre billet est parti'),
    sentText: (several: boolean) =>
      several ? 'Ils sont dans votre messagerie, et ici, place par place.' : 'Il est dans votre messagerie, et ici, avec sa place.',
  },
  en: {
    unpaid: 'Your order is waiting for its payment',
    unpaidText: (time: string) => `Your seats are kept until ${time}.`,
    payFailed: 'The payment did not go through',
    payFailedText: (time: string) => `Nothing was charged. Your seats are kept until ${time}.`,
    pay: (price: string) => `Pay ${price}`,
    holdOver: 'Your seats went back on sale',
    holdOverText: 'No payment reached us in time. We can look for the same seats.',
    refunded: 'Your order was refunded',
    cancelled: 'Your order is cancelled',
    notValid: (several: boolean) => (several ? 'Its tickets are no longer valid.' : 'Its ticket is no longer valid.'),
    noTicket: 'No ticket will leave.',
    givenBack: (amount: string) => `${amount} was given back to you.`,
    owed: (amount: string) => `We owe you ${amount}: the refund is under way.`,
    over: 'The performance has taken place',
    overText: 'This page stays for a while: nothing more is asked of you.',
    missing: (count: number) => `We still need ${inLetters(count, 'en')} ${count > 1 ? 'proofs' : 'proof'}`,
    choice: 'We are waiting for your answer',
    seat: (no: number) => `ticket\u00a0${no}`,
    for: 'For',
    and: ' and ',
    until: 'You have until',
    otherwise: {
      'check-at-door': (several: boolean) =>
        `After that your ${several ? 'tickets leave' : 'ticket leaves'} and the proof is asked for at the entrance.`,
      difference: (several: boolean) =>
        `After that your ${several ? 'tickets leave' : 'ticket leaves'} and the difference to the full tariff is asked for at the entrance.`,
      'full-price-then-door': () => 'After that you may pay the difference, or show the proof at the entrance.',
      refund: (several: boolean) => `After that ${several ? 'these seats are' : 'this seat is'} refunded.`,
    },
    received: 'It has arrived',
    receivedText: 'There is nothing for you to do: our answer will come by e-mail.',
    accepted: (several: boolean) => (several ? 'Your tickets are about to leave' : 'Your ticket is about to leave'),
    acceptedText: (several: boolean) =>
      several ? 'They arrive by e-mail in a few minutes, one a page.' : 'It arrives by e-mail in a few minutes.',
    failed: (several: boolean) => `Your ${several ? 'tickets' : 'ticket'} could not be sent to you`,
    failedText: (several: boolean) =>
      `The e-mail address was refused. Correct it; your ${several ? 'tickets are here, seat by seat' : 'ticket is here, with its seat'}.`,
    sent: (several: boolean) => (several ? 'Your tickets have left' : 'Your ticket has left'),
    sentText: (several: boolean) =>
      several ? 'They are in your mailbox, and here, seat by seat.' : 'It is in your mailbox, and here, with its seat.',
  },
} satisfies Record<Language, unknown>;
