import { Router } from 'express';
import { z } from 'zod';
import type { OrderStatus } from '../../domain/order/summary';
import { ORDER_STATUSES } from '../../domain/order/summary';
import type { MatchedHolder, OrderLine } from '../../ports/orders';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf, ROUTES } from '../paths';
import type { Site, Visit } from '../visit';
import { atVenueNumbered } from '../visit';
import { euros } from '../../wording/amounts';
import { say } from '../../wording/typography';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import { deskVisit } from '../desk/desk-visit';
import { statusWords } from './status-words';

const Wish = z.object({
  q: z.string().trim().max(120).catch(''),
  etat: z.enum(ORDER_STATUSES).optional().catch(undefined),
  apres: z.string().max(200).optional().catch(undefined),
});

/** One field for a reference, a name, an address or a number. */
export function deskSearch(site: Site): Router {
  const router = Router();
  router.get(ROUTES.deskSearch, async (request, response) => {
    const desk = await deskVisit(site, request, { response });
    const { q, etat, apres } = Wish.parse(request.query);
    const page = await site.needs.orders.search({ text: q === '' ? undefined : q, status: etat, after: apres, limit: 25 });
    response.send(searchPage(desk, { q, etat, ...page }));
  });
  return router;
}

interface Found {
  readonly q: string;
  readonly etat: OrderStatus | undefined;
  readonly orders: readonly OrderLine[];
  readonly next?: string | undefined;
}

function searchPage(desk: DeskVisit, { q, etat, orders, next }: Found): string {
  const wish = { ...(q === '' ? {} : { q }), ...(etat ? { etat } : {}) };
  return deskPage(desk, {
    at: 'search',
    title: 'Rechercher une commande',
    body: html`<div class="headline"><h1>Rechercher une commande</h1></div>
      <form class="search" method="get" action="${pathOf('deskSearch')}">
        <p>
          <label for="q">Référence, nom du client ou d’un spectateur, adresse e-mail, n° de client ou de billet</label
          ><input id="q" name="q" value="${q}" maxlength="120" />
        </p>
        <p>
          <label for="etat">État</label>
          <select id="etat" name="etat">
            <option value="">tous</option>
            ${ORDER_STATUSES.map((status) => html`<option value="${status}" ${status === etat && html`selected`}>${statusWords(status)}</option>`)}
          </select>
        </p>
        <button type="submit">Rechercher</button>
      </form>
      ${orders.length === 0 ? html`<p>Aucune commande ne correspond. Essayez un nom seul, ou le début de l’adresse.</p>` : results(desk, orders)}
      ${next !== undefined && html`<p><a href="${pathOf('deskSearch', undefined, { ...wish, apres: next })}">Commandes plus anciennes</a></p>`}`,
  });
}

/** Found by the name on a seat: whose it is stands beside the buyer's. */
function matchedHolder({ seat, name }: MatchedHolder): Html {
  return html`<br /><span class="small">${say`Place ${seat}`}, au nom de <mark>${name}</mark></span>`;
}

function results({ visit }: DeskVisit, orders: readonly OrderLine[]): Html {
  const heads = ['Client, commande', 'Séance', 'État', 'Places', 'Passée le'];
  return html`<table class="cards">
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        <th scope="col" class="amount">Total</th>
      </tr>
    </thead>
    <tbody>
      ${orders.map((order) => found(atVenueNumbered(visit, order.venueId), order))}
    </tbody>
  </table>`;
}

/** By the clock of its venue. */
function found({ calendar }: Visit, order: OrderLine): Html {
  return html`<tr>
    <td>
      <a href="${pathOf('deskOrder', { reference: order.reference })}"><strong>${order.customerName}</strong></a
      ><br /><span class="small nowrap">${order.reference}</span>${(order.matchedHolders ?? []).map(matchedHolder)}
    </td>
    <td data-label="Séance">${order.showTitle}<br /><span class="small">${calendar.briefMoment(order.performanceAt)}</span></td>
    <td data-label="État">${statusWords(order.status)}</td>
    <td data-label="Places">${order.seatCount}</td>
    <td data-label="Passée le">${calendar.date(order.placedAt)}</td>
    <td data-label="Total" class="amount">${euros(order.total, 'fr')}</td>
  </tr>`;
}
