import type { Answer, InTheTill } from '../domain/order/event';
import type { Actor } from '../domain/actor';
import type { Door, SeatNo } from '../domain/decision/decision';
import type { OrderState } from '../domain/order/state';
import type { Reason } from '../domain/decision/reason';

/** Who asks, by which door, under which key: the same key is obeyed once. */
export interface CommandHead {
  readonly command: string;
  readonly by: Actor;
  readonly door: Door;
}

/** What came of a command, once it is recorded. */
export interface Obeyed {
  readonly seq: number;
  /** Seats that somebody else had already settled. */
  readonly late: readonly SeatNo[];
}

/**
 * The running stories, one for each paid order. Every change of an order after its payment is asked here, and returns
 * when it is recorded. Refusals of the rules come back as `Refusal`; `order-not-found` when Temporal knows no open story of
 * this order (src/use-cases/reach-story.ts then looks into the record). `Away`: nothing was sent. `NotYetHeard`: the command may
 * still be obeyed, and is obeyed once when it is sent again under its key.
 */
export interface OrderRuns {
  /** Starts the story unless it runs already. */
  start(story: OrderState): Promise<void>;
  /** False when Temporal knows no open story of this order. */
  isRunning(order: string): Promise<boolean>;
  paymentReceived(order: string, payment: { readonly payment: number; readonly upgradeOf?: SeatNo | undefined }): Promise<void>;
  depositProof(
    order: string,
    command: CommandHead & { readonly seats: readonly SeatNo[]; readonly files: readonly string[] },
  ): Promise<Obeyed>;
  withdrawProof(order: string, command: CommandHead & { readonly seat: SeatNo }): Promise<Obeyed>;
  decide(
    order: string,
    command: CommandHead & {
      readonly answers: readonly Answer[];
      readonly review?: number | undefined;
      readonly unseen?: readonly SeatNo[] | undefined;
      readonly shown?: readonly string[] | undefined;
    },
  ): Promise<Obeyed>;
  /** `decision`: the command of the one to take back; without it, the last. */
  undo(order: string, command: CommandHead & { readonly decision?: string | undefined }): Promise<Obeyed>;
  chooseDoor(order: string, command: CommandHead & { readonly seats: readonly SeatNo[] }): Promise<Obeyed>;
  revoke(
    order: string,
    command: CommandHead & { readonly seat: SeatNo; readonly reason: Reason; readonly noteRef?: string | undefined },
  ): Promise<Obeyed>;
  cancel(order: string, command: CommandHead): Promise<Obeyed>;
  recordRefund(order: string, command: CommandHead & { readonly payment?: number | undefined }): Promise<Obeyed>;
  /** Refuses with `difference-settled` where it was paid before. */
  takeDifference(order: string, command: CommandHead & { readonly seat: SeatNo } & InTheTill): Promise<Obeyed>;
  /** A slip at the counter. Refuses with `too-late-to-give-back`. */
  giveDifferenceBack(order: string, command: CommandHead & { readonly seat: SeatNo }): Promise<Obeyed>;
  /** `addressCorrected`: to an address that was put right; else somebody has asked for them. */
  sendTicketsAgain(order: string, command: CommandHead & { readonly addressCorrected?: true | undefined }): Promise<Obeyed>;
}
