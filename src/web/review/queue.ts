import { Router } from 'express';
import { currentProofs } from '../../use-cases/letters/letter-attachments';
import type { OrderView } from '../../domain/order-view';
import { html } from '../page/html';
import type { Html } from '../page/html';
import { pathOf, ROUTES } from '../paths';
import type { Site } from '../visit';
import { atVenue } from '../visit';
import { inLetters } from '../../wording/numbers';
import { answeredNotice } from './answered-notice';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import { deskOfVenue, deskVisit, REVIEWERS } from '../desk/desk-visit';
import { mailsTitle } from '../mails/mail-pages';
import { tariffName } from '../orders/seat-lines';
import { answersToUndo } from './undo-form';
import { isPressing, timeLeft } from './time-left';

/** More than a day's work; what lies beyond comes up as soon as the first ones are done. */
const SHOWN = 50;

/** « À contrôler »: the orders under review, the least time left first. */
export function deskQueue(site: Site): Router {
  const router = Router();
  router.get(ROUTES.desk, async (request, response) => {
    if (!request.session.staff) return response.redirect(303, pathOf('deskSignIn'));
    const desk = await deskVisit(site, request, { response });
    // Whoever judges no proofs begins at the till.
    if (!REVIEWERS.includes(desk.who.role)) return response.redirect(303, pathOf('deskTill'));
    const references = await site.needs.orders.mostPressing(SHOWN);
    const views = await Promise.all(references.map((reference) => site.needs.orders.view(reference)));
    const answered = await justAnswered(site, request.query['repondu']);
    const orders = views.filter((view) => view !== undefined);
    return response.send(queuePage(desk, { orders, count: desk.waiting.orders, answered }));
  });
  return router;
}

async function justAnswered(site: Site, reference: unknown): Promise<OrderView | undefined> {
  const view = typeof reference !== 'string' ? undefined : await site.needs.orders.view(reference);
  return view && answersToUndo(view, site.needs.clock.now()).length > 0 ? view : undefined;
}

interface Queue {
  readonly orders: readonly OrderView[];
  readonly count: number;
  readonly answered: OrderView | undefined;
}

function queuePage(desk: DeskVisit, { orders, count, answered }: Queue): string {
  const [first] = orders;
  const { mails } = desk.waiting;
  const title = first ? titleOf(count) : mails > 0 ? mailsTitle(mails) : 'Tout est vu';
  return deskPage(desk, {
    at: 'queue',
    title,
    body: html`${answered && answeredNotice(desk, answered)}
      <div class="headline">
        <div>
          <h1>${title}</h1>
          <p class="small">${first ? pressing(desk, first) : 'Aucun justificatif n’attend. Le prochain vous sera signalé par e-mail.'}</p>
        </div>
        ${nextStep(first, mails)}
      </div>
      ${first && table(desk, orders)}`,
  });
}

function nextStep(first: OrderView | undefined, mails: number): Html {
  const button = (href: string, words: string) => html`<a class="button" href="${href}">${words}</a>`;
  if (first) return button(pathOf('deskReview', { reference: first.reference }), 'Commencer par la plus pressée');
  return mails > 0
    ? button(pathOf('deskMails'), 'Lire les courriers')
    : html`<a href="${pathOf('deskSearch')}">Rechercher une commande</a>`;
}

function titleOf(count: number): string {
  const words = inLetters(count, 'fr');
  const subject = count > 1 ? 'commandes attendent' : 'commande attend';
  return `${(count === 1 ? 'une' : words).replace(/^./, (letter) => letter.toUpperCase())} ${subject} votre regard`;
}

function pressing({ visit }: DeskVisit, order: OrderView): string {
  const { calendar } = atVenue(visit, order.venue);
  return `La plus pressée doit être vue avant le ${calendar.weekdayMoment(order.deadlineAt ?? order.performance.startsAt)}.`;
}

function table(desk: DeskVisit, orders: readonly OrderView[]): Html {
  const heads = ['Temps restant', 'Client, commande', 'Séance', 'Places à contrôler', 'Reçu'];
  return html`<table class="cards">
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        <th scope="col"><span class="hidden">Contrôler</span></th>
      </tr>
    </thead>
    <tbody>
      ${orders.map((order) => row(deskOfVenue(desk, order.venue.id), order))}
    </tbody>
  </table>`;
}

function row({ visit }: DeskVisit, order: OrderView): Html {
  const { calendar, now } = visit;
  const due = order.deadlineAt ?? order.performance.startsAt;
  const seats = order.seats.filter((seat) => seat.proof === 'under-review');
  const received = seats
    .flatMap((seat) => currentProofs(order, seat))
    .map(({ receivedAt }) => receivedAt)
    .toSorted()[0];
  const review = pathOf('deskReview', { reference: order.reference });
  return html`<tr ${isPressing(due, now) && html`class="pressing"`}>
    <td><b class="left">${timeLeft(due, now)}</b><br /><span class="small">${calendar.briefMoment(due)}</span></td>
    <td data-label="Client">
      <a href="${review}"><strong>${order.customer.name}</strong></a
      ><br /><span class="small nowrap">${order.reference}</span>
    </td>
    <td data-label="Séance">
      ${order.performance.showTitle}<br /><span class="small">${calendar.briefMoment(order.performance.startsAt)}</span>
    </td>
    <td data-label="À contrôler">
      ${seats.map((seat) => html`<span class="line">${seat.no}, ${tariffName(seat)}</span>`)}
      ${seats.some((seat) => seat.tariff.health) && html`<span class="line small">document de santé, au guichet seulement</span>`}
    </td>
    <td data-label="Reçu">${received !== undefined && calendar.moment(received)}</td>
    <td>
      <a href="${review}"><strong>Contrôler</strong><span class="hidden">, commande ${order.reference}</span></a>
    </td>
  </tr>`;
}
