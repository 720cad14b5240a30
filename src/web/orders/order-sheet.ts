import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { costOfSeat } from '../../domain/order/amounts';
import { isGivenUp, maySendTicketsAgain, standsAs } from '../../domain/order/given-up';
import { soldAs } from '../../domain/order/sold-as';
import type { OrderView, SeatView } from '../../domain/order-view';
import type { Counter } from '../../ports/sale/receipts';
import { placeWords } from '../customer/seat-words';
import { chip } from '../page/chip';
import { notice } from '../page/notice';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf, ROUTES } from '../paths';
import type { Site, Visit } from '../visit';
import { euros, priceWords } from '../words/amounts';
import type { WrongAddress } from './correct-address';
import { addressForm, addressNews, correctsAddress } from './correct-address';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import { deskOfVenue, deskVisit, REVIEWERS, SELLERS } from '../desk/desk-visit';
import type { WrongDifference } from './difference-panel';
import { differenceNews, differencePanel, givesDifferenceBack, takesDifference } from './difference-panel';
import { moneyPanel } from './money-panel';
import { peopleOf } from './people-of';
import { orderAt } from '../review/review-order';
import { statusWords } from './status-words';
import { timelineList } from './timeline-list';
import { UNDELIVERED } from './timeline-words';
import { undoForm } from '../review/undo-form';

/** Made with the page: sent twice it is done once. */
const Renewal = z.object({ command: z.uuid() });

/** One order whole: its seats, its customer, its story. */
export function deskOrder(site: Site): Router {
  const router = Router();
  router.get(ROUTES.deskOrder, async (request, response) => {
    const desk = await deskVisit(site, request, { response });
    const order = await orderAt(site, request);
    response.send(await sheetOf(desk, order));
  });

  router.post(ROUTES.deskOrder, site.csrf.guard, async (request, response) => {
    const { who } = await deskVisit(site, request, { response });
    const { reference } = await orderAt(site, request);
    const { command } = Renewal.parse(request.body);
    const head = { command: `desk-${command}`, by: { role: 'staff', id: who.id }, door: 'desk' } as const;
    await site.needs.deeds.changeOrder.sendTicketsAgain(reference, head);
    response.redirect(303, pathOf('deskOrder', { reference }));
  });
  router.post(ROUTES.deskOrderLink, site.csrf.guard, async (request, response) => {
    const { who } = await deskVisit(site, request, { response });
    const { reference } = await orderAt(site, request);
    const { command } = Renewal.parse(request.body);
    const head = { command: `desk-${command}`, by: { role: 'staff', id: who.id }, door: 'desk' } as const;
    await site.needs.deeds.renewCustomerLink(reference, head);
    response.redirect(303, pathOf('deskOrder', { reference }));
  });
  router.post(ROUTES.deskOrderAddress, site.csrf.guard, async (request, response) => {
    const desk = await deskVisit(site, request, { response });
    const order = await orderAt(site, request);
    const wrong = await correctsAddress(site, desk, order);
    if (wrong === undefined) return response.redirect(303, pathOf('deskOrder', { reference: order.reference }, { adresse: 1 }));
    return response.status(wrong.status).send(await sheetOf(desk, order, { address: wrong }));
  });
  router.post(ROUTES.deskDifference, site.csrf.guard, async (request, response) => difference(request, response, takesDifference));
  router.post(ROUTES.deskDifferenceBack, site.csrf.guard, async (request, response) => difference(request, response, givesDifferenceBack));
  return router;

  async function difference(request: Request, response: Response, settle: typeof takesDifference): Promise<void> {
    const desk = await deskVisit(site, request, { response, roles: SELLERS });
    const { reference } = await orderAt(site, request);
    const wrong = await settle(site, desk, await orderAt(site, request));
    const done = pathOf('deskOrder', { reference }, { difference: Number(request.body?.seat) });
    if (wrong === undefined) return response.redirect(303, done);
    // Read again: somebody else may have settled it meanwhile.
    response.status(wrong.status).send(await sheetOf(desk, await orderAt(site, request), { difference: wrong }));
  }

  async function sheetOf(desk: DeskVisit, order: OrderView, wrong: Wrong = {}): Promise<string> {
    const { orders, receipts, staff } = site.needs;
    const [timeline, sellers] = await Promise.all([orders.timeline(order.reference), receipts.counter()]);
    const people = await peopleOf(staff, order, timeline);
    const at = deskOfVenue(desk, order.venue.id);
    const story = timelineList(at.visit, timeline, people);
    return orderSheet(at, { order, story, wrong, sellers });
  }
}

