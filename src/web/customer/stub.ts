import type { Language } from '../../domain/language';
import { costOfSeat, paidForSeat } from '../../domain/order/amounts';
import { markOf } from '../../domain/order/given-up';
import type { SeatMark } from '../../domain/order/given-up';
import { soldAs } from '../../domain/order/sold-as';
import type { OrderView } from '../../domain/order-view';
import { chip } from '../page/chip';
import type { Html } from '../page/html';
import { html } from '../page/html';
import type { Visit } from '../visit';
import { euros, priceWords } from '../../wording/amounts';
import { say } from '../../wording/typography';
import { companionLine } from './companion-line';
import { delivery } from './delivery';
import { deletionLine, receivedFiles } from './received-files';
import { placeWords, reasonWords } from './seat-words';
import type { Standing } from './standing';
import { uploadField } from './upload-field';
import type { UploadFaults } from './upload-faults';
import { waysOn } from './ways-on';

/** One seat: its number on the stub, then what it is, where it stands, what happened, what to do (docs/look.md 3). */
export function stub(visit: Visit, order: OrderView, standing: Standing, faults?: UploadFaults): Html {
  const { seat, waits } = standing;
  const { language } = visit;
  const mark = chipOf(order, standing);
  return html`<li class="stub${waits && ' waits'}" id="place-${seat.no}">
    <article aria-labelledby="seat-${seat.no}">
      <p class="number"><span>${SEAT[language]}</span> <b>${seat.no}</b></p>
      <div class="seat">
        <div class="what">
          <h2 id="seat-${seat.no}"><span class="hidden">${SEAT[language]} ${seat.no}, </span>${soldAs(seat).name[language]}</h2>
          <p class="price">${priceWords(costOfSeat(seat), language)}</p>
        </div>
        <p class="who">${seat.holder}, ${placeWords(seat, language)}</p>
        ${mark && html`<p>${chip(mark, language)}</p>`} ${whatHappened(visit, order, standing, faults)}
      </div>
    </article>
  </li>`;
}

function whatHappened(visit: Visit, order: OrderView, standing: Standing, faults?: UploadFaults): Piece {
  const { language } = visit;
  switch (standing.shown) {
    case 'under-review':
      return [
        delivery(visit, order, standing),
        receivedFiles(visit, order, standing, faults),
        standing.waits && waysOn(visit, order, standing),
      ];
    case 'refused':
    case 'refused-final':
    case 'more-info':
      return [
        quote(reasonWords(order, standing.seat, language)),
        delivery(visit, order, standing),
        toDo(visit, order, standing, faults),
        deletionLine(visit, order, standing),
      ];
    case 'awaiting-proof':
    case 'expired':
      return [delivery(visit, order, standing), toDo(visit, order, standing, faults), deletionLine(visit, order, standing)];
    case 'check-at-door':
      return [
        !standing.entered && visit.now < order.performance.startsAt && html`<p>${AT_THE_DOOR[language](standing.seat.toFullPrice > 0)}</p>`,
        delivery(visit, order, standing),
        waysOn(visit, order, standing),
        deletionLine(visit, order, standing),
      ];
    case 'nothing-paid':
    case 'refund-due':
    case 'refunded':
      return [givenUpLine(visit, standing), deletionLine(visit, order, standing)];
    case 'not-required':
    case 'approved':
    case 'upgraded':
      return [delivery(visit, order, standing), deletionLine(visit, order, standing)];
  }
}

/** An answer that can still be taken back is told by nothing, nor by a mark; nor is what was to be shown at a door that is passed. */
function chipOf(order: OrderView, { seat, shown, waits, entered }: Standing): SeatMark | undefined {
  if (entered && shown === 'check-at-door') return undefined;
  if (shown === 'under-review') return waits ? 'awaiting-choice' : shown;
  return markOf(order, seat);
}

/** The seat is gone; what becomes of its money. */
function givenUpLine({ calendar, language }: Visit, { seat, shown }: Standing): Html {
  const words = GIVEN_UP[language];
  const amount = euros(paidForSeat(seat), language);
  if (shown === 'nothing-paid') return html`<p>${words.cancelled} ${words.nothing}</p>`;
  if (seat.refundedAt === undefined) return html`<p>${words.cancelled} ${words.owed(amount)}</p>`;
  return html`<p>${words.cancelled} ${words.refunded(amount, calendar.day(seat.refundedAt))}</p>`;
}

function toDo(visit: Visit, order: OrderView, standing: Standing, faults?: UploadFaults): Piece {
  return [companionLine(visit, standing), standing.maySend && uploadField(visit, order, standing, faults), waysOn(visit, order, standing)];
}

function quote(words: readonly string[]): Html | undefined {
  return words.length > 0 ? html`<blockquote>${words.map((text) => html`<p>${text}</p>`)}</blockquote>` : undefined;
}

type Piece = Html | undefined | false | readonly Piece[];

const SEAT = { fr: 'Place', en: 'Ticket' } as const satisfies Record<Language, string>;
const AT_THE_DOOR = {
  fr: (difference: boolean) =>
    `Le justificatif vous sera demandé à l’entrée${difference ? ', et sans lui la différence avec le plein tarif' : ''}.`,
  en: (difference: boolean) =>
    `The proof will be asked for at the entrance${difference ? ', and without it the difference to the full price' : ''}.`,
};
const GIVEN_UP = {
  fr: {
    cancelled: 'Cette place est annulée.',
    nothing: 'Rien n’avait été payé pour elle.',
    owed: (amount: string) => say`Nous vous devons ${amount} : le remboursement est en cours.`,
    refunded: (amount: string, day: string) => `${amount} vous ont été rendus le ${day}.`,
  },
  en: {
    cancelled: 'This seat is cancelled.',
    nothing: 'Nothing had been paid for it.',
    owed: (amount: string) => `We owe you ${amount}: the refund is under way.`,
    refunded: (amount: string, day: string) => `${amount} was given back to you on ${day}.`,
  },
} satisfies Record<Language, unknown>;
