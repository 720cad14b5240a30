import { Router } from 'express';
import type { Response } from 'express';
import type { OrderView, SeatView } from '../../domain/order-view';
import { isOrderReference } from '../../domain/sale/reference';
import { givenUp } from '../../domain/order/given-up';
import { limitTo } from '../limits';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { buttonLink, shortPage } from '../page/short-page';
import { pathOf, ROUTES } from '../paths';
import { isStale, shopGuard } from '../shop/shopping';
import type { Site, Visit } from '../visit';
import { ofOrder, visitOf } from '../visit';
import { priceWords } from '../../wording/amounts';
import { say } from '../../wording/typography';
import { bankAnswer } from './bank-answer';
import { excessNotices } from './excess-notice';
import { differencePage } from './difference-page';
import { givenUpPage } from './given-up-page';
import { orderLetIn } from '../order-let-in';
import { unpaidPage, waitsForPayment } from './unpaid-page';

/**
 * Where the payment provider sends the browser back. It confirms nothing: only the notification does, and the page says
 * what the record says (docs/architecture.md 2). A bank's app may come back into another browser: that one hears nothing of the order,
 * not even that there is one.
 */
export function paymentReturn(site: Site): Router {
  const router = Router();
  router.get(ROUTES.orderReturn, limitTo(site.needs.settings.limits.pages), async (request, response) => {
    response.set('Cache-Control', 'no-store');
    const order = await orderLetIn(site, request);
    if (!order) return response.send(unknownBrowserPage(await visitOf(site, request, response)));
    const visit = ofOrder(await visitOf(site, request, response), order);
    const seat = order.seats.find(({ no }) => String(no) === request.query['place']);
    if (seat && order.payment === 'paid') {
      const answer = await bankAnswer(site, request, order);
      if (typeof answer !== 'string') return response.redirect(303, answer.waitOn);
      return response.send(differencePage(visit, order, { seat, answer }));
    }
    return stands(visit, order, response);
  });

  // The same payment again, from the page that waits for it.
  router.post(ROUTES.orderReturn, limitTo(site.needs.settings.limits.orders), shopGuard(site), async (request, response) => {
    const reference = String(request.params['reference']);
    const order = await orderLetIn(site, request);
    const waits = order && !isStale(response) && waitsForPayment(order, site.needs.clock.now());
    response.redirect(303, waits ? await site.needs.deeds.askPayment({ order: reference }) : pathOf('orderReturn', { reference }));
  });
  return router;

  async function stands(visit: Visit, order: OrderView, response: Response): Promise<unknown> {
    const { baskets } = site.needs;
    if (waitsForPayment(order, visit.now)) return response.send(unpaidPage(visit, order, await baskets.formerOrders(order.reference)));
    const became = WITHOUT_SEATS.includes(order.payment) ? await baskets.takenOverBy(order.reference) : undefined;
    if (became === undefined) return returned(visit, order, response);
    const here = became === visit.request.session.basket?.id;
    return response.send(givenUpPage(visit, order, { here, order: isOrderReference(became) ? became : undefined }));
  }
}

/** The same words for every reference, known or not. */
function unknownBrowserPage(visit: Visit): string {
  const words = WORDS[visit.language];
  return shortPage(visit, {
    over: words.over,
    title: words.byMail,
    text: words.byMailText,
    way: buttonLink(pathOf('findOrder'), words.myTickets),
    after: words.left,
  });
}
const WITHOUT_SEATS: readonly OrderView['payment'][] = ['expired', 'refund-due', 'refunded'];

/** What is so of the order's own payment. Once more has happened than that, the page of the order tells it. */
function returned(visit: Visit, order: OrderView, response: Response): void {
  const words = WORDS[visit.language];
  switch (order.payment) {
    case 'pending':
    case 'failed':
    case 'expired':
      return void response.send(unpaidPage(visit, order, []));
    case 'paid': {
      const page = confirmation(visit, order);
      return page === undefined ? response.redirect(303, pathOf('order', { reference: order.reference })) : void response.send(page);
    }
    case 'refund-due':
    case 'refunded':
    case 'reversed': {
      const way = buttonLink(pathOf('performance', { performance: order.performance.id }), words.seats);
      return void response.send(shortPage(visit, { over: words.over, title: words.tooLate, text: words.refundText, way }));
    }
  }
}

/** `undefined`: it is no longer news, for proofs or tickets have moved on since. */
function confirmation(visit: Visit, order: OrderView): string | undefined {
  const words = WORDS[visit.language];
  const standing = order.seats.filter((seat) => givenUp(seat) === undefined);
  const toProve = standing.filter((seat) => seat.proof === 'awaiting-proof').length;
  const haveLeft = standing.some(({ delivery }) => delivery === 'sent');
  const asBought = standing.length > 0 && standing.every((seat) => seat.proof === 'awaiting-proof' || leavesByItself(seat));
  if (!asBought || (haveLeft && toProve > 0)) return undefined;
  const mine = pathOf('order', { reference: order.reference });
  const several = standing.length > 1;
  return shortPage(visit, {
    over: words.confirmed,
    title: order.total > 0 ? words.paid : words.free,
    text: html`${priceWords(order.total, visit.language)}, ${words.order} <strong class="nowrap">${order.reference}</strong>.
      ${toProve > 0 ? words.afterProof(toProve, several) : haveLeft ? words.haveLeft(several) : words.atOnce(several)}`,
    way: html`${buttonLink(mine, toProve > 0 ? words.send(toProve) : words.see)} ${excessNotices(visit, order)}`,
    after: html`${order.deadlineAt && toProve > 0 ? words.later(visit.calendar.weekdayMoment(order.deadlineAt)) : words.linkInMail}
    ${whereTo(visit, order)}`,
  });
}

