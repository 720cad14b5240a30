import type { Language } from '../../domain/language';
import { isUnsettledAtTheDeadline } from '../../domain/order/can';
import { voidTicketOf } from '../../domain/order/given-up';
import type { OrderView } from '../../domain/order-view';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { say } from '../../wording/typography';
import type { Standing } from './standing';

/** Where the seat's ticket is: a sentence, not a chip (docs/look.md 3). */
export function delivery({ calendar, language }: Visit, order: OrderView, { seat, shown, ticket }: Standing): Html | undefined {
  const words = WORDS[language];
  const link = ticket && html`<a href="${pathOf('ticket', { reference: order.reference, seat: seat.no })}">${words.download}</a>`;
  if (seat.settling) {
    return shown === 'approved' ? html`<p>${order.undoUntil ? words.ready(calendar.time(order.undoUntil)) : words.leaving}</p>` : undefined;
  }
  if (ticket?.usedAt !== undefined) return html`<p>${words.used(calendar.moment(ticket.usedAt))} ${link}</p>`;
  switch (seat.delivery) {
    case 'sent':
      return html`<p>${seat.deliveredAt ? words.sent(calendar.moment(seat.deliveredAt)) : words.sentOnce} ${link}</p>`;
    case 'ready':
      return html`<p>${words.leaving} ${link}</p>`;
    case 'failed':
      return html`<p>${words.failed} ${link}</p>`;
    case 'void':
      return undefined;
    case 'held':
      break;
  }
  const isVoid = voidTicketOf(order, seat);
  if (isVoid) return html`<p>${words.void[isVoid]}</p>`;
  if (shown !== 'not-required') return undefined;
  if (!waitsForProofs(order)) return html`<p>${words.leaving}</p>`;
  return order.deadlineAt ? html`<p>${words.held(calendar.weekdayMoment(order.deadlineAt))}</p>` : undefined;
}

/** Only then is there a deadline at which the others leave. */
function waitsForProofs({ seats }: OrderView): boolean {
  return seats.some((seat) => seat.settling || seat.proof === 'expired' || isUnsettledAtTheDeadline(seat));
}

const WORDS = {
  fr: {
    download: 'Télécharger (PDF)',
    sent: (moment: string) => `Billet envoyé le ${moment}.`,
    sentOnce: 'Billet envoyé.',
    ready: (time: string) => `Billet prêt, il part à ${time}.`,
    leaving: 'Billet prêt, il part dans un instant.',
    failed: say`L’envoi n’a pas abouti : l’adresse e-mail a été refusée. Votre billet est ici.`,
    void: { left: say`Le billet déjà envoyé n’est plus valable.`, prepared: say`Le billet préparé n’est plus valable.` },
    used: (moment: string) => `Présenté à l’entrée le ${moment}.`,
    held: (deadline: string) => `Ce billet part avec les premiers billets de la commande, au plus tard le ${deadline}.`,
  },
  en: {
    download: 'Download (PDF)',
    sent: (moment: string) => `Ticket sent on ${moment}.`,
    sentOnce: 'Ticket sent.',
    ready: (time: string) => `Ticket ready, it leaves at ${time}.`,
    leaving: 'Ticket ready, it leaves in a moment.',
    failed: 'It could not be sent: the e-mail address was refused. Your ticket is here.',
    void: { left: 'The ticket already sent is no longer valid.', prepared: 'The ticket that was ready is no longer valid.' },
    used: (moment: string) => `Shown at the entrance on ${moment}.`,
    held: (deadline: string) => `This ticket leaves with the first tickets of the order, by ${deadline} at the latest.`,
  },
} satisfies Record<Language, unknown>;