interface Sheet {
  readonly order: OrderView;
  readonly story: Html;
  readonly wrong: Wrong;
  readonly sellers: Counter;
}

/** What a form of this page has asked, and what was not done. */
interface Wrong {
  readonly address?: WrongAddress | undefined;
  readonly difference?: WrongDifference | undefined;
}

function orderSheet(desk: DeskVisit, { order, story, wrong, sellers }: Sheet): string {
  const title = `${order.customer.name}, commande ${order.reference}`;
  const reviews = REVIEWERS.includes(desk.who.role);
  return deskPage(desk, {
    at: 'search',
    title,
    error: wrong.address !== undefined || wrong.difference !== undefined,
    body: html`${addressNews(desk.visit, order, wrong.address)}${differenceNews(desk.visit, order, wrong.difference)}
      <div class="headline">
        <div>
          <h1 class="review-title">${title}</h1>
          <p class="small">
            ${order.performance.showTitle}, ${desk.visit.calendar.full(order.performance.startsAt)}, ${order.performance.room}
          </p>
        </div>
        ${order.status === 'under-review' && reviews && html`<a class="button" href="${pathOf('deskReview', { reference: order.reference })}">Contrôler</a>`}
      </div>
      <div class="review">
        <div>${undelivered(desk.visit, order)}${seatTable(desk.visit, order)}</div>
        <div>
          ${facts(desk, order, wrong.address)} ${differencePanel(desk, order, sellers)} ${moneyPanel(desk, order, sellers)}
          <section>
            <h2>Histoire</h2>
            ${story}
          </section>
        </div>
      </div>`,
  });
}

/** A letter that reached nobody: the address is to be corrected, or the person called. */
function undelivered({ calendar }: Visit, { undelivered: letters = [], customer }: OrderView): Html | undefined {
  if (letters.length === 0) return undefined;
  const lines = letters.map(({ to, reviewer, how, at }) => {
    const whom = reviewer ?? (to === 'customer' ? customer.email : 'la salle');
    const when = at === undefined ? '' : `, le ${calendar.moment(at)}`;
    return `Un message à ${whom} ${UNDELIVERED[how]}${when}.`;
  });
  const advice = letters.some(({ to }) => to === 'customer')
    ? 'Adresse invalide ? Appelez le client et corrigez-la ci-contre, ou remettez-lui ses billets au guichet.'
    : 'Faites corriger l’adresse de la personne qui vérifie.';
  return notice('Des messages ne sont pas arrivés', html`${[...lines, advice].map((line) => html`${line}<br />`)}`);
}