function leavesByItself({ proof, delivery }: SeatView): boolean {
  return proof === 'not-required' && (delivery === 'held' || delivery === 'ready' || delivery === 'sent');
}

/** Read back while a slip can still be put right: everything else leaves to that address. */
function whereTo(visit: Visit, { reference, customer }: OrderView): Html {
  const words = WORDS[visit.language];
  return html`${words.to} <strong class="unbroken">${customer.email}</strong>.
    <a href="${pathOf('correctAddress', { reference })}">${words.wrongAddress}</a>`;
}

const WORDS = {
  fr: {
    over: 'Votre paiement',
    confirmed: 'Confirmation',
    paid: 'Votre paiement est bien reçu',
    free: 'Votre commande est confirmée',
    order: 'commande',
    afterProof: (proofs: number, several: boolean) =>
      `${several ? 'Vos billets partiront' : 'Votre billet partira'} dès que nous aurons vérifié ${proofs > 1 ? 'vos justificatifs' : 'votre justificatif'}.`,
    atOnce: (several: boolean) => `${several ? 'Vos billets partent' : 'Votre billet part'} par e-mail.`,
    haveLeft: (several: boolean) => `${several ? 'Vos billets sont partis' : 'Votre billet est parti'} par e-mail.`,
    send: (count: number) => (count > 1 ? 'Déposer mes justificatifs' : 'Déposer mon justificatif'),
    see: 'Voir ma commande',
    later: (deadline: string) =>
      say`Vous pouvez le faire jusqu’au ${deadline}, ici ou plus tard : la confirmation que nous vous envoyons par e-mail contient le lien.`,
    linkInMail: 'Le lien de votre commande est dans la confirmation que nous vous envoyons par e-mail.',
    to: 'Nous écrivons à',
    wrongAddress: say`Ce n’est pas la bonne adresse ? La corriger`,
    tooLate: 'Vos places sont retournées à la vente',
    refundText:
      'Votre paiement nous est parvenu trop tard, ou la commande a été annulée. Votre remboursement vous est confirmé par e-mail.',
    seats: 'Choisir des places',
    byMail: 'La suite vous attend dans votre messagerie',
    byMailText: say`Ce navigateur n’est pas celui de l’achat, ou la page a été quittée trop longtemps : aucune commande n’est montrée ici. Un paiement reçu est toujours confirmé par e-mail, avec le lien de la commande. Regardez aussi dans les indésirables.`,
    myTickets: 'Mes billets',
    left: say`Le paiement a été refusé ou laissé ? Revenez au navigateur où vous aviez choisi vos places : « Panier » permet de le reprendre. D’un autre, demandez un lien par « Mes billets » tant que vos places sont gardées : la commande s’y paie aussi.`,
  },
  en: {
    over: 'Your payment',
    confirmed: 'Confirmation',
    paid: 'Your payment has arrived',
    free: 'Your order is confirmed',
    order: 'order',
    afterProof: (proofs: number, several: boolean) =>
      `Your ${several ? 'tickets leave' : 'ticket leaves'} as soon as we have checked your ${proofs > 1 ? 'proofs' : 'proof'}.`,
    atOnce: (several: boolean) => `Your ${several ? 'tickets leave' : 'ticket leaves'} by e-mail.`,
    haveLeft: (several: boolean) => `Your ${several ? 'tickets have' : 'ticket has'} left by e-mail.`,
    send: (count: number) => (count > 1 ? 'Send my proofs' : 'Send my proof'),
    see: 'See my order',
    later: (deadline: string) =>
      `You can do so until ${deadline}, here or later: the confirmation that we send you by e-mail holds the link.`,
    linkInMail: 'The link to your order is in the confirmation that we send you by e-mail.',
    to: 'We write to',
    wrongAddress: 'Not the right address? Correct it',
    tooLate: 'Your seats went back on sale',
    refundText: 'Your payment came too late, or the order was cancelled. Your refund is confirmed by e-mail.',
    seats: 'Choose seats',
    byMail: 'Look at your mailbox for what comes next',
    byMailText:
      'This browser is not the one of the purchase, or the page was left for too long: no order is shown here. A payment that has arrived is always confirmed by e-mail, with the link to the order. Look among the junk mail too.',
    myTickets: 'My tickets',
    left: 'The payment was refused or left? Go back to the browser in which you chose your seats: “Basket” takes it up again. From another one, ask for a link on “My tickets” while your seats are kept: the order can be paid there too.',
  },
};
