import type { OrderView, ProofView, SeatView } from '../../domain/order-view';
import type { ProofState } from '../../domain/order/state';
import { can, waitsForTheSpectator } from '../../domain/order/can';
import { isLive } from '../../domain/sending-proofs';

/** What the spectator may do and must know about one seat, as the page tells it. */
export interface Standing {
  readonly seat: SeatView;
  /** What is shown: a refusal that can still be taken back is not told yet. */
  readonly shown: ProofState;
  readonly waits: boolean;
  readonly maySend: boolean;
  readonly mayWithdraw: boolean;
  readonly mayPay: boolean;
  readonly mayChooseDoor: boolean;
  readonly files: readonly ProofView[];
  readonly hasTicket: boolean;
}

export function standingOf(order: OrderView, seat: SeatView, now: string): Standing {
  const shown = seat.settling && seat.proof !== 'approved' ? 'under-review' : seat.proof;
  const live = isLive(order, now) && !seat.settling;
  return {
    seat,
    shown,
    waits: live && (waitsForTheSpectator(seat) || seat.proof === 'expired'),
    maySend: live && can('depositProof', seat),
    mayWithdraw: live && can('withdrawProof', seat),
    mayPay: live && seat.toFullPrice > 0 && can('payFullPrice', seat),
    mayChooseDoor: live && order.venue.policy.doorAllowed && can('chooseDoor', seat),
    files: order.proofs.filter((proof) => proof.seats.includes(seat.no) && !proof.replaced),
    hasTicket: order.tickets.some((ticket) => ticket.seat === seat.no && ticket.admission !== 'cancelled'),
  };
}
