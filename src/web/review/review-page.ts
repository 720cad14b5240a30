import { capital } from '../../domain/first-letter';
import type { OrderView, SeatView } from '../../domain/order-view';
import type { Html } from '../page/html';
import { html, joined, wholeWords } from '../page/html';
import { STATE_ICONS, WARNING_ICON } from '../page/icons';
import { errorNotice, notice } from '../page/notice';
import { pathOf } from '../paths';
import { euros } from '../../wording/amounts';
import { say, typeset } from '../../wording/typography';
import { answeredNotice } from './answered-notice';
import { decisionForm } from './decision-form';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import { proofPanel } from './proof-panel';
import type { Review } from './review-facts';
import { seenNotice } from './seen-seat';
import { timeLeft } from './time-left';
import { beganFree, timelineList } from '../orders/timeline-list';
import { seatsIn } from '../orders/timeline-words';
import { answersToUndo, undoForm } from './undo-form';

/** The proof at the left, the decision at the right (docs/look.md 3). */
export function reviewPage(desk: DeskVisit, review: Review): string {
  const { order, error, seen } = review;
  const waiting = order.seats.filter((seat) => seat.proof === 'under-review');
  const seat = waiting.find((one) => one.no === review.seat) ?? waiting[0];
  // What was chosen for one seat is never proposed for another.
  const chosen = seat?.no === review.seat ? review.chosen : {};
  const title = say`${order.customer.name}, commande ${order.reference}`;
  return deskPage(desk, {
    at: 'queue',
    title,
    error: error !== undefined || (seen !== undefined && review.sent),
    body: html`${head(desk, order, title)} ${seat && answersToUndo(order, desk.visit.now).length > 0 && answeredNotice(desk, order)}
    ${seen ? seenNotice(desk, review, seen) : error !== undefined && errorNotice('Rien n’a changé', [error])}
    ${
      seat
        ? html`<div class="review seat-review">
            <div>${proofPanel(desk.visit, review, seat)}</div>
            <div>${tabs(order, waiting, seat)} ${decisionForm(desk, { ...review, chosen }, seat)}</div>
            ${below(desk, review, seat)}
          </div>`
        : html`${allSeen(desk, order)} ${below(desk, review)}`
    }`,
  });
}

function head({ visit }: DeskVisit, order: OrderView, title: string): Html {
  const due = order.deadlineAt ?? order.performance.startsAt;
  const facts = [
    say`n° de client ${order.customer.number}`,
    `${order.performance.showTitle}, ${visit.calendar.fullMoment(order.performance.startsAt)}`,
    say`${order.seats.length} ${order.seats.length > 1 ? 'places' : 'place'}, ${euros(order.total, 'fr')} payés`,
  ];
  return html`<div class="headline timed">
    <div>
      <h1 class="review-title">${title}</h1>
      <p class="small">
        ${joined(facts, html` · `)} · <a href="${pathOf('deskOrder', { reference: order.reference })}">toute la commande</a>
      </p>
    </div>
    <p class="due">
      <b class="left">${timeLeft(due, visit.now)}</b><br /><span class="small">avant le ${visit.calendar.weekdayMoment(due)}</span>
    </p>
  </div>`;
}

function tabs(order: OrderView, waiting: readonly SeatView[], current: SeatView): Html {
  return html`<nav class="tabs" aria-label="Places à contrôler">
    ${waiting.map(
      ({ no }) =>
        html`<a
          href="${pathOf('deskReview', { reference: order.reference }, { place: no })}"
          ${no === current.no && html`aria-current="true"`}
          >Place ${no}${no !== current.no && ', à voir'}</a
        >`,
    )}
  </nav>`;
}

function allSeen({ visit }: DeskVisit, order: OrderView): Html {
  const answers = answersToUndo(order, visit.now).map(
    (answer) => html`La réponse part à ${visit.calendar.time(answer.settlesAt)}. ${undoForm(visit, order, answer)}`,
  );
  const text = answers.length > 0 ? joined(answers, html`<br />`) : html`<a href="${pathOf('desk')}">Revenir à la liste</a>`;
  return notice('Aucune place de cette commande n’attend', text);
}

/** A hint is of the files of the seat in sight: beside another it would accuse whoever sits there. */
function below(desk: DeskVisit, { order, alike, timeline, people }: Review, seat?: SeatView): Html {
  const isOfSeat = (file: string) => order.proofs.some(({ id, seats }) => id === file && (!seat || seats.includes(seat.no)));
  const ofSeat = alike.filter(({ like }) => isOfSeat(like));
  // Several files of one seat may be like one and the same: it is told once.
  const told = ofSeat.map((one) => alikeWords(desk, { order, seat }, one));
  const hints = told.filter((hint, index) => told.findIndex(({ markup }) => markup === hint.markup) === index);
  return html`<div class="below">
    <section>
      <h2>Indices</h2>
      <ul class="hints">
        ${hints.length === 0 && html`<li>${STATE_ICONS['not-required']} Jamais reçu auparavant</li>`}
        ${hints.slice(0, 5).map((hint) => html`<li>${WARNING_ICON} <span>${hint}</span></li>`)}
      </ul>
      <p class="small">Lus par une machine, ils ne décident de rien.</p>
    </section>
    <section>
      <h2>Histoire</h2>
      ${timelineList(desk.visit, timeline.slice(0, 4), { people, free: beganFree(order) })}
      <p class="small"><a href="${pathOf('deskOrder', { reference: order.reference })}">Tout voir</a></p>
    </section>
  </div>`;
}

interface Here {
  readonly order: OrderView;
  readonly seat?: SeatView | undefined;
}

function alikeWords({ visit }: DeskVisit, { order, seat }: Here, { like, ...found }: Review['alike'][number]): Html {
  const { proof, order: other, receivedAt, sameFile } = found;
  const seatsOf = (file: string) => order.proofs.find(({ id }) => id === file)?.seats ?? [];
  const own = seat ? [seat.no] : seatsOf(like);
  const what = sameFile ? 'même fichier' : 'même image';
  // Beside no seat, it says first of which it speaks.
  const begun = seat || own.length === 0 ? capital(what) : `Pour ${seatsIn(own)} : ${what}`;
  const where =
    other === order.reference
      ? seatsWords(own, seatsOf(proof))
      : html`pour la commande <a href="${pathOf('deskOrder', { reference: other })}">${wholeWords(other)}</a>`;
  return html`${typeset(begun)}, reçu le ${visit.calendar.moment(receivedAt)} ${where}`;
}

function seatsWords(own: readonly number[], seats: readonly number[]): string {
  const others = seats.filter((no) => !own.includes(no));
  if (seats.length === 0) return 'dans cette commande';
  if (others.length === 0) return own.length > 1 ? 'pour ces mêmes places' : 'pour cette même place';
  return `pour ${seatsIn(others)} de cette commande`;
}
