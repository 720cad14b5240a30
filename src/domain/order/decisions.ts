import type { Millis } from '../time';
import type { Actor } from '../actor';
import { actorName } from '../actor';
import type { SeatDecision, SeatNo } from '../decision/decision';
import type { LetterSubject } from '../letter';
import { needsNote, reasonClass } from '../decision/reason';
import { Refusal } from '../refusal';
import { can, canDecide } from './can';
import { undoWindow } from './deadline';
import type { Effect, Outcome } from './effect';
import { andThen, letter, outcome } from './effect';
import type { Answer, OrderEvent } from './event';
import { applyDeadline } from './deadline-outcome';
import { hasLostHolder } from './companions';
import { closeReviewIfDone } from './proofs';
import { cancelledOnTheWay, releaseIfDecided } from './release';
import { changeSeats, isSettling, seatOf } from './seats';
import type { OrderState, ProofState, SettlingDecision } from './state';

type Decided = Extract<OrderEvent, { kind: 'decided' }>;
type Undone = Extract<OrderEvent, { kind: 'undone' }>;
type Revoked = Extract<OrderEvent, { kind: 'revoked' }>;

/** First decision per seat wins; the seats that somebody else had settled come back as `late`. */
export function decide(state: OrderState, event: Decided): Outcome {
  if (event.review !== undefined && (state.reviewsOpened > event.review || (state.outdated && state.reviewsOpened === event.review))) {
    throw new Refusal('review-superseded', `Review ${event.review} was replaced by ${state.reviewsOpened}.`, { review: event.review });
  }
  if (event.review !== undefined && event.review > state.reviewsOpened) {
    throw new Refusal('review-not-found', `Order ${state.order} has no review ${event.review}.`, { review: event.review });
  }
  const asked = event.answers.flatMap((answer) => decisionsOf(state, answer));
  refuseContradictions(asked);
  const open = asked.filter((decision) => isOpen(state, decision));
  const late = asked.filter((decision) => !isOpen(state, decision)).map((decision) => decision.seat);
  if (open.length === 0) throw alreadyDecided(state, late);
  if (event.shown) refuseUnshown(state, open, event.shown);
  refuseLoneCompanions(state, open);

  const seats = open.map(({ seat }) => ({ seat, was: seatOf(state, seat).proof, wasReason: seatOf(state, seat).reason }));
  const settlesAt = event.at + undoWindow(state.policy.undoMs, event.at, state.performanceAt);
  const settling: SettlingDecision = { command: event.command, by: event.by, settlesAt, seats };
  const decided = closeReviewIfDone({ ...applyTo(state, open), settling: [...state.settling, settling] });
  const written: Effect = {
    kind: 'write-decision',
    command: event.command,
    by: event.by,
    door: event.door,
    review: event.review,
    decisions: open,
  };
  const first = outcome(decided, written, letter(state, 'echo', echoed(event, late)));
  const whole = settlesAt > event.at ? first : andThen(first, (next) => settle(next, event.at));
  return { ...whole, late };
}

/** The undo window is over: what was decided leaves now. */
export function settle(state: OrderState, at: Millis): Outcome {
  const due = state.settling.filter((decision) => decision.settlesAt <= at);
  const rest: OrderState = { ...state, settling: state.settling.filter((decision) => decision.settlesAt > at) };
  const letters = due.flatMap((decision) => lettersOf(rest, decision));
  const told = letters.length > 0 ? { ...rest, lastContactAt: at } : rest;
  const settled = andThen(outcome(told, ...letters), (next) => releaseIfDecided(next, at));
  return state.deadlinePassed ? andThen(settled, (next) => applyDeadline(next, at)) : settled;
}

