import type { Millis } from '../time';
import type { SeatNo } from '../decision/decision';
import { Refusal } from '../refusal';
import { can } from './can';
import { goesToDoorWithHolder } from './companions';
import type { Outcome } from './effect';
import { releaseIfDecided } from './release';
import { changeSeats, isSettling, seatOf } from './seats';
import type { OrderState } from './state';

/** The spectator would rather show the proof at the door: those tickets leave now, marked so. */
export function chooseDoor(state: OrderState, seats: readonly SeatNo[], at: Millis): Outcome {
  for (const no of seats) {
    const seat = seatOf(state, no);
    const isOffered = state.policy.doorAllowed || goesToDoorWithHolder(state.seats, seat);
    if (!isOffered || isSettling(state, no) || !can('chooseDoor', seat)) {
      throw new Refusal('not-allowed-now', `Seat ${no} is ${seat.proof}.`, { seat: no, state: seat.proof });
    }
  }
  const next = changeSeats({ ...state, lastContactAt: at }, seats, (seat) => ({ ...seat, proof: 'check-at-door', reason: undefined }));
  return releaseIfDecided(next, at);
}
