import { mayPayFullPrice } from '../../domain/order/companions';
import { givenUp } from '../../domain/order/given-up';
import type { OrderView, PaymentView, SeatView } from '../../domain/order-view';
import { html } from '../page/html';
import { buttonLink, shortPage } from '../page/short-page';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { euros } from '../../wording/amounts';
import { say } from '../../wording/typography';
import type { BankAnswer } from './bank-answer';
import { isUnderReview, UNDER_REVIEW } from './excess-notice';

interface BackFromBank {
  readonly seat: SeatView;
  readonly answer: BankAnswer;
}

/** Back from paying the difference of a seat: what is so of that payment, never of the one that bought the order. */
export function differencePage(visit: Visit, order: OrderView, { seat, answer }: BackFromBank): string {
  const words = WORDS[visit.language];
  const home = `${pathOf('order', { reference: order.reference })}#place-${seat.no}`;
  const mine = buttonLink(home, words.mine);
  const head = { over: words.over(seat.no), way: mine };
  const payments = order.payments.filter(({ upgradeOf }) => upgradeOf === seat.no);
  const named = visit.request.query['paiement'];
  const own = named === undefined ? payments.at(-1) : payments.find(({ reference }) => reference === named);
  if (own?.tooMany) return shortPage(visit, { ...head, title: words.tooMany, text: tooManyText(visit, order, own) });
  const settled = seat.proof === 'upgraded';
  // Taken at the desk meanwhile: until the record says which of the two was one too many, this one has settled nothing.
  const another = payments.some((payment) => payment !== own && !payment.tooMany && payment.status === 'paid');
  if (settled && own && !another) return shortPage(visit, { ...head, title: words.settled, text: words.settledText });
  if (settled) return shortPage(visit, { ...head, title: words.otherwise, text: words.otherwiseText, scripts: ['wait.js'] });
  if (answer === 'awaited')
    return shortPage(visit, {
      ...head,
      title: words.awaited,
      text: words.awaitedText,
      ...{ scripts: ['wait.js'], looksAgainAfter: LOOKS_AGAIN },
    });
  const again = mayPayFullPrice(order.seats, seat) && seat.toFullPrice > 0;
  return shortPage(visit, {
    ...head,
    title: words.notYet,
    text: givenUp(seat) === undefined ? words.notYetText : words.notYetCancelled,
    // One button a page: what is left to do, else the way back.
    way: again
      ? html`${payAgain(visit, order, seat)}
          <p><a href="${home}">${words.mine}</a></p>`
      : mine,
    scripts: ['wait.js'],
  });
}

function tooManyText({ language }: Visit, { seats }: OrderView, { amount, upgradeOf }: PaymentView): string {
  const text = WORDS[language].tooManyText(euros(amount, language));
  return isUnderReview(seats, upgradeOf) ? `${text} ${UNDER_REVIEW[language]}` : text;
}

function payAgain(visit: Visit, { reference }: OrderView, { no, toFullPrice }: SeatView) {
  return html`<form method="post" action="${pathOf('payDifference', { reference, seat: no })}">
    ${visit.guardField()} <button type="submit">${WORDS[visit.language].again(euros(toFullPrice, visit.language))}</button>
  </form>`;
}

/** Seconds, as the script does. */
const LOOKS_AGAIN = 4;

const WORDS = {
  fr: {
    over: (no: number) => say`Plein tarif, place ${no}`,
    settled: 'La différence est réglée',
    settledText: 'Votre paiement est bien reçu : le billet part par e-mail, à plein tarif.',
    tooMany: 'Ce paiement est arrivé en trop',
    tooManyText: (amount: string) =>
      `La place ne pouvait pas passer au plein tarif à ce moment-là : ${amount} vous sont rendus, un e-mail vous le confirme.`,
    otherwise: 'La place est déjà au plein tarif',
    otherwiseText: say`La différence a été réglée par un autre paiement. Si vous venez de la payer aussi, la réponse de votre banque arrive dans un instant, et cette page vous dit alors ce qui vous est rendu. Si vous avez refusé ou laissé ce paiement, rien n’a été prélevé.`,
    awaited: 'Nous attendons la réponse de votre banque',
    awaitedText: say`Elle arrive d’ordinaire en quelques secondes, et cette page change alors d’elle-même. Vous pouvez aussi la fermer : un e-mail confirme tout paiement reçu.`,
    notYet: 'Nous n’avons pas reçu ce règlement',
    notYetText: say`Si vous l’avez refusé ou laissé, rien n’a été prélevé et votre place est gardée comme avant. Si vous avez payé, la réponse de votre banque arrive dans un instant : cette page se met à jour.`,
    notYetCancelled: say`Cette place est annulée. Si vous avez refusé ou laissé ce paiement, rien n’a été prélevé. Si vous avez payé, la réponse de votre banque arrive dans un instant, et cette page vous dit alors ce qui vous est rendu.`,
    again: (amount: string) => `Régler la différence, ${amount}`,
    mine: 'Revenir à ma commande',
  },
  en: {
    over: (no: number) => `Full tariff, ticket ${no}`,
    settled: 'The difference is paid',
    settledText: 'Your payment has arrived: the ticket leaves by e-mail, at the full tariff.',
    tooMany: 'This payment came in excess',
    tooManyText: (amount: string) =>
      `The seat could not be raised to the full tariff at that moment: ${amount} is given back to you, an e-mail confirms it.`,
    otherwise: 'The ticket is at the full tariff already',
    otherwiseText:
      'The difference was paid by another payment. If you have just paid it too, your bank’s answer comes in a moment, and this page then says what is given back to you. If you refused or left that payment, nothing was charged.',
    awaited: 'We are waiting for your bank’s answer',
    awaitedText:
      'It usually comes within seconds, and this page then changes by itself. You may close it, too: an e-mail confirms every payment that arrives.',
    notYet: 'We have not received this payment',
    notYetText:
      'If you refused or left it, nothing was charged and your seat is kept as before. If you have paid, your bank’s answer comes in a moment: this page follows.',
    notYetCancelled:
      'This seat is cancelled. If you refused or left that payment, nothing was charged. If you have paid, your bank’s answer comes in a moment, and this page then says what is given back to you.',
    again: (amount: string) => `Pay the difference, ${amount}`,
    mine: 'Back to my order',
  },
};
