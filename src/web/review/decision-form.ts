import { costOfSeat } from '../../domain/order/amounts';
import { markOf } from '../../domain/order/given-up';
import { attestationFor } from '../../domain/decision/attestation';
import { hasLostHolder } from '../../domain/order/companions';
import { REASONS, type Reason, reasonClass } from '../../domain/decision/reason';
import { REASON_NAMES } from '../../domain/decision/reason-wording';
import type { OrderView, SeatView } from '../../domain/order-view';
import { capital, uncapital } from '../../domain/first-letter';
import { proofWords, reasonWords } from '../customer/seat-words';
import { chip } from '../page/chip';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import { priceWords } from '../../wording/amounts';
import { companionWords } from './companion-words';
import { say, typeset } from '../../wording/typography';
import type { DeskVisit } from '../desk/desk-visit';
import type { Chosen, Review } from './review-facts';

const KINDS = [
  ['approve', 'Accepter'],
  ['refuse', 'Refuser'],
  ['more-info', 'Demander une précision'],
  ['check-at-door', 'Vérifier à l’entrée'],
] as const;

/** One seat, one answer. What belongs to a choice appears with it by the style sheet alone; the server asks again. */
export function decisionForm(
  { visit }: DeskVisit,
  { order, command, chosen }: Pick<Review, 'order' | 'command' | 'chosen'>,
  seat: SeatView,
): Html {
  return html`<form class="decision" method="post" action="${pathOf('deskReview', { reference: order.reference })}">
    ${visit.guardField()}
    <input type="hidden" name="command" value="${command}" /><input type="hidden" name="seat" value="${seat.no}" />
    ${order.openReview !== undefined && html`<input type="hidden" name="review" value="${order.openReview}" />`}
    <input type="hidden" name="shown" value="${filesOf(order, seat)}" />
    <h2>${seat.tariff.name.fr}, ${seat.holder}, ${priceWords(costOfSeat(seat), 'fr')}</h2>
    <dl>
      <dt>Pièces admises</dt>
      <dd>${uncapital(proofWords(seat, 'fr'))}</dd>
      <dt>Règle</dt>
      <dd>${seat.tariff.validity.fr}</dd>
      <dt>État</dt>
      <dd>${chip(markOf(order, seat), 'fr', 'staff')}</dd>
    </dl>
    ${hasLostHolder(order.seats, seat) && html`<p>${companionWords(order, seat)}</p>`}
    <fieldset class="kinds">
      <legend>Votre décision pour la place ${seat.no}</legend>
      ${KINDS.map(([kind, words]) => html`<label><input type="radio" name="kind" value="${kind}" required ${kind === chosen.kind && html`checked`} /> ${words}</label>`)}
    </fieldset>
    ${attestation(seat, chosen)} ${reasons(order, seat, chosen)} ${ownWords(order, chosen)}
    <div class="bar">
      <button type="submit">${labels(order, seat)}</button>
      <p class="small">${undoWords(order)}</p>
    </div>
  </form>`;
}

/** What this page shows, with what lies here no more: an answer is to these files, and to no others. */
function filesOf({ proofs }: OrderView, { no }: SeatView): string {
  const current = proofs.filter(({ seats, replaced }) => seats.includes(no) && !replaced);
  return current.map(({ id }) => id).join(' ');
}

function attestation(seat: SeatView, { attested }: Chosen): Html {
  return html`<label class="for-approve attest"
    ><input type="checkbox" name="attested" value="yes" ${attested && html`checked`} />
    <span>${typeset(attestationFor(seat.tariff.name).fr)}</span></label
  >`;
}

/** Each reason with the very words that the customer will read. */
function reasons(order: OrderView, seat: SeatView, chosen: Chosen): Html {
  return html`<fieldset class="for-refuse reasons">
    <legend>Motif</legend>
    ${REASONS.map(
      (reason) =>
        html`<div class="reason">
          <label
            ><input type="radio" name="reason" value="${reason}" ${reason === chosen.reason && html`checked`} /> ${nameOf(reason)}</label
          >
          <div class="reads">
            <p class="small">Ce que lira ${order.customer.name}</p>
            <p lang="${order.language}">${wordsTo(order, seat, reason)}</p>
          </div>
        </div>`,
    )}
  </fieldset>`;
}

function wordsTo(order: OrderView, seat: SeatView, reason: Reason): string {
  const [words] = reasonWords(order, { ...seat, reason, note: undefined }, order.language);
  return words || 'Vos mots, ci-dessous.';
}

function nameOf(reason: Reason): string {
  return `${capital(REASON_NAMES[reason].fr)}${reasonClass(reason) === 'final' ? ', définitif' : ''}`;
}

function ownWords(order: OrderView, { words = '' }: Chosen): Html {
  return html`<div class="for-refuse for-more-info words">
    <label for="words">Vos mots à ${order.customer.name}</label>
    <p class="small" id="words-where">
      Ajoutés au message, tels que vous les écrivez${order.language === 'en' && ', de préférence en anglais'}.
    </p>
    <textarea id="words" name="words" rows="2" maxlength="2000" aria-describedby="words-where">${words}</textarea>
  </div>`;
}

/** The button says what it will do (docs/look.md 3). */
function labels(order: OrderView, seat: SeatView): Html {
  const next = order.seats.find((one) => one.no !== seat.no && one.proof === 'under-review');
  const then = next ? say`, voir la place ${next.no}` : '';
  return html`<span class="for-none">Répondre pour la place ${seat.no}</span>
    <span class="for-approve">Accepter la place ${seat.no}${then}</span>
    <span class="for-refuse">Refuser la place ${seat.no}${then}</span>
    <span class="for-more-info">Demander une précision, place ${seat.no}${then}</span>
    <span class="for-check-at-door">Vérifier la place ${seat.no} à l’entrée${then}</span>`;
}

function undoWords({ venue }: OrderView): string {
  const minutes = Math.floor(venue.policy.undoMs / 60_000);
  if (venue.policy.undoMs === 0) return 'La réponse part aussitôt.';
  return minutes > 1
    ? say`Vous pourrez revenir dessus pendant ${minutes} minutes.`
    : say`Vous pourrez revenir dessus pendant ${Math.round(venue.policy.undoMs / 1000)} secondes.`;
}