/** Takes back a decision that has not left yet, the last where none is named: a reviewer their own, the desk anybody's. */
export function undo(state: OrderState, { command, by, at, gathered, decision: named }: Undone): Outcome {
  const theirs = state.settling.filter((decision) => by.role !== 'reviewer' || isSame(by, decision.by));
  const last = theirs.findLast((decision) => named === undefined || decision.command === named);
  if (!last) throw new Refusal('nothing-to-undo', 'No decision of this order can still be taken back.');
  const back = {
    ...state,
    ...waitingAgain(state, { last, at, gathered }),
    settling: state.settling.filter((decision) => decision !== last),
  };
  const restored = last.seats.reduce<OrderState>(
    (next, entry) => changeSeats(next, [entry.seat], (seat) => ({ ...seat, proof: entry.was, reason: entry.wasReason })),
    back,
  );
  const seats = last.seats.map(({ seat }) => seat);
  return outcome(restored, { kind: 'take-back-decision', command: last.command, seats }, letter(state, 'undone', { command }));
}

/** An admin finds that an accepted proof was none: the ticket is cancelled. */
export function revoke(state: OrderState, event: Revoked): Outcome {
  const seat = seatOf(state, event.seat);
  if (isSettling(state, seat.no) || !can('revoke', seat)) {
    throw new Refusal('not-allowed-now', `Seat ${seat.no} is ${seat.proof}.`, { seat: seat.no, state: seat.proof });
  }
  const told = { ...cancelledOnTheWay(state, [seat.no], event.command), lastContactAt: event.at };
  const next = changeSeats(told, [seat.no], (one) => ({
    ...one,
    proof: 'refused-final',
    reason: event.reason,
    delivery: 'held',
  }));
  const decision: SeatDecision = { seat: seat.no, kind: 'refuse', reason: event.reason, noteRef: event.noteRef };
  return outcome(
    next,
    { kind: 'write-decision', command: event.command, by: event.by, door: event.door, decisions: [decision] },
    { kind: 'void', seats: [seat.no] },
    letter(state, 'refusal', { command: event.command }),
  );
}

function isSame(one: Actor, other: Actor): boolean {
  return actorName(one) === actorName(other);
}

/** An echo to a reviewer carries their reply address again, so that ANNULER can answer it; and says what was left as it was. */
function echoed({ command, review, by, unseen }: Decided, late: readonly SeatNo[]): LetterSubject {
  const reply = review !== undefined && by.role === 'reviewer' ? { review, reviewer: by.id } : {};
  return { command, ...reply, ...(late.length > 0 && { late }), ...(unseen && { unseen }) };
}

function decisionsOf(state: OrderState, answer: Answer): readonly SeatDecision[] {
  const seats = answer.seats === 'all' ? state.seats.filter((seat) => seat.proof === 'under-review').map((seat) => seat.no) : answer.seats;
  return seats.map((no) => decisionOf(seatOf(state, no).no, answer));
}

function decisionOf(seat: SeatNo, answer: Answer): SeatDecision {
  if (answer.kind !== 'refuse') return { seat, kind: answer.kind, ...(answer.kind === 'more-info' ? { noteRef: answer.noteRef } : {}) };
  if (!answer.reason) throw new Refusal('reason-needed', `A refusal says why (seat ${seat}).`, { seat });
  if (needsNote(answer.reason) && !answer.noteRef) throw new Refusal('note-needed', 'Another reason is said in words.', { seat });
  return { seat, kind: 'refuse', reason: answer.reason, noteRef: answer.noteRef };
}

function isOpen(state: OrderState, decision: SeatDecision): boolean {
  return canDecide(decision.kind, seatOf(state, decision.seat)) && !isSettling(state, decision.seat);
}

function refuseContradictions(decisions: readonly SeatDecision[]): void {
  const seats = decisions.map((decision) => decision.seat);
  const twice = seats.find((seat, index) => seats.indexOf(seat) !== index);
  if (twice !== undefined)
    throw new Refusal('input-invalid', `Seat ${twice} is decided twice in one answer.`, { seat: twice, field: 'answers' });
}

