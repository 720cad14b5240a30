import { randomUUID } from 'node:crypto';
import { isUnsettledAtTheDeadline } from '../../domain/order/can';
import { maySendTicketsAgain, ticketsToSendAgain } from '../../domain/order/given-up';
import type { OrderView } from '../../domain/order-view';
import type { Html } from '../page/html';
import { html, mailAddress } from '../page/html';
import { notice } from '../page/notice';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { euros, priceWords } from '../../wording/amounts';
import type { DeskVisit } from '../desk/desk-visit';
import { REVIEWERS, SELLERS } from '../desk/desk-visit';
import { answersToUndo, undoForm } from '../review/undo-form';
import type { WrongAddress } from './correct-address';
import { addressForm } from './correct-address';
import { hasNoAddress } from './no-address';
import { standingWords } from './status-words';

/** The order in a few lines, and what can be done for its customer. */
export function orderFacts({ visit, who }: DeskVisit, order: OrderView, wrong: WrongAddress | undefined): Html {
  const { calendar } = visit;
  const nowhere = hasNoAddress(order);
  // Each with its time among the payments.
  const inParts = order.seats.some(({ upgradedAt }) => upgradedAt !== undefined);
  return html`<section class="facts">
    <h2>La commande</h2>
    <dl>
      <dt>État</dt>
      <dd>${standingWords(order)}</dd>
      <dt>Client</dt>
      <dd>
        n° ${order.customer.number},
        ${nowhere ? 'sans adresse e-mail' : html`<a href="mailto:${order.customer.email}">${mailAddress(order.customer.email)}</a>`}
      </dd>
      <dt>Passée</dt>
      <dd>le ${calendar.moment(order.placedAt)}${order.termsAccepted && ', conditions de vente acceptées'}</dd>
      ${
        order.paidAt !== undefined &&
        html`<dt>${order.total > 0 ? 'Payée' : 'Confirmée'}</dt>
          <dd>${priceWords(order.total, 'fr')}, ${inParts ? 'en plusieurs paiements' : `le ${calendar.moment(order.paidAt)}`}</dd>`
      }
      ${
        order.deadlineAt !== undefined &&
        order.seats.some((seat) => seat.settling || seat.proof === 'expired' || isUnsettledAtTheDeadline(seat)) &&
        html`<dt>Date limite</dt>
          <dd>${calendar.weekdayMoment(order.deadlineAt)}</dd>`
      }
      <dt>Mode d’obtention</dt>
      <dd>${order.deliveryMethod.name.fr}${order.deliveryMethod.price > 0 && html`, ${euros(order.deliveryMethod.price, 'fr')}`}</dd>
    </dl>
    ${REVIEWERS.includes(who.role) && answersToUndo(order, visit.now).map((answer) => html`<p>${undoForm(visit, order, answer)}</p>`)}
    ${nowhere && SELLERS.includes(who.role) && printLink(order)}
    ${!nowhere && maySendTicketsAgain(order, visit.now) && againForm(visit, order)}
    ${order.performance.endsAt > visit.now && [addressForm(visit, order, wrong), !nowhere && renewForm(visit, order)]}
  </section>`;
}

function printLink({ reference, tickets }: OrderView): Html | false {
  const ready = tickets.some(({ admission }) => admission === 'valid');
  return (
    ready &&
    html`<p><a href="${pathOf('deskTickets', { reference })}">${tickets.length > 1 ? 'Imprimer les billets' : 'Imprimer le billet'}</a></p>`
  );
}

function againForm(visit: Visit, order: OrderView): Html {
  const { reference } = order;
  return html`<form method="post" action="${pathOf('deskOrder', { reference })}">
    ${visit.guardField()}<input type="hidden" name="command" value="${randomUUID()}" />
    <button class="link" type="submit">Renvoyer ${ticketsToSendAgain(order).length > 1 ? 'les billets' : 'le billet'} par e-mail</button>
  </form>`;
}

/** On top of the page: what the button has done. */
export function againNews({ request }: Visit, order: OrderView): Html | undefined {
  if (request.query['billets'] !== '1' || hasNoAddress(order)) return undefined;
  const tickets = ticketsToSendAgain(order).length > 1 ? 'Les billets repartent' : 'Le billet repart';
  return notice(`${tickets} à ${order.customer.email}`, 'L’envoi paraît dans l’histoire de la commande.', 'again-news');
}

/** Said before it is done: it cannot be taken back. */
function renewForm(visit: Visit, { reference, customer }: OrderView): Html {
  return html`<details>
    <summary>Le lien du client est tombé en d’autres mains</summary>
    <form method="post" action="${pathOf('deskOrderLink', { reference })}">
      ${visit.guardField()}<input type="hidden" name="command" value="${randomUUID()}" />
      <p class="small">
        Les liens de tous nos messages précédents cessent d’ouvrir la commande, et les appareils déjà entrés en sortent. Un nouveau lien
        part à ${customer.email}. La commande elle-même ne change pas.
      </p>
      <button class="plain" type="submit">Remplacer le lien</button>
    </form>
  </details>`;
}
