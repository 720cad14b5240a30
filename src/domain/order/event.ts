import type { Millis } from '../time';
import type { Actor } from '../actor';
import type { Door, DecisionKind, SeatNo } from '../decision/decision';
import type { Reason } from '../decision/reason';

/** One verdict for some seats; « OK » speaks of all seats still under review. */
export interface Answer {
  readonly seats: 'all' | readonly SeatNo[];
  readonly kind: DecisionKind;
  /** Refusals only, and always there. */
  readonly reason?: Reason | undefined;
  /** The row that keeps the reviewer's own words (docs/architecture.md 4). */
  readonly noteRef?: string | undefined;
}

/** The timers of an order; each is computed from the state, none is stored (timers.ts). */
export type TimerKind = 'gather' | 'settle' | 'reminder' | 'nudge' | 'escalation' | 'deadline' | 'last-call' | 'over' | 'refund-nudge';

/** Commands carry an id: obeyed once, whatever the number of times they are sent. */
interface Command {
  readonly at: Millis;
  readonly command: string;
  readonly by: Actor;
  readonly door: Door;
}

/** Codes of the catalogue: how, by which channel and in whose till money was taken. */
export interface InTheTill {
  readonly method: string;
  readonly channel: string;
  readonly operator: string;
}

export type OrderEvent =
  | { readonly kind: 'started'; readonly at: Millis }
  | (Command & {
      readonly kind: 'proof-deposited';
      readonly seats: readonly SeatNo[];
      /** Their ids. Absent in stories told before they were named. */
      readonly files?: readonly string[] | undefined;
      /** Reviewers who were asked already are not asked anew for each file. Absent in stories told before that rule. */
      readonly gathered?: true | undefined;
    })
  | (Command & { readonly kind: 'proof-withdrawn'; readonly seat: SeatNo })
  /**
   * `review` is the one answered: an answer to an older one is refused, its proofs have been replaced. `unseen`: seats that
   * the answer spoke of too, whose proofs were not shown to whoever gave it; they go on waiting. `shown`: the files that were
   * before them: an answer to others than a seat now has is refused.
   */
  | (Command & {
      readonly kind: 'decided';
      readonly answers: readonly Answer[];
      readonly review?: number | undefined;
      readonly unseen?: readonly SeatNo[] | undefined;
      readonly shown?: readonly string[] | undefined;
    })
  /**
   * `decision`: the command of the one to take back; without it, the last. `gathered`: where no reviewer was ever asked, they are
   * asked after the pause. Absent in stories told before that rule.
   */
  | (Command & { readonly kind: 'undone'; readonly decision?: string | undefined; readonly gathered?: true | undefined })
  | (Command & { readonly kind: 'door-chosen'; readonly seats: readonly SeatNo[] })
  | (Command & { readonly kind: 'revoked'; readonly seat: SeatNo; readonly reason: Reason; readonly noteRef?: string | undefined })
  | (Command & { readonly kind: 'cancelled' })
  /** The money has left, for the order or for one payment too many. */
  | (Command & { readonly kind: 'refund-recorded'; readonly payment?: number | undefined })
  /** `addressCorrected`: nobody has asked; they had reached nobody, and the address was put right. */
  | (Command & { readonly kind: 'tickets-asked-again'; readonly addressCorrected?: true | undefined })
  /** A payment beyond the one that started the story: the full tariff of a seat, or money to give back. */
  | (Command & {
      readonly kind: 'payment-received';
      readonly payment: number;
      readonly upgradeOf?: SeatNo | undefined;
      /** The seat may be one that is to be checked at the door; absent in what an earlier release has heard. */
      readonly checkedAtDoor?: boolean | undefined;
      /** Its proof may be one that is being checked; absent in what an earlier release has heard. */
      readonly underReview?: boolean | undefined;
    })
  /** The difference to the full tariff of a seat is in somebody's till: the record writes its payment with the seat. */
  | (Command & { readonly kind: 'difference-taken'; readonly seat: SeatNo } & InTheTill)
  /** A slip at the counter: it was given back at once, and the seat is what it was. */
  | (Command & { readonly kind: 'difference-given-back'; readonly seat: SeatNo })
  | { readonly kind: 'timer'; readonly at: Millis; readonly timer: TimerKind }
  /**
   * The letter with the tickets of a release has left, or its host refused it for good. `told`: the last change that its words
   * knew of; absent where that was not kept. `carried`: the seats whose tickets were in it; absent likewise.
   */
  | {
      readonly kind: 'dispatched';
      readonly at: Millis;
      readonly release: number;
      readonly failed?: boolean | undefined;
      readonly told?: number | undefined;
      readonly carried?: readonly SeatNo[] | undefined;
    };