function facts({ visit, who }: DeskVisit, order: OrderView, wrong: WrongAddress | undefined): Html {
  const { calendar } = visit;
  // Each with its time among the payments.
  const inParts = order.seats.some(({ upgradedAt }) => upgradedAt !== undefined);
  return html`<section class="facts">
    <h2>La commande</h2>
    <dl>
      <dt>État</dt>
      <dd>${statusWords(order.status)}</dd>
      <dt>Client</dt>
      <dd>n° ${order.customer.number}, <a href="mailto:${order.customer.email}">${order.customer.email}</a></dd>
      <dt>Passée</dt>
      <dd>le ${calendar.moment(order.placedAt)}${order.termsAccepted && ', conditions de vente acceptées'}</dd>
      ${
        order.paidAt !== undefined &&
        html`<dt>${order.total > 0 ? 'Payée' : 'Confirmée'}</dt>
          <dd>${priceWords(order.total, 'fr')}, ${inParts ? 'en plusieurs paiements' : `le ${calendar.moment(order.paidAt)}`}</dd>`
      }
      ${
        order.deadlineAt !== undefined &&
        !isGivenUp(order) &&
        html`<dt>Date limite</dt>
          <dd>${calendar.deadline(order.deadlineAt)}</dd>`
      }
      <dt>Mode d’obtention</dt>
      <dd>${order.deliveryMethod.name.fr}${order.deliveryMethod.price > 0 && html`, ${euros(order.deliveryMethod.price, 'fr')}`}</dd>
    </dl>
    ${order.undoUntil !== undefined && order.undoUntil > visit.now && REVIEWERS.includes(who.role) && undoForm(visit, order)}
    ${
      maySendTicketsAgain(order, visit.now) &&
      html`<form method="post" action="${pathOf('deskOrder', { reference: order.reference })}">
        ${visit.guardField()}<input type="hidden" name="command" value="${randomUUID()}" />
        <button class="link" type="submit">Renvoyer les billets par e-mail</button>
      </form>`
    }
    ${order.performance.endsAt > visit.now && [addressForm(visit, order, wrong), renewForm(visit, order)]}
  </section>`;
}

/** Said before it is done: it cannot be taken back. */
function renewForm(visit: Visit, { reference, customer }: OrderView): Html {
  return html`<details>
    <summary>Le lien du client est tombé en d’autres mains</summary>
    <form method="post" action="${pathOf('deskOrderLink', { reference })}">
      ${visit.guardField()}<input type="hidden" name="command" value="${randomUUID()}" />
      <p class="small">
        Les liens de tous nos messages précédents cessent d’ouvrir la commande, et les appareils déjà entrés en sortent. Un nouveau lien
        part à ${customer.email}. Les billets et les places ne changent pas.
      </p>
      <button class="plain" type="submit">Remplacer le lien</button>
    </form>
  </details>`;
}

function seatTable(visit: Visit, order: OrderView): Html {
  return html`<table class="cards">
    <thead>
      <tr>
        <th scope="col">Place</th>
        <th scope="col">Tarif, personne</th>
        <th scope="col">Justificatif</th>
        <th scope="col">Billet</th>
        <th scope="col" class="amount">Prix</th>
      </tr>
    </thead>
    <tbody>
      ${order.seats.map((seat) => seatRow(visit, order, seat))}
    </tbody>
  </table>`;
}

function seatRow({ calendar }: Visit, order: OrderView, seat: SeatView): Html {
  const ticket = order.tickets.find((one) => one.seat === seat.no);
  const tariff = soldAs(seat);
  const sent =
    seat.delivery === 'sent' && seat.deliveredAt !== undefined ? `envoyé le ${calendar.moment(seat.deliveredAt)}` : DELIVERY[seat.delivery];
  return html`<tr>
    <td><b class="left">${seat.no}</b></td>
    <td data-label="Personne">
      ${tariff.health ? 'Tarif réduit' : tariff.name.fr}<br /><span class="small"
        >${seat.holder}${seat.memberNumber !== undefined && html`, adhérent n° ${seat.memberNumber}`}, ${placeWords(seat, 'fr')}</span
      >
    </td>
    <td data-label="Justificatif">${chip(standsAs(seat), 'fr', 'staff')}</td>
    <td data-label="Billet">
      ${sent}${ticket && html`<br /><span class="small nowrap">${ticket.uid}</span>`}${
        ticket?.usedAt !== undefined && html`<br /><span class="small">entré le ${calendar.moment(ticket.usedAt)}</span>`
      }
    </td>
    <td data-label="Prix" class="amount">${priceWords(costOfSeat(seat), 'fr')}</td>
  </tr>`;
}

const DELIVERY = { held: 'retenu', ready: 'prêt', sent: 'envoyé', failed: 'refusé par la messagerie', void: 'annulé' } satisfies Record<
  SeatView['delivery'],
  string
>;
