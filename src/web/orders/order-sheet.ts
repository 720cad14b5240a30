import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { OrderView } from '../../domain/order-view';
import type { Counter, Names } from '../../ports/sale/receipts';
import { notice } from '../page/notice';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf, ROUTES } from '../paths';
import type { Site, Visit } from '../visit';
import type { WrongAddress } from './correct-address';
import { addressNews, correctsAddress } from './correct-address';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import { deskOfVenue, deskVisit, REVIEWERS, SELLERS } from '../desk/desk-visit';
import type { WrongDifference } from './difference-panel';
import { differenceNews, differencePanel, givesDifferenceBack, takesDifference } from './difference-panel';
import { moneyPanel } from './money-panel';
import { againNews, orderFacts } from './order-facts';
import { hasNoAddress } from './no-address';
import { peopleOf } from './people-of';
import { orderAt } from '../review/review-order';
import { seatTable } from './seat-table';
import { beganFree, timelineList } from './timeline-list';
import { UNDELIVERED } from './timeline-words';

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
    response.redirect(303, pathOf('deskOrder', { reference }, { billets: 1 }));
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
    const answer = await correctsAddress(site, desk, order);
    if ('next' in answer) return response.redirect(303, answer.next);
    return response.status(answer.status).send(await sheetOf(desk, order, { address: answer }));
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
    const [timeline, sellers, names] = await Promise.all([orders.timeline(order.reference), receipts.counter(), receipts.names()]);
    const people = await peopleOf(staff, order, timeline);
    const at = deskOfVenue(desk, order.venue.id);
    const story = timelineList(at.visit, timeline, { people, nowhere: hasNoAddress(order), free: beganFree(order) });
    return orderSheet(at, { order, story, wrong, sellers, names });
  }
}

interface Sheet {
  readonly order: OrderView;
  readonly story: Html;
  readonly wrong: Wrong;
  readonly sellers: Counter;
  readonly names: Names;
}

/** What a form of this page has asked, and what was not done. */
interface Wrong {
  readonly address?: WrongAddress | undefined;
  readonly difference?: WrongDifference | undefined;
}

function orderSheet(desk: DeskVisit, { order, story, wrong, sellers, names }: Sheet): string {
  const title = `${order.customer.name}, commande ${order.reference}`;
  const reviews = REVIEWERS.includes(desk.who.role);
  return deskPage(desk, {
    at: 'search',
    title,
    error: wrong.address !== undefined || wrong.difference !== undefined,
    body: html`${addressNews(desk.visit, order, wrong.address)}${differenceNews(desk.visit, order, wrong.difference)}${againNews(desk.visit, order)}
      <div class="headline">
        <div>
          <h1 class="review-title">${title}</h1>
          <p class="small">
            ${order.performance.showTitle}, ${desk.visit.calendar.fullMoment(order.performance.startsAt)}, ${order.performance.room}
          </p>
        </div>
        ${order.status === 'under-review' && reviews && html`<a class="button" href="${pathOf('deskReview', { reference: order.reference })}">Contrôler</a>`}
      </div>
      <div class="review">
        <div>${undelivered(desk.visit, order)}${seatTable(desk.visit, order)}</div>
        <div>
          ${orderFacts(desk, order, wrong.address)} ${differencePanel(desk, order, sellers)} ${moneyPanel(desk, order, { sellers, names })}
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
