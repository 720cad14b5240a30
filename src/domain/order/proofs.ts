import type { Millis } from '../time';
import type { SeatNo } from '../decision/decision';
import { Refusal } from '../refusal';
import { can } from './can';
import type { Outcome } from './effect';
import { outcome } from './effect';
import { changeSeats, isSettling, numbersOf, seatOf } from './seats';
import type { OrderState } from './state';

/** A proof has come for those seats. Reviewers are asked once for all the proofs that come together. */
export function depositProof(state: OrderState, numbers: readonly SeatNo[], at: Millis): Outcome {
  if (numbers.length === 0) throw new Refusal('input-invalid', 'A proof is for at least one seat.');
  for (const no of numbers) {
    if (isSettling(state, no) || !can('depositProof', seatOf(state, no))) throw notNow(state, no);
  }
  const next = changeSeats(state, numbers, (seat) => ({ ...seat, proof: 'under-review', reason: undefined }));
  const missing = next.seats.some((seat) => seat.proof === 'awaiting-proof');
  const gathering = { ...next, lastContactAt: at, gatherUntil: next.gatherUntil ?? at + next.policy.gatherMs };
  return missing && next.policy.gatherMs > 0 ? outcome(gathering) : openReview(gathering, at);
}

/** The spectator takes a file back before it was decided. */
export function withdrawProof(state: OrderState, no: SeatNo, at: Millis): Outcome {
  if (isSettling(state, no) || !can('withdrawProof', seatOf(state, no))) throw notNow(state, no);
  const next = changeSeats({ ...state, lastContactAt: at }, [no], (seat) => ({ ...seat, proof: 'awaiting-proof' }));
  const left = next.seats.some((seat) => seat.proof === 'under-review');
  return left ? outcome(next) : outcome({ ...next, review: undefined, gatherUntil: undefined });
}

/** Asks every reviewer about all the seats under review; the request before it is superseded. */
export function openReview(state: OrderState, at: Millis): Outcome {
  const waiting = state.seats.filter((seat) => seat.proof === 'under-review');
  if (waiting.length === 0) return outcome({ ...state, gatherUntil: undefined });
  const no = state.reviewsOpened + 1;
  const review = { no, openedAt: at, nudged: false, escalated: false };
  const next = { ...state, review, reviewsOpened: no, gatherUntil: undefined };
  return outcome(next, { kind: 'ask-reviewers', review: no, supersedes: state.review?.no, seats: numbersOf(waiting) });
}

function notNow(state: OrderState, no: SeatNo): Refusal {
  const { proof } = seatOf(state, no);
  return new Refusal('not-allowed-now', `Seat ${no} is ${proof}.`, { seat: no, state: proof });
}
