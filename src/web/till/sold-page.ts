import type { OrderView } from '../../domain/order-view';
import { costOfSeat } from '../../domain/order/amounts';
import { letsATicketOut } from '../../domain/order/can';
import { goodTickets, isGivenUp, moneyBack, stillToLeave } from '../../domain/order/given-up';
import { soldAs } from '../../domain/order/sold-as';
import { placeWords } from '../customer/seat-words';
import type { Piece } from '../page/html';
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
  const { title, text, comes } = newsOf(order);
  return deskPage(desk, {
    at: 'till',
    title: `${title}, ${reference}`,
    ...(comes && { script: 'wait.js' as const }),
    body: html`${notice(title, text)}
      <div class="headline">
        <div>
          <h1 class="review-title">${say`Vendu : ${priceWords(order.total, 'fr')}`}</h1>
          <p class="small">${order.customer.name}, commande <span class="nowrap">${reference}</span></p>
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

interface News {
  readonly title: string;
  readonly text: Piece;
  /** The page looks again by itself. */
  readonly comes?: true;
}

/** Where the tickets are; only those that nothing holds are on their way. */
function newsOf(order: OrderView): News {
  const { reference, seats, customer } = order;
  if (isGivenUp(order)) return cancelled(order);
  const good = goodTickets(order);
  if (good.length > 0) {
    const used = good.filter(({ admission }) => admission === 'used').length;
    const print = html`<a class="button" href="${pathOf('deskTickets', { reference })}"
      >${good.length > 1 ? 'Imprimer les billets' : 'Imprimer le billet'}</a
    >`;
    return {
      title: good.length > 1 ? 'Billets prêts' : 'Billet prêt',
      text: html`${print}${used > 0 && ` ${used} déjà ${used > 1 ? 'entrés' : 'entré'}.`}`,
    };
  }
  const several = stillToLeave(order).length > 1;
  const held = several ? 'Billets retenus' : 'Billet retenu';
  if (seats.some((seat) => seat.proof === 'awaiting-proof'))
    return { title: held, text: html`Le justificatif est demandé par e-mail à ${customer.email}.` };
  if (!seats.some(letsATicketOut))
    return { title: held, text: `${several ? 'Ils partiront' : 'Il partira'} quand le tarif sera réglé : voyez la commande.` };
  return {
    title: several ? 'Billets en préparation' : 'Billet en préparation',
    text: html`<a href="${pathOf('deskTillSold', { reference })}">Regarder à nouveau</a>`,
    comes: true,
  };
}

function cancelled(order: OrderView): News {
  const { owed, refunded } = moneyBack(order);
  if (owed > 0) return { title: 'Commande annulée, à rembourser', text: say`Reste à rendre : ${euros(owed, 'fr')}.` };
  if (refunded > 0) return { title: 'Commande annulée, remboursée', text: `${euros(refunded, 'fr')} ont été rendus.` };
  return { title: 'Commande annulée', text: 'Rien n’est à rendre.' };
}
