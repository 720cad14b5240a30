import type { Millis } from '../time';
import { HOUR } from '../time';
import type { SeatNo } from '../decision/decision';
import { Refusal } from '../refusal';
import { can } from './can';
import type { Outcome } from './effect';
import { outcome } from './effect';
import type { OrderEvent } from './event';
import { changeSeats, isSettling, numbersOf, seatOf } from './seats';
import type { OrderState } from './state';

type Deposited = Pick<Extract<OrderEvent, { kind: 'proof-deposited' }>, 'seats' | 'at' | 'files' | 'gathered'>;

/** A proof has come for those seats. Reviewers are asked once for all the proofs that come together. */
export function depositProof(state: OrderState, { seats: numbers, at, files, gathered }: Deposited): Outcome {
  if (numbers.length === 0) throw new Refusal('input-invalid', 'A proof is for at least one seat.');
  for (const no of numbers) {
    if (isSettling(state, no) || !can('depositProof', seatOf(state, no))) throw notNow(state, no);
  }
  const next = changeSeats(state, numbers, (seat) => ({ ...seat, proof: 'under-review', reason: undefined, files }));
  const missing = next.seats.some((seat) => seat.proof === 'awaiting-proof');
  const gathering = { ...next, lastContactAt: at, gatherUntil: next.gatherUntil ?? at + next.policy.gatherMs };
  if (gathered) return gather(gathering, { until: whenToAsk(state, { missing, at }), at });
  return missing && next.policy.gatherMs > 0 ? outcome(gathering) : openReview(gathering, at);
}

/** What reviewers have in hand is true no more: nobody accepts by it what they have not seen. They hear again when the others have come. */
function gather(state: OrderState, { until, at }: { readonly until: Millis; readonly at: Millis }): Outcome {
  if (until <= at) return openReview(state, at);
  const outdated = state.review !== undefined || state.outdated === true;
  return outcome({ ...state, review: undefined, gatherUntil: until, ...(outdated && { outdated }) });
}

const REQUESTS_AN_HOUR = 6;

/** At once for the last proof of an order; after the pause where others are missing or one is replaced; and so many times an hour. */
function whenToAsk(state: OrderState, { missing, at }: { readonly missing: boolean; readonly at: Millis }): Millis {
  const joins = missing || state.review !== undefined || state.outdated === true;
  const paused = joins ? (state.gatherUntil ?? at + state.policy.gatherMs) : at;
  const lately = (state.askedAt ?? []).filter((asked) => asked > at - HOUR);
  const [first] = lately;
  return first !== undefined && lately.length >= REQUESTS_AN_HOUR ? Math.max(paused, first + HOUR) : paused;
}

/** The spectator takes a file back before it was decided. */
export function withdrawProof(state: OrderState, no: SeatNo, at: Millis): Outcome {
  if (isSettling(state, no) || !can('withdrawProof', seatOf(state, no))) throw notNow(state, no);
  const next = changeSeats({ ...state, lastContactAt: at }, [no], (seat) => ({ ...seat, proof: 'awaiting-proof' }));
  return outcome(closeReviewIfDone(next));
}

/** Where no proof waits for an answer any more, nobody is asked or nudged. */
export function closeReviewIfDone(state: OrderState): OrderState {
  return state.seats.some((seat) => seat.proof === 'under-review') ? state : { ...state, review: undefined, gatherUntil: undefined };
}

/** Asks every reviewer about all the seats under review; the request before it is superseded. */
export function openReview(state: OrderState, at: Millis): Outcome {
  const waiting = state.seats.filter((seat) => seat.proof === 'under-review');
  if (waiting.length === 0) return outcome({ ...state, gatherUntil: undefined });
  const no = state.reviewsOpened + 1;
  const review = { no, openedAt: at, nudged: false, escalated: false };
  const askedAt = [...(state.askedAt ?? []), at].slice(-REQUESTS_AN_HOUR);
  const next = { ...state, review, reviewsOpened: no, gatherUntil: undefined, outdated: undefined, askedAt };
  return outcome(next, {
    kind: 'ask-reviewers',
    review: no,
    supersedes: state.review?.no ?? (state.outdated ? state.reviewsOpened : undefined),
    seats: numbersOf(waiting),
  });
}

function notNow(state: OrderState, no: SeatNo): Refusal {
  const { proof } = seatOf(state, no);
  return new Refusal('not-allowed-now', `Seat ${no} is ${proof}.`, { seat: no, state: proof });
}
