import type { CheckInVerdict } from '../../domain/check-in';
import type { PerformanceView } from '../../domain/order-view';
import { capital, uncapital } from '../../domain/first-letter';
import type { CheckInAnswer, SeatAtTheDoor } from '../../ports/tickets/check-ins';
import { placeWords } from '../customer/seat-words';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { euros } from '../words/amounts';
import { say } from '../words/typography';

/** The news in two or three words, seen at two metres; its shape says the same as its colour. */
export const VERDICT_TITLES: Readonly<Record<CheckInVerdict, string>> = {
  admitted: 'Entrée',
  'number-to-confirm': 'Comparez avec le billet',
  'proof-to-show': 'Justificatif à présenter',
  'already-used': 'Déjà entré',
  cancelled: 'Billet annulé',
  'other-performance': 'Autre représentation',
  'taken-back': 'Entrée reprise',
  unknown: 'Pas un billet de chez nous',
};

export interface Judged {
  readonly performance: Pick<PerformanceView, 'id'>;
  readonly answer: CheckInAnswer;
  readonly ticket: string;
  /** Whoever asked has typed the number and looked at the name. */
  readonly typed: boolean;
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

function explanation({ calendar }: Visit, { verdict, usedAt, performance, uid, typed, seat }: CheckInAnswer): Html {
  switch (verdict) {
    case 'admitted':
      return html`<p data-detail>${uid}${typed && ', numéro tapé'}</p>
        ${seat?.settledAt !== undefined && html`<p>${say`Différence réglée : plein tarif, rien à présenter.`}</p>`}`;
    case 'number-to-confirm':
      return html`<p data-detail>Un numéro, sans son code : le nom et le fauteuil doivent être ceux du papier.</p>`;
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
    case 'taken-back':
      return html`<p data-detail>Cette entrée a été reprise : scannez le billet à nouveau.</p>`;
    case 'unknown':
      return html`<p data-detail>Scannez à nouveau, ou tapez l’un des deux numéros imprimés sous le code.</p>`;
  }
}

function seatLine(seat: SeatAtTheDoor): Html {
  return html`<p class="seat">
    ${seat.holder}, ${uncapital(seat.tariff.fr)}<br />${capital(placeWords(seat, 'fr'))} · ${seat.category} · ${seat.entrance}
  </p>`;
}

/** What a person must say before the ticket lets in: each answer is asked for with those given before. */
export const TO_CONFIRM: Partial<Record<CheckInVerdict, { readonly says: 'typed' | 'proofSeen'; readonly words: string }>> = {
  'number-to-confirm': { says: 'typed', words: 'C’est bien ce billet, faire entrer' },
  'proof-to-show': { says: 'proofSeen', words: 'Justificatif vu, faire entrer' },
};

function nextStep(visit: Visit, { performance, answer, ticket, typed, entry }: Judged): Html | false {
  const confirm = TO_CONFIRM[answer.verdict];
  if (confirm) {
    const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}" />`;
    return html`<form method="post" action="${pathOf('checkInHouse', { performance: performance.id })}" data-show>
      ${visit.guardField()} ${hidden('id', entry)} ${hidden('ticket', ticket)} ${typed && hidden('typed', 'yes')}
      ${hidden(confirm.says, 'yes')}
      <button type="submit">${confirm.words}</button>
    </form>`;
  }
  if (answer.verdict !== 'admitted') return false;
  return html`<form method="post" action="${pathOf('checkInTakeBack', { performance: performance.id, entry: answer.id })}">
    ${visit.guardField()}<button class="link" type="submit">Reprendre cette entrée</button>
  </form>`;
}
