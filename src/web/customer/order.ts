import { Router } from 'express';
import { can, waitsForTheSpectator } from '../../domain/order/can';
import { correctionIn } from '../corrected-address';
import { ticketsToSendAgain } from '../../domain/order/given-up';
import { pathOf, ROUTES } from '../paths';
import type { Site } from '../visit';
import { say } from '../../wording/typography';
import { addressNews } from './address-news';
import { customerCommand } from './form-command';
import type { Shown } from './order-page';
import { orderPage } from './order-page';
import type { OrderVisit } from './order-visit';
import { orderVisit } from './order-visit';
import { standingOf } from './standing';
import { waitsForPayment } from './unpaid-page';

/** « Mes justificatifs », and the way from it to the payment. */
export function orderPages(site: Site): Router {
  const router = Router();
  router.get(ROUTES.order, async (request, response) => {
    const opened = await orderVisit(site, request, response);
    response.send(orderPage(opened.visit, opened.order, { news: newsOf(opened) }));
  });

  router.post(ROUTES.orderPay, site.csrf.guard, async (request, response) => {
    const { order } = await orderVisit(site, request, response);
    // Paid in another tab, or too late: the page of the payment says so.
    const { reference } = order;
    const waits = waitsForPayment(order, site.needs.clock.now());
    response.redirect(303, waits ? await site.needs.deeds.askPayment({ order: reference }) : pathOf('orderReturn', { reference }));
  });

  router.post(ROUTES.ticketsAgain, site.csrf.guard, async (request, response) => {
    const { order } = await orderVisit(site, request, response);
    await site.needs.deeds.changeOrder.sendTicketsAgain(order.reference, customerCommand(request.body));
    response.redirect(303, pathOf('order', { reference: order.reference }, { envoi: 1 }));
  });
  return router;
}

/** What a form has just done, as long as it is still true. */
function newsOf({ visit, order }: OrderVisit): Shown['news'] {
  const { language, request } = visit;
  const received = Number(request.query['recu']);
  const missing = order.seats.some((one) => standingOf(order, one, visit.now).maySend && waitsForTheSpectator(one));
  const seat = order.seats.find((one) => one.no === received);
  if (seat?.proof === 'under-review' && missing) return RECEIVED[language](received);
  const kept = order.seats.find((one) => one.no === Number(request.query['garde']));
  if (kept && can('depositProof', kept) && kept.proof !== 'under-review') return KEPT[language](kept.no);
  const takenBack = order.seats.find((one) => one.no === Number(request.query['retire']));
  if (takenBack?.proof === 'awaiting-proof') return TAKEN_BACK[language](takenBack.no);
  const correction = correctionIn(request.query['adresse']);
  const { reference, customer } = order;
  if (correction && customer.email !== undefined) return addressNews(language, correction, { email: customer.email, reference });
  return request.query['envoi'] === '1' ? SENT_AGAIN[language](ticketsToSendAgain(order).length > 1) : undefined;
}

const RECEIVED = {
  fr: (no: number) => ({
    title: 'C’est bien arrivé',
    text: say`Pour la place ${no}, vous n’avez rien à faire : notre réponse arrivera par e-mail. Il reste des justificatifs à déposer plus bas.`,
  }),
  en: (no: number) => ({
    title: 'It has arrived',
    text: say`For ticket ${no} there is nothing for you to do: our answer will come by e-mail. There are still proofs to send below.`,
  }),
};
/** The file lies here; the order will hear of it. */
const KEPT = {
  fr: (no: number) => ({
    title: 'Votre envoi est bien enregistré',
    text: say`Pour la place ${no}, il sera montré à la billetterie dans quelques minutes, dès que notre service sera rétabli. Vous n’avez rien à renvoyer.`,
  }),
  en: (no: number) => ({
    title: 'What you sent is kept',
    text: say`For ticket ${no} it will be shown to the box office in a few minutes, once our service is back. There is nothing to send again.`,
  }),
};
const TAKEN_BACK = {
  fr: (no: number) => ({ title: 'Ce fichier est déjà retiré', text: say`Pour la place ${no}, un justificatif est de nouveau attendu.` }),
  en: (no: number) => ({ title: 'This file is already taken back', text: say`For ticket ${no} a proof is awaited again.` }),
};
const SENT_AGAIN = {
  fr: (several: boolean) => ({
    title: several ? 'Vos billets repartent' : 'Votre billet repart',
    text: `${several ? 'Ils arrivent' : 'Il arrive'} par e-mail dans quelques minutes.`,
  }),
  en: (several: boolean) => ({
    title: `Your ${several ? 'tickets are on their' : 'ticket is on its'} way again`,
    text: `${several ? 'They arrive' : 'It arrives'} by e-mail in a few minutes.`,
  }),
};
