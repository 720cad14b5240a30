import type { Actor } from '../actor';
import type { Door, SeatDecision, SeatNo } from '../decision/decision';
import type { LetterName } from '../letter';
import type { InTheTill } from './event';
import type { OrderState } from './state';

/** What a change asks of the world. The record writes all of them in one transaction with the state (docs/architecture.md 4). */
export type Effect =
  | { readonly kind: 'letter'; readonly letter: LetterName }
  /** A row and a letter for each reviewer of the venue. */
  | { readonly kind: 'ask-reviewers'; readonly review: number; readonly supersedes?: number | undefined; readonly seats: readonly SeatNo[] }
  | { readonly kind: 'nudge-reviewers'; readonly review: number }
  | {
      readonly kind: 'write-decision';
      readonly command: string;
      readonly by: Actor;
      readonly door: Door;
      readonly review?: number | undefined;
      readonly decisions: readonly SeatDecision[];
    }
  /** `seats`: of one that a person takes back. Absent where the order is cancelled, and in stories told before they were named. */
  | { readonly kind: 'take-back-decision'; readonly command: string; readonly seats?: readonly SeatNo[] | undefined }
  /** The PDF product, the ticket numbers and the letter that carries the tickets. */
  | { readonly kind: 'release'; readonly release: number; readonly seats: readonly SeatNo[]; readonly atDoor: readonly SeatNo[] }
  /** The payment of a difference, written as it is made. */
  | ({ readonly kind: 'take-difference'; readonly seat: SeatNo } & InTheTill)
  | { readonly kind: 'give-difference-back'; readonly seat: SeatNo }
  /** Whether the door is to ask for the proof of a ticket that has been issued. */
  | { readonly kind: 'ask-at-door'; readonly seat: SeatNo; readonly proof: boolean }
  | { readonly kind: 'void'; readonly seats: readonly SeatNo[] }
  | { readonly kind: 'give-seats-back'; readonly seats: readonly SeatNo[] }
  /** Money to give back: for some seats, or a whole payment received too late or twice. */
  | { readonly kind: 'refund-due'; readonly seats: readonly SeatNo[]; readonly payment?: number | undefined }
  /** `seats`: those whose money leaves; absent in stories that began before it was kept: all that are void. */
  | { readonly kind: 'refund-done'; readonly payment?: number | undefined; readonly seats?: readonly SeatNo[] | undefined };

export interface Outcome {
  readonly state: OrderState;
  readonly effects: readonly Effect[];
  /** Seats that a command named but that another decision had already settled: whoever asked is told. */
  readonly late: readonly SeatNo[];
}

export function outcome(state: OrderState, ...effects: readonly Effect[]): Outcome {
  return { state, effects, late: [] };
}

/** Goes on from an outcome, keeping what it already asked for. */
export function andThen(first: Outcome, next: (state: OrderState) => Outcome): Outcome {
  const second = next(first.state);
  return { state: second.state, effects: [...first.effects, ...second.effects], late: [...first.late, ...second.late] };
}

/** A letter to the spectator also restarts the count of reminders. */
export function letter(state: OrderState, kind: LetterName['kind'], about: LetterName['about'] = {}): Effect {
  return { kind: 'letter', letter: { kind, order: state.order, about } };
}
