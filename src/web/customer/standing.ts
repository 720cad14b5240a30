import type { OrderView, ProofView, SeatView, TicketView } from '../../domain/order-view';
import { can, waitsForTheSpectator } from '../../domain/order/can';
import { choicesFor } from '../../domain/order/choices';
import { givenUp, goodTickets, standsAs } from '../../domain/order/given-up';
import type { SeatStanding } from '../../domain/order/given-up';
import { goesToDoorWithHolder, hasLostHolder, hasLostTariff, mayPayFullPrice } from '../../domain/order/companions';
import { isLive } from '../../domain/sending-proofs';

/** What the spectator may do and must know about one seat, as the page tells it. */
export interface Standing {
  readonly seat: SeatView;
  readonly shown: SeatStanding;
  readonly waits: boolean;
  readonly maySend: boolean;
  readonly mayWithdraw: boolean;
  readonly mayPay: boolean;
  readonly mayChooseDoor: boolean;
  readonly mayAskRefund: boolean;
  /** A companion’s, whose person accompanied cannot be accepted any more. */
  readonly withoutHolder: boolean;
  /** A companion’s, whose person accompanied shows their proof at the door. */
  readonly goesToDoor: boolean;
  /** Its ticket was shown at the entrance: nothing is to be shown there any more. */
  readonly entered: boolean;
  readonly files: readonly ProofView[];
  /** Absent: none has left, or it is not good any more. */
  readonly ticket?: TicketView | undefined;
}

export function standingOf(order: OrderView, seat: SeatView, now: string): Standing {
  const shown = standsAs(seat);
  const live = isLive(order, now) && !seat.settling && givenUp(seat) === undefined;
  const choices = choicesFor(order, seat);
  const goesToDoor = goesToDoorWithHolder(order.seats, seat);
  const entered = order.tickets.some((ticket) => ticket.seat === seat.no && ticket.admission === 'used');
  const mayPay = live && seat.toFullPrice > 0 && mayPayFullPrice(order.seats, seat) && !entered;
  return {
    seat,
    shown,
    waits: live && (waitsForTheSpectator(seat) || seat.proof === 'expired' || (seat.proof === 'under-review' && mayPay)),
    maySend: live && can('depositProof', seat) && !hasLostHolder(order.seats, seat),
    withoutHolder: hasLostTariff(order.seats, seat),
    goesToDoor,
    mayWithdraw: live && can('withdrawProof', seat),
    mayPay,
    mayChooseDoor: live && choices.door,
    mayAskRefund: live && choices.refund,
    entered,
    files: order.proofs.filter((proof) => proof.seats.includes(seat.no) && !proof.replaced),
    ticket: goodTickets(order).find((ticket) => ticket.seat === seat.no),
  };
}
