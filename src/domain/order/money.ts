import type { Millis } from '../time';
import type { SeatNo } from '../decision/decision';
import { Refusal } from '../refusal';
import { settles, upgrade } from './difference';
import type { Effect, Outcome } from './effect';
import { andThen, letter, outcome } from './effect';
import type { OrderEvent } from './event';
import { cancelledOnTheWay } from './release';
import { changeSeats, numbersOf, seatOf } from './seats';
import type { OrderState, Seat } from './state';

type PaymentReceived = Extract<OrderEvent, { kind: 'payment-received' }>;
type Cancelled = Pick<Extract<OrderEvent, { kind: 'cancelled' }>, 'at' | 'command'>;
type RefundRecorded = Extract<OrderEvent, { kind: 'refund-recorded' }>;

/** Money beyond the first payment: the difference to the full tariff of a seat, or a payment too many. */
export function receivePayment(state: OrderState, event: PaymentReceived): Outcome {
  const seat = event.upgradeOf === undefined ? undefined : seatOf(state, event.upgradeOf);
  if (seat && settles(state, seat, event)) return upgrade(state, seat, event);
  const owed = state.owed && { ...state.owed, payments: [...state.owed.payments, event.payment] };
  return outcome(
    { ...state, owed, lastContactAt: event.at },
    { kind: 'refund-due', seats: [], payment: event.payment },
    letter(state, 'payment-refund', { payment: event.payment }),
    letter(state, 'refund-to-do', { payment: event.payment }),
  );
}

/** The seats go back to sale and their price is owed, where they had one. */
export function refundSeats(state: OrderState, seats: readonly SeatNo[], at: Millis): Outcome {
  const next = changeSeats(state, seats, refunded);
  const paid = state.free ? [] : seats.filter((no) => !seatOf(state, no).free);
  if (paid.length === 0) return outcome({ ...next, lastContactAt: at }, ...givenBack(seats));
  const owed = state.owed && { ...state.owed, seats: [...state.owed.seats, ...paid] };
  return outcome(
    { ...next, owed, payment: 'refund-due', refundDueSince: state.refundDueSince ?? at, lastContactAt: at },
    ...givenBack(seats),
    letter(state, 'refund-to-do', { seats: paid, count: state.seq }),
  );
}

function givenBack(seats: readonly SeatNo[]): readonly Effect[] {
  return [
    { kind: 'refund-due', seats },
    { kind: 'void', seats },
    { kind: 'give-seats-back', seats },
  ];
}

/** The whole order is given up: tickets already sent are cancelled, the money is owed. */
export function cancel(state: OrderState, { at, command }: Cancelled): Outcome {
  if (state.cancelled) throw new Refusal('already-cancelled', 'This order is already cancelled.');
  if (at >= state.performanceAt) throw new Refusal('order-over', 'The performance has begun.');
  const live = numbersOf(state.seats.filter((seat) => seat.delivery !== 'void'));
  const closed = { ...cancelledOnTheWay(state, live, command), review: undefined, gatherUntil: undefined, settling: [], cancelled: true };
  const taken = state.settling.map((decision) => ({ kind: 'take-back-decision', command: decision.command }) as const);
  return andThen(outcome(closed, ...taken), (next) =>
    andThen(refundSeats(next, live, at), (after) => outcome(after, letter(after, 'cancelled', { seats: live }))),
  );
}

/** Staff have given the money back: of one payment too many, or of the seats. */
export function recordRefund(state: OrderState, { payment, at }: RefundRecorded): Outcome {
  if (payment !== undefined) return refundPayment(state, payment);
  if (state.payment !== 'refund-due') throw new Refusal('refund-not-due', 'No refund of this order is due.', { state: state.payment });
  const seats = state.owed?.seats;
  const alive = !state.cancelled && state.seats.some((seat) => seat.proof !== 'refunded');
  const owed = state.owed && { ...state.owed, seats: [] };
  const next: OrderState = { ...state, owed, payment: alive ? 'paid' : 'refunded', refundDueSince: undefined, lastContactAt: at };
  return outcome(next, { kind: 'refund-done', seats }, letter(state, 'refunded', { ...(seats && { seats }), count: state.seq }));
}

/** Its order and its amount were looked up in the record (src/use-cases/record-refund.ts); that it is owed, and once, the story knows. */
function refundPayment(state: OrderState, payment: number): Outcome {
  const { owed } = state;
  if (owed?.givenBack?.includes(payment))
    throw new Refusal('already-refunded', `Payment ${payment} was refunded before.`, { payment, field: 'payment' });
  if (owed && !owed.payments.includes(payment))
    throw new Refusal('refund-not-due', `Payment ${payment} is not owed.`, { payment, field: 'payment' });
  const payments = owed?.payments.filter((one) => one !== payment) ?? [];
  const left = owed && { ...owed, payments, givenBack: [...(owed.givenBack ?? []), payment] };
  return outcome({ ...state, owed: left }, { kind: 'refund-done', payment });
}

function refunded(seat: Seat): Seat {
  return { ...seat, proof: seat.proof === 'not-required' ? 'not-required' : 'refunded', delivery: 'void' };
}
