import { costOfSeat } from '../../domain/order/amounts';
import { hasVoidTicket, markOf } from '../../domain/order/given-up';
import { soldAs } from '../../domain/order/sold-as';
import type { OrderView, SeatView, TicketView } from '../../domain/order-view';
import { placeWords } from '../customer/seat-words';
import { chip } from '../page/chip';
import type { Html } from '../page/html';
import { html } from '../page/html';
import type { Visit } from '../visit';
import { priceWords } from '../../wording/amounts';
import { hasNoAddress } from './no-address';

export function seatTable(visit: Visit, order: OrderView): Html {
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

/** One that a later one replaced is shown to nobody; of a seat that has none left, the last. */
function ticketOf({ tickets }: OrderView, { no }: SeatView): TicketView | undefined {
  const own = tickets.filter(({ seat }) => seat === no);
  return own.findLast(({ admission }) => admission !== 'cancelled') ?? own.at(-1);
}

function seatRow({ calendar }: Visit, order: OrderView, seat: SeatView): Html {
  const ticket = ticketOf(order, seat);
  const tariff = soldAs(seat);
  const sent =
    seat.delivery === 'sent' && seat.deliveredAt !== undefined && !hasNoAddress(order)
      ? `envoyé le ${calendar.moment(seat.deliveredAt)}`
      : deliveryOf(order, seat);
  return html`<tr>
    <td><b class="left">${seat.no}</b></td>
    <td data-label="Personne">
      ${tariff.health ? 'Tarif réduit' : tariff.name.fr}<br /><span class="small"
        >${seat.holder}${seat.memberNumber !== undefined && html`, adhérent n° ${seat.memberNumber}`}, ${placeWords(seat, 'fr')}</span
      >
    </td>
    <td data-label="Justificatif">${chip(markOf(order, seat), 'fr', 'staff')}</td>
    <td data-label="Billet">
      ${sent}${ticket && html`<br /><span class="small nowrap">${ticket.uid}</span>`}${
        ticket?.usedAt !== undefined && html`<br /><span class="small">entré le ${calendar.moment(ticket.usedAt)}</span>`
      }
    </td>
    <td data-label="Prix" class="amount">${priceWords(costOfSeat(seat), 'fr')}</td>
  </tr>`;
}

/** Without an address nothing is sent: the ticket is there to be printed. One that had left was cancelled, and is not held. */
function deliveryOf(order: OrderView, seat: SeatView): string {
  const { delivery } = seat;
  if (delivery === 'held' && hasVoidTicket(order, seat)) return DELIVERY.void;
  return DELIVERY[hasNoAddress(order) && delivery === 'sent' ? 'ready' : delivery];
}

const DELIVERY = { held: 'retenu', ready: 'prêt', sent: 'envoyé', failed: 'refusé par la messagerie', void: 'annulé' } satisfies Record<
  SeatView['delivery'],
  string
>;
