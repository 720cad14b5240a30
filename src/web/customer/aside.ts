import { deliveryName } from '../../domain/delivery-name';
import type { Language } from '../../domain/language';
import { givenUp, goodTickets, isGivenUp, maySendTicketsAgain, ticketsToSendAgain } from '../../domain/order/given-up';
import type { OrderView, PaymentView } from '../../domain/order-view';
import type { Html } from '../page/html';
import { html, mailAddress } from '../page/html';
import { GOOD_PHOTO } from '../page/icons';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { euros, priceWords } from '../../wording/amounts';
import { say } from '../../wording/typography';
import { commandField } from './form-command';
import type { Standing } from './standing';

/** Beside the stubs: the order in three lines, how to take a good picture, and what becomes of it. */
export function aside(visit: Visit, order: OrderView, standings: readonly Standing[]): Html {
  const words = WORDS[visit.language];
  const maySend = standings.some((one) => one.maySend);
  const sent = standings.some(({ files }) => files.length > 0);
  return html`<aside aria-label="${words.label}">
    ${orderFacts(visit, order)}
    ${
      maySend &&
      html`<section>
        <h2>${words.photo}</h2>
        ${GOOD_PHOTO}
        <p>${words.photoText}</p>
      </section>`
    }
    ${
      (maySend || sent) &&
      html`<section>
        <h2>${words.fate}</h2>
        <p>
          ${words.fateText}${order.venue.policy.doorAllowed && ` ${words.fateDoor}`} <a href="${pathOf('personalData')}">${words.rights}</a>
        </p>
      </section>`
    }
  </aside>`;
}

function orderFacts(visit: Visit, order: OrderView): Html {
  const words = WORDS[visit.language];
  const { reference } = order;
  const { price: deliveryPrice } = order.deliveryMethod;
  const comes = order.paidAt !== undefined && !isGivenUp(order) && visit.now < order.performance.endsAt;
  return html`<section>
    <h2>${words.order}</h2>
    <dl>
      ${
        order.paidAt !== undefined &&
        html`<dt>${order.total > 0 ? words.paid : isGivenUp(order) ? words.ordered : words.confirmed}</dt>
          <dd>${words.paidOn(priceWords(order.total, visit.language), visit.calendar.date(order.paidAt))}</dd>`
      }
      <dt>${words.mail}</dt>
      <dd>${mailAddress(order.customer.email)}</dd>
      <dt>${words.delivery}</dt>
      <dd>${deliveryOf(order)[visit.language]}${deliveryPrice > 0 && html`, ${euros(deliveryPrice, visit.language)}`}</dd>
      ${
        order.paidAt !== undefined &&
        html`<dt>${words.tickets}</dt>
          <dd>${ticketsSent(order, visit.language)}</dd>`
      }
      ${order.payments.filter(({ tooMany }) => tooMany).map((payment) => paidTooMuch(visit, payment))}
    </dl>
    <ul class="links">
      ${goodTickets(order).length > 0 && html`<li><a href="${pathOf('tickets', { reference })}">${words.download(goodTickets(order).length > 1)}</a></li>`}
      ${
        maySendTicketsAgain(order, visit.now) &&
        html`<li>
          <form method="post" action="${pathOf('ticketsAgain', { reference })}">
            ${visit.guardField()} ${commandField()}<button class="link" type="submit">
              ${words.again(ticketsToSendAgain(order).length > 1)}
            </button>
          </form>
        </li>`
      }
      ${comes && html`<li><a href="${pathOf('calendar', { reference })}">${words.calendar}</a></li>`}
      <li><a href="${pathOf('correctAddress', { reference })}">${words.address}</a></li>
    </ul>
  </section>`;
}

function deliveryOf({ deliveryMethod, seats, venue: { policy } }: OrderView) {
  return deliveryName(deliveryMethod.name, { forProofs: seats.some(({ tariff }) => tariff.needsProof), policy });
}

