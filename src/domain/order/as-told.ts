import type { OrderView, SeatView } from '../order-view';

/**
 * The order as its spectator knows it: a refusal that can still be taken back is told to staff alone. Until then its seat is being
 * checked, and a companion's beside it loses nothing; what is asked, offered and written to the spectator goes by this.
 */
export function asTold<O extends Pick<OrderView, 'seats'>>(order: O): O {
  return { ...order, seats: order.seats.map(seatAsTold) };
}

function seatAsTold(seat: SeatView): SeatView {
  if (!seat.settling || seat.proof === 'approved') return seat;
  return { ...seat, proof: 'under-review', reason: undefined, note: undefined };
}
