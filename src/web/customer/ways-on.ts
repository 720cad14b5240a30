import type { Language } from '../../domain/language';
import { wouldLoseTariff } from '../../domain/order/companions';
import type { OrderView } from '../../domain/order-view';
import type { Html } from '../page/html';
import { html, wholeWords } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { euros } from '../../wording/amounts';
import { say } from '../../wording/typography';
import { companionsLose } from '../words/companions';
import { callOrWrite } from './seat-words';
import type { Standing } from './standing';

/** The other ways on of one seat: full price, or the card at the door. The sending form is the first. */
export function waysOn(visit: Visit, order: OrderView, standing: Standing): Html | undefined {
  const { mayPay, mayChooseDoor, mayAskRefund, maySend, ticket } = standing;
  if (!mayPay && !mayChooseDoor && !mayAskRefund) return undefined;
  const words = WORDS[visit.language];
  const ways: readonly Html[] = [
    mayPay && payWay(visit, order, standing),
    mayAskRefund && refundWay(visit, order),
    mayChooseDoor && doorWay(visit, order, standing),
  ].filter((way) => way !== false);
  return html`<div class="ways">
    <p class="over">${maySend || ticket ? words.or : ways.length > 1 ? words.choose : words.one}</p>
    <ul>
      ${standing.goesToDoor ? ways.toReversed() : ways}
    </ul>
  </div>`;
}

function payWay(visit: Visit, { reference, seats }: OrderView, { seat, ticket }: Standing): Html {
  const { language } = visit;
  const words = WORDS[language];
  const lost = companionsLose(wouldLoseTariff(seats, seat), language);
  return html`<li>
    <form method="post" action="${pathOf('payDifference', { reference, seat: seat.no })}">
      ${visit.guardField()}
      <p>
        <button class="link" type="submit">${words.pay}<span class="hidden">${words.ofSeat(seat.no)}</span></button
        >${(ticket ? words.payNow : words.payRest)(euros(seat.toFullPrice, language))}${lost && html`<br />${lost}`}
      </p>
    </form>
  </li>`;
}

/** Asked of a person: there is no deed for it here. */
function refundWay({ language }: Visit, order: OrderView): Html {
  return html`<li><p>${wholeWords(WORDS[language].refund(callOrWrite(order, language)))}</p></li>`;
}

function doorWay({ language }: Visit, { reference }: OrderView, { seat }: Standing): Html {
  const words = WORDS[language];
  return html`<li>
    <p>
      <a href="${pathOf('door', { reference, seat: seat.no })}"
        >${seat.proof === 'awaiting-proof' ? words.it : words.door}<span class="hidden">${words.ofSeat(seat.no)}</span></a
      >
      ${words.doorRest}
    </p>
  </li>`;
}

const WORDS = {
  fr: {
    or: 'Ou bien',
    choose: 'À vous de choisir',
    one: 'Ce que vous pouvez faire',
    ofSeat: (no: number) => `, place\u00a0${no}`,
    pay: 'Régler la différence',
    payRest: (price: string) => `, ${price}, et recevoir le billet tout de suite`,
    payNow: (price: string) => `, ${price}, dès maintenant\u00a0: plus rien ne sera demandé à l’entrée`,
    refund: (how: string) => say`Demander à être remboursé : ${how}.`,
    door: 'Présenter le justificatif à l’accueil',
    it: 'Le présenter à l’accueil',
    doorRest: 'le jour du spectacle',
  },
  en: {
    or: 'Or else',
    choose: 'The choice is yours',
    one: 'What you can do',
    ofSeat: (no: number) => `, ticket\u00a0${no}`,
    pay: 'Pay the difference',
    payRest: (price: string) => `, ${price}, and receive the ticket at once`,
    payNow: (price: string) => `, ${price}, now: nothing is asked for at the entrance any more`,
    refund: (how: string) => say`Ask to be refunded: ${how}.`,
    door: 'Show the proof at the door',
    it: 'Show it at the door',
    doorRest: 'on the day of the show',
  },
} satisfies Record<Language, unknown>;