/** « 4 envoyés sur 4, 1 annulé »: of the seats that stand, and of the others. */
function ticketsSent({ seats }: OrderView, language: Language): string {
  const words = WORDS[language];
  const standing = seats.filter((seat) => givenUp(seat) === undefined);
  const cancelled = seats.length - standing.length;
  if (standing.length === 0) return words.allCancelled;
  const sent = words.sentOf(standing.filter((seat) => seat.delivery === 'sent').length, standing.length);
  return cancelled > 0 ? `${sent}, ${words.cancelled(cancelled)}` : sent;
}

/** Money that came twice, or too late: it belongs to no seat. */
function paidTooMuch({ calendar, language }: Visit, { amount, refundedAt }: PaymentView): Html {
  const words = WORDS[language];
  const back = refundedAt === undefined ? words.backSoon : words.backOn(calendar.day(refundedAt));
  return html`<dt>${words.tooMuch}</dt>
    <dd>${euros(amount, language)}, ${back}</dd>`;
}

const WORDS = {
  fr: {
    label: 'Votre commande et vos fichiers',
    order: 'Votre commande',
    paid: 'Payé',
    confirmed: 'Confirmé',
    ordered: 'Commandé',
    paidOn: (price: string, day: string) => `${price}, le ${day}`,
    delivery: 'Mode d’obtention',
    tickets: 'Billets',
    sentOf: (sent: number, seats: number) => `${sent} ${sent > 1 ? 'envoyés' : 'envoyé'} sur ${seats}`,
    cancelled: (count: number) => `${count} ${count > 1 ? 'annulés' : 'annulé'}`,
    allCancelled: 'annulés',
    tooMuch: 'Reçu en trop',
    backSoon: 'remboursement en cours',
    backOn: (day: string) => `rendus le ${day}`,
    download: (several: boolean) => `Télécharger ${several ? 'mes billets' : 'mon billet'} (PDF)`,
    again: (several: boolean) => `Renvoyer ${several ? 'mes billets' : 'mon billet'} par e-mail`,
    calendar: 'Ajouter la séance à mon agenda',
    mail: 'Adresse e-mail',
    address: 'Corriger mon adresse e-mail',
    photo: 'Une bonne photo',
    photoText: 'À plat, les quatre coins visibles, sans reflet. Le nom et la date doivent se lire.',
    fate: 'Ce que devient votre fichier',
    fateText: say`Votre justificatif sert uniquement à vérifier votre droit au tarif réduit. Il est consulté par les agents de billetterie habilités puis supprimé automatiquement : la date est écrite à côté de chaque fichier.`,
    fateDoor: 'Vous pouvez préférer le présenter à l’accueil.',
    rights: 'Vos droits',
  },
  en: {
    label: 'Your order and your files',
    order: 'Your order',
    paid: 'Paid',
    confirmed: 'Confirmed',
    ordered: 'Ordered',
    paidOn: (price: string, day: string) => `${price}, on ${day}`,
    delivery: 'Delivery method',
    tickets: 'Tickets',
    sentOf: (sent: number, seats: number) => `${sent} of ${seats} sent`,
    cancelled: (count: number) => `${count} cancelled`,
    allCancelled: 'cancelled',
    tooMuch: 'Received too much',
    backSoon: 'refund under way',
    backOn: (day: string) => `given back on ${day}`,
    download: (several: boolean) => `Download my ${several ? 'tickets' : 'ticket'} (PDF)`,
    again: (several: boolean) => `Send my ${several ? 'tickets' : 'ticket'} again by e-mail`,
    calendar: 'Add the performance to my calendar',
    mail: 'E-mail address',
    address: 'Correct my e-mail address',
    photo: 'A good picture',
    photoText: 'Lying flat, all four corners visible, no glare. Name and date must be legible.',
    fate: 'What becomes of your file',
    fateText:
      'Your proof is used only to check your right to the reduced tariff. Authorised box-office staff view it; it is then deleted automatically: the date stands beside each file.',
    fateDoor: 'You may prefer to show it at the door.',
    rights: 'Your rights',
  },
} satisfies Record<Language, unknown>;
