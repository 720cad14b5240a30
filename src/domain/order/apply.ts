import type { Millis } from '../time';
import { Refusal } from '../refusal';
import { applyDeadline, lastCall } from './deadline-outcome';
import type { LetterSubject } from '../letter';
import { decide, revoke, settle, undo } from './decisions';
import { chooseDoor } from './door';
import type { Outcome } from './effect';
import { letter, outcome } from './effect';
import type { OrderEvent, TimerKind } from './event';
import { takeDifference } from './difference';
import { giveDifferenceBack } from './give-difference-back';
import { cancel, receivePayment, recordRefund } from './money';
import { depositProof, openReview, withdrawProof } from './proofs';
import { dispatched } from './release';
import { changeSeats, numbersOf } from './seats';
import { start } from './start';
import type { OrderState } from './state';
import { isOver, overRefusal } from './timers';

/**
 * The one rule of an order: what an event makes of it, and what that asks of the world. Pure; throws a Refusal when
 * the rules say no. A command already obeyed changes nothing.
 */
export function apply(state: OrderState, event: OrderEvent): Outcome {
  if ('command' in event && state.seen.includes(event.command)) return outcome(state);
  // A letter that was on its way has left when all is over: that is so whatever the rules say.
  if (isOver(state) && event.kind !== 'dispatched') throw overRefusal(state);
  // Before it has started, an order with proofs to come looks like one that needs none.
  if ((state.seq === 0) !== (event.kind === 'started')) throw new Refusal('not-allowed-now', 'A story starts first, and once.');
  const next = applyKind(state, event);
  const seen = 'command' in event ? [...next.state.seen, event.command] : next.state.seen;
  return { ...next, state: { ...next.state, seen, seq: state.seq + 1 } };
}

function applyKind(state: OrderState, event: OrderEvent): Outcome {
  switch (event.kind) {
    case 'started':
      return start(state, event.at);
    case 'proof-deposited':
      return depositProof(state, event);
    case 'proof-withdrawn':
      return withdrawProof(state, event.seat, event.at);
    case 'decided':
      return decide(state, event);
    case 'undone':
      return undo(state, event);
    case 'door-chosen':
      return chooseDoor(state, event.seats, event.at);
    case 'revoked':
      return revoke(state, event);
    case 'cancelled':
      return cancel(state, event);
    case 'refund-recorded':
      return recordRefund(state, event);
    case 'tickets-asked-again':
      return ticketsAgain(state, event.addressCorrected ? { again: event.command } : { command: event.command });
    case 'payment-received':
      return receivePayment(state, event);
    case 'difference-taken':
      return takeDifference(state, event);
    case 'difference-given-back':
      return giveDifferenceBack(state, event);
    case 'timer':
      return timeIsUp(state, event.timer, event.at);
    case 'dispatched':
      return dispatched(state, event);
  }
}

function timeIsUp(state: OrderState, timer: TimerKind, at: Millis): Outcome {
  switch (timer) {
    case 'gather':
      return openReview(state, at);
    case 'settle':
      return settle(state, at);
    case 'reminder':
      return remind(state, at);
    case 'nudge':
      return nudge(state);
    case 'escalation':
      return escalate(state);
    case 'deadline':
      return applyDeadline(state, at);
    case 'last-call':
      return lastCall(state, at);
    case 'refund-nudge':
      return outcome({ ...state, refundNudges: state.refundNudges + 1 }, letter(state, 'refund-to-do', { count: state.seq }));
    case 'over':
      return outcome({ ...state, performanceOver: true });
  }
}

function remind(state: OrderState, at: Millis): Outcome {
  const count = state.remindersSent + 1;
  return outcome({ ...state, remindersSent: count, lastContactAt: at }, letter(state, 'reminder', { count }));
}

function nudge(state: OrderState): Outcome {
  if (!state.review) return outcome(state);
  return outcome({ ...state, review: { ...state.review, nudged: true } }, { kind: 'nudge-reviewers', review: state.review.no });
}

function escalate(state: OrderState): Outcome {
  if (!state.review) return outcome(state);
  const { no } = state.review;
  return outcome({ ...state, review: { ...state.review, nudged: true, escalated: true } }, letter(state, 'escalation', { review: no }));
}

/** Also after a letter that its host refused: the tickets are on their way again. */
function ticketsAgain(state: OrderState, why: LetterSubject): Outcome {
  const left = state.seats.filter((seat) => seat.delivery === 'sent' || seat.delivery === 'failed');
  if (left.length === 0) throw new Refusal('no-ticket-yet', 'No ticket of this order has left yet.');
  const failed = numbersOf(left.filter((seat) => seat.delivery === 'failed'));
  const next = changeSeats(state, failed, (seat) => ({ ...seat, delivery: 'ready' }));
  return outcome(next, letter(state, 'tickets-again', why));
}
