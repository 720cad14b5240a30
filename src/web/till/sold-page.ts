import type { OrderView } from '../../domain/order-view';
import { costOfSeat } from '../../domain/order/amounts';
import { soldAs } from '../../domain/order/sold-as';
import { placeWords } from '../customer/seat-words';
import { html } from '../page/html';
import { notice } from '../page/notice';
import { pathOf } from '../paths';
import { euros, priceWords } from '../../wording/amounts';
import { say } from '../../wording/typography';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import { channelQuery } from './basket-form';

/** After the money: where people sit, and their tickets as soon as the story has let them go. */
export function soldPage(desk: DeskVisit, order: OrderView): string {
  const { reference } = order;
  const delivery = order.deliveryMethod.price;
  const ready = order.tickets.some((ticket) => ticket.admission === 'valid');
  const held = !ready && order.seats.some((seat) => seat.proof === 'awaiting-proof');
  const news = ready ? 'Billets prêts' : held ? 'Billets retenus' : 'Billets en préparation';
  const words = ready
    ? html`<a class="button" href="${pathOf('deskTickets', { reference })}">Imprimer les billets</a>`
    : held
      ? html`Le justificatif est demandé par e-mail à ${order.customer.email}.`
      : html`<a href="${pathOf('deskTillSold', { reference })}">Regarder à nouveau</a>`;
  return deskPage(desk, {
    at: 'till',
    title: `${news}, ${reference}`,
    ...(ready || held ? {} : { script: 'wait.js' as const }),
    body: html`${notice(news, words)}
      <div class="headline">
        <div>
          <h1 class="review-title">${say`Vendu : ${priceWords(order.total, 'fr')}`}</h1>
          <p class="small">${order.customer.name}, commande ${reference}</p>
        </div>
      </div>
      <ul>
        ${order.seats.map((seat) => html`<li>Place ${seat.no} : ${soldAs(seat).name.fr}, ${placeWords(seat, 'fr')}, ${priceWords(costOfSeat(seat), 'fr')}</li>`)}
        ${delivery > 0 && html`<li>${order.deliveryMethod.name.fr}, ${euros(delivery, 'fr')}</li>`}
      </ul>
      <p>
        <a href="${pathOf('deskTillHouse', { performance: order.performance.id }, channelQuery(order.channel))}"
          >Vendre encore pour cette représentation</a
        >
        ·
        <a href="${pathOf('deskOrder', { reference })}">Voir la commande</a>
      </p>`,
  });
}
