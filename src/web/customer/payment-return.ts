import { Router } from 'express';
import type { OrderView } from '../../domain/order-view';
import { isOrderReference } from '../../domain/sale/reference';
import { Refusal } from '../../domain/refusal';
import { limitTo } from '../limits';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { buttonLink, shortPage } from '../page/short-page';
import { pathOf, ROUTES } from '../paths';
import { isLetIn } from '../session';
import { isStale, shopGuard } from '../shop/shopping';
import type { Site, Visit } from '../visit';
import { ofOrder, visitOf } from '../visit';
import { priceWords } from '../words/amounts';
import { say } from '../words/typography';
import { differencePage } from './difference-page';
import { otherSeats, unpaidPage, waitsForPayment } from './unpaid-page';

/**
 * Where the payment provider sends the browser back. It confirms nothing: only the notification does, and the page says
 * what the record says (design.md 2). Whoever knows the reference may look: it tells neither name nor address.
 */
export function paymentReturn(site: Site): Router {
  const router = Router();
  router.get(ROUTES.orderReturn, limitTo(site.needs.settings.limits.pages), async (request, response) => {
    const reference = String(request.params['reference']);
    const order = isOrderReference(reference) ? await site.needs.orders.view(reference) : undefined;
    if (!order) throw new Refusal('order-not-found', 'No such order.');
    const visit = ofOrder(await visitOf(site, request, response), order);
    const letIn = isLetIn(request, order);
    const seat = letIn ? order.seats.find(({ no }) => String(no) === request.query['place']) : undefined;
    const page = seat && order.payment === 'paid' ? differencePage(visit, order, seat) : returnPage(visit, order, letIn);
    response.set('Cache-Control', 'no-store').send(page);
  });

  // The same payment again, from the page that waits for it.
  router.post(ROUTES.orderReturn, limitTo(site.needs.settings.limits.orders), shopGuard(site), async (request, response) => {
    const reference = String(request.params['reference']);
    const order = isOrderReference(reference) ? await site.needs.orders.view(reference) : undefined;
    if (!order) throw new Refusal('order-not-found', 'No such order.');
    const waits = !isStale(response) && waitsForPayment(order, site.needs.clock.now());
    response.redirect(303, waits ? await site.needs.deeds.askPayment({ order: reference }) : pathOf('orderReturn', { reference }));
  });
  return router;
}

function returnPage(visit: Visit, order: OrderView, letIn: boolean): string {
  const words = WORDS[visit.language];
  const mine = pathOf('order', { reference: order.reference });
  switch (order.payment) {
    case 'pending':
    case 'failed':
    case 'expired':
      return unpaidPage(visit, order, letIn);
    case 'paid':
      return shortPage(visit, {
        over: words.confirmed,
        title: order.total > 0 ? words.paid : words.free,
        text: html`${priceWords(order.total, visit.language)}, ${words.order} <strong class="nowrap">${order.reference}</strong>.
          ${needsProof(order) ? words.afterProof(toProve(order)) : words.atOnce}`,
        way: letIn ? buttonLink(mine, needsProof(order) ? words.send(toProve(order)) : words.see) : undefined,
        after: html`${order.deadlineAt && needsProof(order) ? words.later(visit.calendar.deadline(order.deadlineAt)) : words.linkInMail}
        ${letIn && whereTo(visit, order)}`,
      });
    case 'refund-due':
    case 'refunded':
    case 'reversed':
      return shortPage(visit, { over: words.over, title: words.tooLate, text: words.refundText, way: otherSeats(visit, order, false) });
  }
}

/** Read back while a slip can still be put right: everything else leaves to that address. */
function whereTo(visit: Visit, { reference, customer }: OrderView): Html {
  const words = WORDS[visit.language];
  return html`${words.to} <strong class="nowrap">${customer.email}</strong>.
    <a href="${pathOf('correctAddress', { reference })}">${words.wrongAddress}</a>`;
}

function needsProof(order: OrderView): boolean {
  return toProve(order) > 0;
}

function toProve(order: OrderView): number {
  return order.seats.filter((seat) => seat.proof === 'awaiting-proof').length;
}

const WORDS = {
  fr: {
    over: 'Votre paiement',
    confirmed: 'Confirmation',
    paid: 'Votre paiement est bien reçu',
    free: 'Votre commande est confirmée',
    order: 'commande',
    afterProof: (count: number) =>
      `Vos billets partiront dès que nous aurons vérifié ${count > 1 ? 'vos justificatifs' : 'votre justificatif'}.`,
    atOnce: 'Vos billets partent par e-mail.',
    send: (count: number) => (count > 1 ? 'Déposer mes justificatifs' : 'Déposer mon justificatif'),
    see: 'Voir ma commande',
    later: (deadline: string) =>
      say`Vous pouvez le faire jusqu’au ${deadline} : le lien est dans l’e-mail que nous venons de vous envoyer.`,
    linkInMail: 'Le lien de votre commande est dans l’e-mail que nous venons de vous envoyer.',
    to: 'Nous écrivons à',
    wrongAddress: say`Ce n’est pas la bonne adresse ? La corriger`,
    tooLate: 'Vos places sont retournées à la vente',
    refundText:
      'Votre paiement nous est parvenu trop tard, ou la commande a été annulée. Votre remboursement vous est confirmé par e-mail.',
  },
  en: {
    over: 'Your payment',
    confirmed: 'Confirmation',
    paid: 'Your payment has arrived',
    free: 'Your order is confirmed',
    order: 'order',
    afterProof: (count: number) => `Your tickets leave as soon as we have checked your ${count > 1 ? 'proofs' : 'proof'}.`,
    atOnce: 'Your tickets leave by e-mail.',
    send: (count: number) => (count > 1 ? 'Send my proofs' : 'Send my proof'),
    see: 'See my order',
    later: (deadline: string) => `You can do so until ${deadline}: the link is in the e-mail that we have just sent you.`,
    linkInMail: 'The link to your order is in the e-mail that we have just sent you.',
    to: 'We write to',
    wrongAddress: 'Not the right address? Correct it',
    tooLate: 'Your seats went back on sale',
    refundText: 'Your payment came too late, or the order was cancelled. Your refund is confirmed by e-mail.',
  },
};
