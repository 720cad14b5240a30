import type { OrderView } from '../../domain/order-view';
import type { FormerOrder } from '../../ports/sale/baskets';
import { formerOrderNotes } from '../shop/former-orders';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { shortPage } from '../page/short-page';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { euros } from '../../wording/amounts';
import { say } from '../../wording/typography';

/** Somebody back from the payment page whose order is not paid: what is so, and every way on from there. */
export function unpaidPage(visit: Visit, order: OrderView, former: readonly FormerOrder[]): string {
  const words = WORDS[visit.language];
  const time = visit.calendar.time(order.expiresAt);
  if (!waitsForPayment(order, visit.now))
    return shortPage(visit, {
      over: words.over,
      title: words.tooLate,
      text: words.tooLateText(time),
      way: otherSeats(visit, order),
    });
  const retry = html`${formerOrderNotes(visit, former)} ${payForm(visit, order)} ${toBasketForm(visit, order.reference)}`;
  if (order.payment === 'failed')
    return shortPage(visit, { over: words.over, title: words.failed, text: words.failedText(time), way: retry });
  return shortPage(visit, {
    over: words.over,
    title: words.pending,
    text: words.pendingText(time),
    way: html`<h2>${words.left}</h2>
      <p>${words.leftText}</p>
      ${retry}`,
    after: html`${words.changes} <a href="${pathOf('orderReturn', { reference: order.reference })}">${words.look}</a>`,
    scripts: ['wait.js'],
  });
}

export function waitsForPayment({ payment, expiresAt }: OrderView, now: string): boolean {
  return (payment === 'pending' || payment === 'failed') && expiresAt > now;
}

/** Asks for the same payment again. */
export function payForm(visit: Visit, { reference, total }: OrderView): Html {
  return html`<form method="post" action="${pathOf('orderReturn', { reference })}">
    ${visit.guardField()} <button type="submit">${WORDS[visit.language].pay(euros(total, visit.language))}</button>
  </form>`;
}

/** « Revenir à mon panier »: names, address and seats can be put right there. `why`: what is asked before it. */
export function toBasketForm(visit: Visit, reference: string, why?: string): Html {
  const words = WORDS[visit.language];
  return html`<form method="post" action="${pathOf('orderToBasket', { reference })}">
    ${visit.guardField()}
    <p>${why ?? words.rather} <button class="link" type="submit">${words.toBasket}</button></p>
  </form>`;
}

/** The same choice again. */
export function otherSeats(visit: Visit, { reference }: OrderView): Html {
  const words = WORDS[visit.language];
  return html`<form method="post" action="${pathOf('orderToBasket', { reference })}">
    ${visit.guardField()} <button type="submit">${words.same}</button>
  </form>`;
}

const WORDS = {
  fr: {
    over: 'Votre paiement',
    pending: 'Nous n’avons pas encore la réponse de votre banque',
    pendingText: (time: string) =>
      say`Si vous avez payé, vous pouvez fermer cette page : la confirmation arrive par e-mail. Vos places sont gardées jusqu’à ${time}.`,
    left: say`Vous n’avez pas payé ?`,
    leftText: 'Tant que votre banque ne nous a rien dit, rien n’est acheté. Vous pouvez reprendre là où vous étiez.',
    pay: (price: string) => `Reprendre le paiement de ${price}`,
    rather: say`Vous préférez changer quelque chose ?`,
    toBasket: 'Revenir à mon panier',
    changes: 'Cette page change dès que nous avons la réponse.',
    look: 'Regarder maintenant',
    failed: 'Le paiement n’a pas abouti',
    failedText: (time: string) => `Rien n’a été prélevé. Vos places restent gardées jusqu’à ${time}.`,
    tooLate: 'Vos places sont retournées à la vente',
    tooLateText: (time: string) =>
      say`Aucun paiement ne nous était parvenu à ${time}. Si votre banque en confirme un plus tard, nous reprenons vos places si elles sont libres ; sinon, vous êtes remboursé. Un e-mail vous le dira.`,
    same: 'Chercher les mêmes places',
  },
  en: {
    over: 'Your payment',
    pending: 'We do not have your bank’s answer yet',
    pendingText: (time: string) =>
      `If you have paid, you may close this page: the confirmation comes by e-mail. Your seats are kept until ${time}.`,
    left: 'You have not paid?',
    leftText: 'As long as your bank has told us nothing, nothing is bought. You can go on where you were.',
    pay: (price: string) => `Go back to the payment of ${price}`,
    rather: 'Would you rather change something?',
    toBasket: 'Back to my basket',
    changes: 'This page changes as soon as we have the answer.',
    look: 'Look now',
    failed: 'The payment did not go through',
    failedText: (time: string) => `Nothing was charged. Your seats are kept until ${time}.`,
    tooLate: 'Your seats went back on sale',
    tooLateText: (time: string) =>
      `No payment had reached us at ${time}. If your bank confirms one later, we take your seats again if they are free; if not, you are refunded. An e-mail will tell you.`,
    same: 'Look for the same seats',
  },
};
