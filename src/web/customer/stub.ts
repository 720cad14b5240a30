import type { Language } from '../../domain/language';
import { costOfSeat } from '../../domain/order/amounts';
import { soldAs } from '../../domain/order/sold-as';
import type { OrderView } from '../../domain/order-view';
import { chip } from '../page/chip';
import type { Html } from '../page/html';
import { html } from '../page/html';
import type { Visit } from '../visit';
import { priceWords } from '../words/amounts';
import { typeset } from '../words/typography';
import { delivery } from './delivery';
import { deletionLine, receivedFiles } from './received-files';
import { placeWords, reasonWords } from './seat-words';
import type { Standing } from './standing';
import { uploadField } from './upload-field';
import { waysOn } from './ways-on';

/** One seat: its number on the stub, then what it is, where it stands, what happened, what to do (look.md 3). */
export function stub(visit: Visit, order: OrderView, standing: Standing, errors: readonly string[]): Html {
  const { seat, waits, shown } = standing;
  const { language } = visit;
  return html`<li class="stub${waits && ' waits'}" id="place-${seat.no}">
    <article aria-labelledby="seat-${seat.no}">
      <p class="number"><span>${SEAT[language]}</span> <b>${seat.no}</b></p>
      <div class="seat">
        <div class="what">
          <h2 id="seat-${seat.no}"><span class="hidden">${SEAT[language]} ${seat.no}, </span>${soldAs(seat).name[language]}</h2>
          <p class="price">${priceWords(costOfSeat(seat), language)}</p>
        </div>
        <p class="who">${seat.holder}, ${placeWords(seat, language)}</p>
        <p>${chip(shown, language)}</p>
        ${whatHappened(visit, order, standing, errors)}
      </div>
    </article>
  </li>`;
}

function whatHappened(visit: Visit, order: OrderView, standing: Standing, errors: readonly string[]): Piece {
  const { language } = visit;
  switch (standing.shown) {
    case 'under-review':
      return receivedFiles(visit, order, standing, errors);
    case 'refused':
    case 'refused-final':
    case 'more-info':
      return [quote(reasonWords(order, standing.seat, language)), toDo(visit, order, standing, errors), deletionLine(visit, standing)];
    case 'awaiting-proof':
    case 'expired':
      return toDo(visit, order, standing, errors);
    case 'check-at-door':
      return [html`<p>${AT_THE_DOOR[language]}</p>`, delivery(visit, order, standing), deletionLine(visit, standing)];
    case 'refunded':
      return html`<p>${(order.payment === 'refunded' ? REFUNDED : REFUND_DUE)[language]}</p>`;
    case 'not-required':
    case 'approved':
    case 'upgraded':
      return [delivery(visit, order, standing), deletionLine(visit, standing)];
  }
}

function toDo(visit: Visit, order: OrderView, standing: Standing, errors: readonly string[]): Piece {
  return [standing.maySend && uploadField(visit, order, standing, errors), waysOn(visit, order, standing)];
}

function quote(words: readonly string[]): Html | undefined {
  return words.length > 0 ? html`<blockquote>${words.map((text) => html`<p>${text}</p>`)}</blockquote>` : undefined;
}

type Piece = Html | undefined | false | readonly Piece[];

const SEAT = { fr: 'Place', en: 'Ticket' } as const satisfies Record<Language, string>;
const AT_THE_DOOR = {
  fr: typeset('Le justificatif vous sera demandé à l’entrée, et sans lui la différence avec le plein tarif.'),
  en: 'The proof will be asked for at the entrance, and without it the difference to the full price.',
};
const REFUND_DUE = { fr: 'Le remboursement de cette place est en cours.', en: 'The refund of this seat is under way.' };
const REFUNDED = { fr: 'Cette place vous a été remboursée.', en: 'This seat was refunded to you.' };
