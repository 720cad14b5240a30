import type { CheckInVerdict } from '../../domain/check-in';
import type { Language } from '../../domain/language';
import type { PerformanceView } from '../../domain/order-view';
import { capital, uncapital } from '../../domain/first-letter';
import type { CheckInAnswer, SeatAtTheDoor } from '../../ports/tickets/check-ins';
import { placeWords } from '../customer/seat-words';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { euros } from '../words/amounts';
import { verdictTitle, WORDS } from './words';

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
  const { language } = visit;
  const { verdict, seat } = judged.answer;
  return html`<section class="verdict ${verdict}" data-verdict="${verdict}">
    <h2>${verdictTitle(language, judged.answer)}</h2>
    ${explanation(visit, judged.answer)} ${seat && seatLine(seat, language)} ${nextStep(visit, judged)}
  </section>`;
}

function explanation(visit: Visit, { verdict, performance, uid, typed, seat, usedAt }: CheckInAnswer): Html {
  const words = WORDS[visit.language];
  const detail = (text: string) => html`<p data-detail>${text}</p>`;
  switch (verdict) {
    case 'admitted':
      return html`${detail(`${uid}${typed ? words.typed : ''}`)} ${seat?.settledAt !== undefined && html`<p>${words.settled}</p>`}`;
    case 'number-to-confirm':
      return html`${detail(words.compare(uid, seat?.place !== undefined))}
      ${seat?.proofToShow && html`<p>${proofLine(seat, visit.language)}</p>`}`;
    case 'proof-to-show':
      return detail(seat ? proofLine(seat, visit.language) : words.askAny);
    case 'already-used':
      return detail(usedAt === undefined ? uid : `${enteredWords(visit, usedAt)} ${uid}`);
    case 'cancelled':
      return detail(words.cancelled(uid));
    case 'other-performance':
      return detail(performance ? `${performance.showTitle}, ${visit.calendar.deadline(performance.startsAt)}` : uid);
    case 'taken-back':
      return detail(words.takenBack);
    case 'key-used-already':
      return detail(words.notHeard);
    case 'unknown':
      return detail(typed ? words.noSuchNumber : words.scanAgain);
  }
}

const JUST_NOW_MS = 120_000;

/** A ticket that was read a moment ago is one that was held up again, or handed back: whoever stands there knows which. */
function enteredWords({ calendar, language, now }: Visit, usedAt: string): string {
  const ago = Date.parse(now) - Date.parse(usedAt);
  const words = WORDS[language];
  return ago >= 0 && ago < JUST_NOW_MS
    ? words.enteredJustNow(Math.max(1, Math.round(ago / 1000)))
    : words.enteredAt(calendar.moment(usedAt));
}

/** What to look at, and what is due without it; of a proof of health only that there is one. */
function proofLine({ acceptedProofs, difference }: SeatAtTheDoor, language: Language): string {
  const words = WORDS[language];
  const proofs = acceptedProofs.map((proof) => uncapital(proof[language])).join(words.or);
  const due = difference > 0 ? ` ${words.otherwise(euros(difference, language))}` : '';
  return `${proofs === '' ? words.askAny : words.ask(proofs)}${due}`;
}

function seatLine(seat: SeatAtTheDoor, language: Language): Html {
  return html`<p class="seat">
    ${seat.holder}, ${uncapital(seat.tariff[language])}<br />${capital(placeWords(seat, language))} · ${seat.category} · ${seat.entrance}
  </p>`;
}

type Said = 'typed' | 'proofSeen';

/** What a person must say before the ticket lets in, all at once. */
export function toConfirm(verdict: CheckInVerdict, proofToShow: boolean): readonly Said[] {
  if (verdict === 'proof-to-show') return ['proofSeen'];
  if (verdict !== 'number-to-confirm') return [];
  return proofToShow ? ['typed', 'proofSeen'] : ['typed'];
}

export function confirmWords(language: Language, said: readonly Said[]): string {
  const { says } = WORDS[language];
  return said.length > 1 ? says.both : says[said[0] ?? 'typed'];
}

function nextStep(visit: Visit, { performance, answer, ticket, typed, entry }: Judged): Html | false {
  const said = toConfirm(answer.verdict, answer.seat?.proofToShow ?? false);
  if (said.length > 0) {
    const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}" />`;
    return html`<form method="post" action="${pathOf('checkInHouse', { performance: performance.id })}" data-show>
      ${visit.guardField()} ${hidden('id', entry)} ${hidden('ticket', ticket)} ${typed && hidden('typed', 'yes')}
      ${said.map((name) => hidden(name, 'yes'))}
      <button type="submit">${confirmWords(visit.language, said)}</button>
    </form>`;
  }
  if (answer.verdict !== 'admitted') return false;
  return html`<form method="post" action="${pathOf('checkInTakeBack', { performance: performance.id, entry: answer.id })}">
    ${visit.guardField()}<button class="link" type="submit">${WORDS[visit.language].takeBack}</button>
  </form>`;
}
