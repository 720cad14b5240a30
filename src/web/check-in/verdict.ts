import type { CheckInVerdict } from '../../domain/check-in';
import { entriesFrom } from '../../domain/check-in';
import type { Language } from '../../domain/language';
import type { PerformanceView } from '../../domain/order-view';
import { capital, uncapital } from '../../domain/first-letter';
import type { CheckInAnswer, EntryOfRecord, PerformanceOfTicket, SeatAtTheDoor } from '../../ports/tickets/check-ins';
import { placeWords } from '../customer/seat-words';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { euros } from '../../wording/amounts';
import { listed } from '../../domain/listed';
import { bigNumber } from './conflict-words';
import { verdictTitle, WORDS } from './words';

export interface Judged {
  readonly performance: Pick<PerformanceView, 'id'>;
  readonly answer: CheckInAnswer;
  readonly ticket: string;
  /** A device on its own has let them in then. */
  readonly offlineAt?: string | undefined;
  /** Whoever asked has typed the number and looked at the name. */
  readonly typed: boolean;
  /** For the next entry that this block may ask for. */
  readonly entry: string;
}

/** What the door is told, and what it can do next. */
export function verdictBlock(visit: Visit, judged: Judged): Html {
  const { language } = visit;
  if (judged.offlineAt !== undefined && judged.answer.verdict !== 'admitted') return alarm(visit, judged.answer, judged.offlineAt);
  const { verdict, seat } = judged.answer;
  return html`<section class="verdict ${verdict}" data-verdict="${verdict}">
    <h2>${verdictTitle(language, judged.answer)}</h2>
    ${explanation(visit, judged.answer)} ${seat && seatLine(seat, language)} ${nextStep(visit, judged)}
  </section>`;
}

/** Somebody is in already, and the server would not have let them in: as large as « Entrée » was, until a person has looked. */
function alarm(visit: Visit, answer: CheckInAnswer, offlineAt: string): Html {
  const { language, calendar } = visit;
  const { verdict, number, uid, seat } = answer;
  const words = WORDS[language];
  return html`<section class="verdict ${verdict}" data-verdict="${verdict}">
    <h2>${words.lookInto(uncapital(verdictTitle(language, answer)))}</h2>
    <p>${words.letInAlone(calendar.time(offlineAt))} ${number === undefined ? uid : words.numbered(bigNumber(number), uid)}</p>
    ${explanation(visit, answer)} ${seat && seatLine(seat, language)}
    <button type="button" data-looked>${words.looked}</button>
  </section>`;
}

function explanation(visit: Visit, { verdict, performance, uid, typed, seat, usedAt, entry }: CheckInAnswer): Html {
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
      return detail(usedAt === undefined ? uid : `${enteredWords(visit, usedAt, entry)} ${uid}`);
    case 'cancelled':
      return detail(words.cancelled(uid));
    case 'other-performance':
      return detail(performance ? `${performance.showTitle}, ${visit.calendar.weekdayMoment(performance.startsAt)}` : uid);
    case 'too-early':
      return detail(performance ? tooEarlyWords(visit, performance) : uid);
    case 'taken-back':
      return detail(words.takenBack);
    case 'key-used-already':
      return detail(words.notHeard);
    case 'unknown':
      return detail(typed ? words.noSuchNumber : words.scanAgain);
  }
}

function tooEarlyWords({ calendar, language }: Visit, { startsAt, doorsAt }: PerformanceOfTicket): string {
  return WORDS[language].tooEarly(calendar.weekdayMoment(startsAt), calendar.time(entriesFrom(doorsAt)));
}

const JUST_NOW_MS = 120_000;

/** A ticket that was read a moment ago is one that was held up again, or handed back: whoever stands there knows which. */
function enteredWords({ calendar, language, now }: Visit, usedAt: string, entry: EntryOfRecord | undefined): string {
  const ago = Date.parse(now) - Date.parse(usedAt);
  const words = WORDS[language];
  // The first time may be another device's.
  const how = entry?.offline && entry.at === usedAt ? words.offline[entry.unchecked ?? 'checked'] : '';
  return ago >= 0 && ago < JUST_NOW_MS
    ? words.enteredJustNow(Math.max(1, Math.round(ago / 1000)), how)
    : words.enteredAt(calendar.moment(usedAt), how);
}

/** What to look at, and what is due without it; of a proof of health only that there is one. */
function proofLine({ acceptedProofs, difference }: SeatAtTheDoor, language: Language): string {
  const words = WORDS[language];
  const proofs = listed(
    acceptedProofs.map((proof) => uncapital(proof[language])),
    language,
    'or',
  );
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
  const taken = entryToTakeBack(visit, answer);
  if (taken === undefined) return false;
  return html`<form method="post" action="${pathOf('checkInTakeBack', { performance: performance.id, entry: taken })}">
    ${visit.guardField()}<button class="link" type="submit">${WORDS[visit.language].takeBack}</button>
  </form>`;
}

/** A slip is noticed within the evening; what was let in on another day is nobody's slip here. */
function entryToTakeBack({ calendar, now }: Visit, { id, verdict, entry }: CheckInAnswer): string | undefined {
  if (verdict === 'admitted') return id;
  return verdict === 'already-used' && entry && calendar.date(entry.at) === calendar.date(now) ? entry.id : undefined;
}
