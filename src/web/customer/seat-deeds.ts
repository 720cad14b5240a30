import { inTheNameOf } from '../../domain/elision';
import { Router } from 'express';
import type { OrderView, SeatView } from '../../domain/order-view';
import { Refusal } from '../../domain/refusal';
import { uncapital } from '../../domain/first-letter';
import { html } from '../page/html';
import { publicPage } from '../page/layout';
import { pathOf, ROUTES } from '../paths';
import type { Site, Visit } from '../visit';
import { euros } from '../../wording/amounts';
import { say } from '../../wording/typography';
import { commandField, customerCommand } from './form-command';
import { orderVisit, seatIn } from './order-visit';
import { proofWords } from './seat-words';
import { standingOf } from './standing';

/** What a spectator may do to one seat beside sending a file. What another tab has done already is so, and no error. */
export function seatDeeds(site: Site): Router {
  const { deeds } = site.needs;
  const router = Router();
  router.get(ROUTES.door, async (request, response) => {
    const { visit, order } = await orderVisit(site, request, response);
    const seat = seatIn(order, request);
    if (seat.proof === 'check-at-door') return response.redirect(303, backTo(order, seat));
    if (!standingOf(order, seat, visit.now).mayChooseDoor) throw new Refusal('not-allowed-now', `Seat ${seat.no} is ${seat.proof}.`);
    return response.send(doorPage(visit, order, seat));
  });

  router.post(ROUTES.door, site.csrf.guard, async (request, response) => {
    const { order } = await orderVisit(site, request, response);
    const seat = seatIn(order, request);
    if (seat.proof !== 'check-at-door')
      await deeds.changeOrder.chooseDoor(order.reference, { ...customerCommand(request.body), seats: [seat.no] });
    response.redirect(303, backTo(order, seat));
  });

  router.post(ROUTES.withdraw, site.csrf.guard, async (request, response) => {
    const { order } = await orderVisit(site, request, response);
    const seat = seatIn(order, request);
    if (seat.proof === 'awaiting-proof')
      return response.redirect(303, pathOf('order', { reference: order.reference }, { retire: seat.no }));
    await deeds.changeOrder.withdrawProof(order.reference, { ...customerCommand(request.body), seat: seat.no });
    return response.redirect(303, backTo(order, seat));
  });

  router.post(ROUTES.payDifference, site.csrf.guard, async (request, response) => {
    const { order } = await orderVisit(site, request, response);
    const seat = seatIn(order, request);
    const paid = seat.proof === 'upgraded';
    response.redirect(303, paid ? backTo(order, seat) : await deeds.askPayment({ order: order.reference, upgradeOf: seat.no }));
  });
  return router;
}

function backTo(order: OrderView, seat: SeatView): string {
  return `${pathOf('order', { reference: order.reference })}#place-${seat.no}`;
}

/** Asked once more, because it cannot be taken back. */
function doorPage(visit: Visit, order: OrderView, seat: SeatView): string {
  const words = WORDS[visit.language];
  return publicPage(visit, {
    title: words.title,
    width: 'text',
    body: html`<p class="over">${words.seat(seat.no)}, ${seat.tariff.name[visit.language]}, ${seat.holder}</p>
      <h1>${words.title}</h1>
      <p>${words.what(paper(seat, visit.language))}</p>
      <p>${seat.toFullPrice > 0 && words.otherwise(euros(seat.toFullPrice, visit.language))} ${words.forGood}</p>
      <form method="post" action="${pathOf('door', { reference: order.reference, seat: seat.no })}">
        ${visit.guardField()} ${commandField()} <button type="submit">${words.choose}</button>
      </form>
      <p><a href="${backTo(order, seat)}">${words.back}</a></p>`,
  });
}

/** A companion comes with the paper of the person accompanied. */
function paper(seat: SeatView, language: Visit['language']): string {
  const proof = uncapital(proofWords(seat, language));
  return seat.companionship === 'companion' ? proof : `${proof}, ${WORDS[language].inTheNameOf(seat.holder)}`;
}

const WORDS = {
  fr: {
    title: 'Présenter le justificatif à l’accueil',
    seat: (no: number) => say`Place ${no}`,
    what: (proof: string) =>
      say`Le billet part tout de suite, avec la mention « justificatif à présenter ». Le jour du spectacle, montrez à l’accueil : ${proof}.`,
    inTheNameOf: (holder: string) => inTheNameOf(holder),
    otherwise: (price: string) => `Sans ce document, la différence de ${price} vous sera demandée.`,
    forGood: 'Ce choix ne peut pas être repris.',
    choose: 'Présenter le justificatif à l’accueil',
    back: 'Revenir à la commande',
  },
  en: {
    title: 'Show the proof at the door',
    seat: (no: number) => say`Ticket ${no}`,
    what: (proof: string) => `The ticket leaves at once, marked “proof to be shown”. On the day, show at the door: ${proof}.`,
    inTheNameOf: (holder: string) => `in the name of ${holder}`,
    otherwise: (price: string) => `Without this document the difference of ${price} is asked for.`,
    forGood: 'This choice cannot be taken back.',
    choose: 'Show the proof at the door',
    back: 'Back to the order',
  },
};