/** Files that came meanwhile were before nobody. To leave a seat to the door judges none. */
function refuseUnshown(state: OrderState, decisions: readonly SeatDecision[], shown: readonly string[]): void {
  const judged = decisions.filter(({ kind }) => kind !== 'check-at-door');
  const unshown = judged.find(({ seat }) => seatOf(state, seat).files?.some((file) => !shown.includes(file)));
  if (unshown) throw new Refusal('review-superseded', `Other proofs of seat ${unshown.seat} have come.`, { seat: unshown.seat });
}

/** A companion's seat is approved with, or after, the seat of the person accompanied: one for one (docs/domain.md 3). */
function refuseLoneCompanions(state: OrderState, decisions: readonly SeatDecision[]): void {
  const after = applyTo(state, decisions);
  const approved = (role: 'holder' | 'companion') =>
    after.seats.filter((seat) => seat.companionship === role && seat.proof === 'approved').length;
  const companion = decisions.find(({ kind, seat }) => kind === 'approve' && seatOf(state, seat).companionship === 'companion');
  if (companion && approved('companion') > approved('holder')) {
    const lost = after.seats.some((seat) => seat.companionship === 'companion' && hasLostHolder(state.seats, seatOf(state, seat.no)));
    throw new Refusal('companion-without-holder', 'A companion is approved with the person accompanied.', {
      seat: companion.seat,
      holder: lost ? 'lost' : 'waits',
    });
  }
}

function applyTo(state: OrderState, decisions: readonly SeatDecision[]): OrderState {
  return decisions.reduce<OrderState>(
    (next, decision) =>
      changeSeats(next, [decision.seat], (seat) => ({
        ...seat,
        proof: stateAfter(decision),
        reason: decision.kind === 'refuse' ? decision.reason : undefined,
      })),
    state,
  );
}

function stateAfter(decision: SeatDecision): ProofState {
  switch (decision.kind) {
    case 'approve':
      return 'approved';
    case 'refuse':
      return reasonClass(decision.reason) === 'final' ? 'refused-final' : 'refused';
    case 'more-info':
      return 'more-info';
    case 'check-at-door':
      return 'check-at-door';
  }
}

function lettersOf(state: OrderState, decision: SettlingDecision): readonly Effect[] {
  const proofs = decision.seats.map((entry) => seatOf(state, entry.seat).proof);
  const refused = proofs.some((proof) => proof === 'refused' || proof === 'refused-final');
  const about = { command: decision.command };
  return [
    ...(refused ? [letter(state, 'refusal', about)] : []),
    ...(proofs.includes('more-info') ? [letter(state, 'more-info', about)] : []),
  ];
}

interface TakenBack extends Pick<Undone, 'at' | 'gathered'> {
  readonly last: SettlingDecision;
}

/** The request of before stands again; where its proofs were replaced meanwhile, or there was none yet, reviewers are asked anew. */
function waitingAgain(state: OrderState, { last, at, gathered }: TakenBack) {
  if (state.outdated || (gathered && state.reviewsOpened === 0)) return { gatherUntil: state.gatherUntil ?? at + state.policy.gatherMs };
  return { review: state.review ?? reopened(state, last) };
}

function reopened(state: OrderState, last: SettlingDecision): OrderState['review'] {
  const underReview = last.seats.some((entry) => entry.was === 'under-review');
  const openedAt: Millis = last.settlesAt - state.policy.undoMs;
  return underReview ? { no: state.reviewsOpened, openedAt, nudged: false, escalated: false } : undefined;
}

function alreadyDecided(state: OrderState, seats: readonly SeatNo[]): Refusal {
  const [first] = seats;
  if (first === undefined) return new Refusal('not-allowed-now', 'No seat of this order is under review.');
  const { proof } = seatOf(state, first);
  // Nobody has answered for it.
  if (proof === 'awaiting-proof' || proof === 'not-required' || proof === 'upgraded') {
    return new Refusal('not-allowed-now', `Seat ${first} is ${proof}.`, { seat: first, state: proof });
  }
  return new Refusal('already-decided', `Seat ${first} is ${proof}.`, { seat: first, state: proof });
}
