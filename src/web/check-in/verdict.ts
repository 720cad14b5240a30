import type { CheckInVerdict } from '../../domain/check-in';
import type { PerformanceView } from '../../domain/order-view';
import type { CheckInAnswer, SeatAtTheDoor } from '../../ports/tickets/check-ins';
import { placeWords } from '../customer/seat-words';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { euros } from '../words/amounts';

/** The news in two or three words, seen at two metres; its shape says the same as its colour. */
export const VERDICT_TITLES: Readonly<Record<CheckInVerdict, string>> = {
  admitted: 'Entrée',
  'proof-to-show': 'Justificatif à présenter',
  'already-used': 'Déjà entré',
  cancelled: 'Billet annulé',
  'other-performance': 'Autre représentation',
  unknown: 'Pas un billet de chez nous',
};

export interface Judged {
  readonly performance: Pick<PerformanceView, 'id'>;
  readonly answer: CheckInAnswer;
  readonly ticket: string;
  /** For the next entry that this block may ask for. */
  readonly entry: string;
}

/** What the door is told, and what it can do next. */
export function verdictBlock(visit: Visit, judged: Judged): Html {
  const { verdict, seat } = judged.answer;
  return html`<section class="verdict ${verdict}" data-verdict="${verdict}">
    <h2>${VERDICT_TITLES[verdict]}</h2>
    ${explanation(visit, judged.answer)} ${seat && seatLine(seat)} ${nextStep(visit, judged)}
  </section>`;
}

function explanation({ calendar }: Visit, { verdict, usedAt, performance, uid, seat }: CheckInAnswer): Html {
  switch (verdict) {
    case 'admitted':
      return html`<p data-detail>${uid}</p>`;
    case 'proof-to-show':
      return html`<p data-detail>
        ${seat && seat.difference > 0 ? html`Sans justificatif, ${euros(seat.difference, 'fr')} de différence à régler.` : 'À voir avant d’entrer.'}
      </p>`;
    case 'already-used':
      return html`<p data-detail>${usedAt === undefined ? uid : html`Entré le ${calendar.moment(usedAt)}. ${uid}`}</p>`;
    case 'cancelled':
      return html`<p data-detail>Ce billet n’est plus valable : ${uid}. La caisse a la commande.</p>`;
    case 'other-performance':
      return html`<p data-detail>${performance && html`${performance.showTitle}, ${calendar.deadline(performance.startsAt)}`}</p>`;
    case 'unknown':
      return html`<p data-detail>Scannez à nouveau, ou tapez le numéro imprimé sous le code.</p>`;
  }
}

function seatLine(seat: SeatAtTheDoor): Html {
  return html`<p class="seat">${seat.tariff.fr}, ${seat.holder}<br />${seat.category}, ${placeWords(seat, 'fr')}, ${seat.entrance}</p>`;
}

function nextStep(visit: Visit, { performance, answer, ticket, entry }: Judged): Html | false {
  if (answer.verdict === 'proof-to-show')
    return html`<form method="post" action="${pathOf('checkInHouse', { performance: performance.id })}" data-show>
      ${visit.guardField()}
      <input type="hidden" name="id" value="${entry}" /><input type="hidden" name="ticket" value="${ticket}" />
      <input type="hidden" name="proofSeen" value="yes" />
      <button type="submit">Justificatif vu, faire entrer</button>
    </form>`;
  if (answer.verdict !== 'admitted') return false;
  return html`<form method="post" action="${pathOf('checkInTakeBack', { performance: performance.id, entry: answer.id })}">
    ${visit.guardField()}<button class="link" type="submit">Reprendre cette entrée</button>
  </form>`;
}
