import type { Millis } from '../time';
import { DAY, HOUR } from '../time';
import { Refusal } from '../refusal';
import { isUnsettledAtTheDeadline, waitsForTheSpectator } from './can';
import type { TimerKind } from './event';
import { isSettling } from './seats';
import type { OrderState } from './state';

export interface Timer {
  readonly kind: TimerKind;
  readonly at: Millis;
}

/** The next thing that time alone will do to this order; none when its story is over. All instants are absolute. */
export function nextTimer(state: OrderState): Timer | undefined {
  const timers = isOver(state) ? [] : allTimers(state);
  return timers.reduce<Timer | undefined>((first, next) => (first && first.at <= next.at ? first : next), undefined);
}

/** The performance is over, or the order was cancelled, and no money is owed: nothing can happen any more. */
export function isOver(state: OrderState): boolean {
  const owed = state.payment === 'refund-due' && state.refundNudges < REFUND_NUDGES;
  return !owed && (state.performanceOver || state.cancelled);
}

const REFUND_NUDGES = 4;

/** Why nothing can happen any more: its money has gone back, or its evening has passed. */
export function overRefusal(state: OrderState): Refusal {
  if (state.payment === 'refunded') return new Refusal('already-refunded', `Order ${state.order} is refunded.`);
  if (state.cancelled && !state.performanceOver) return new Refusal('already-cancelled', `Order ${state.order} is cancelled.`);
  return new Refusal('order-over', `The story of ${state.order} is over.`);
}

// Where two are due at once, the first of this list goes first.
function allTimers(state: OrderState): readonly Timer[] {
  if (state.cancelled) return refundNudge(state);
  return [
    ...state.settling.map((decision) => timer('settle', decision.settlesAt)),
    ...(state.gatherUntil === undefined ? [] : [timer('gather', state.gatherUntil)]),
    ...staffTimers(state),
    ...reminder(state),
    ...(state.deadlinePassed ? [] : [timer('deadline', state.deadlineAt)]),
    ...lastCall(state),
    ...refundNudge(state),
    ...(state.performanceOver ? [] : [timer('over', state.overAt)]),
  ];
}

function staffTimers(state: OrderState): readonly Timer[] {
  const { review, deadlineAt, policy } = state;
  if (!review) return [];
  const nudge = Math.min(review.openedAt + policy.nudgeAfterMs, Math.max(review.openedAt + HOUR, deadlineAt - 12 * HOUR));
  const escalation = Math.max(review.openedAt + 2 * HOUR, deadlineAt - 6 * HOUR);
  const timers = [...(review.nudged ? [] : [timer('nudge', nudge)]), ...(review.escalated ? [] : [timer('escalation', escalation)])];
  return timers.filter(({ at }) => at < deadlineAt);
}

/** D+1, D+3, P-7, P-2 (docs/domain.md 4.1), each at least half a day after we last wrote, spread over a quarter of an hour. */
function reminder(state: OrderState): readonly Timer[] {
  if (!state.seats.some((seat) => waitsForTheSpectator(seat) && !isSettling(state, seat.no))) return [];
  const { paidAt, performanceAt, deadlineAt, lastContactAt } = state;
  const instants = [paidAt + DAY, paidAt + 3 * DAY, performanceAt - 7 * DAY, performanceAt - 2 * DAY].map((at) => at + spread(state.order));
  const usable = instants.filter((at) => at >= lastContactAt + 12 * HOUR && at < deadlineAt - HOUR);
  return usable.length > 0 ? [timer('reminder', Math.min(...usable))] : [];
}

function lastCall(state: OrderState): readonly Timer[] {
  const open = state.seats.some((seat) => !isSettling(state, seat.no) && (seat.proof === 'expired' || isUnsettledAtTheDeadline(seat)));
  return state.deadlinePassed && open ? [timer('last-call', Math.max(state.performanceAt - 2 * HOUR, state.deadlineAt))] : [];
}

function refundNudge(state: OrderState): readonly Timer[] {
  if (state.payment !== 'refund-due' || state.refundDueSince === undefined || state.refundNudges >= REFUND_NUDGES) return [];
  return [timer('refund-nudge', state.refundDueSince + (state.refundNudges + 1) * 7 * DAY)];
}

/** Always the same for an order, so that 10,000 orders paid in the same minute do not all wake at once. */
function spread(order: string): Millis {
  const hash = order.split('').reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 900, 7);
  return hash * 1000;
}

function timer(kind: TimerKind, at: Millis): Timer {
  return { kind, at };
}
