import { Refusal } from '../../domain/refusal';
import type { OrderView, SeatView } from '../../domain/order-view';
import type { Orders } from '../../ports/orders';
import type { OrderRuns } from '../../ports/order-runs';
import type { Receipts } from '../../ports/sale/receipts';
import type { Reach } from '../reach-story';
import { refuseUnknown } from './refuse-unknown';

interface Needs {
  readonly orders: Pick<Orders, 'view' | 'story'>;
  readonly receipts: Pick<Receipts, 'counter'>;
  readonly runs: Pick<OrderRuns, 'takeDifference' | 'giveDifferenceBack'>;
  readonly reach: Reach;
}

/**
 * The difference to the full tariff, across the counter. The record says what is due and who has come in; whether it may be
 * taken, and once, the story decides.
 */
export function createSettleDifference({ orders, receipts, runs, reach }: Needs): Pick<OrderRuns, 'takeDifference' | 'giveDifferenceBack'> {
  return {
    async takeDifference(order, command) {
      refuseUnknown(await receipts.counter(), command);
      await refuseUnlessNew(order, command, refuseNothingDue);
      return reach(order, command, () => runs.takeDifference(order, command));
    },

    async giveDifferenceBack(order, command) {
      await refuseUnlessNew(order, command, () => undefined);
      return reach(order, command, () => runs.giveDifferenceBack(order, command));
    },
  };

  /** A command that was obeyed before is answered as then, whatever has happened since. */
  async function refuseUnlessNew(
    order: string,
    { command, seat: no }: { readonly command: string; readonly seat: number },
    refuse: (seat: SeatView) => void,
  ): Promise<void> {
    const view = await orders.view(order);
    if (!view) throw new Refusal('order-not-found', `No order ${order}.`);
    if ((await orders.story(order))?.seen.includes(command)) return;
    const seat = view.seats.find((one) => one.no === no);
    if (!seat) throw new Refusal('seat-not-found', `Order ${order} has no seat ${no}.`, { seat: no });
    refuse(seat);
    refuseEntered(view, no);
  }
}

function refuseNothingDue({ no, toFullPrice, proof }: SeatView): void {
  if (proof === 'upgraded') throw new Refusal('difference-settled', `Seat ${no} is paid up.`, { seat: no });
  if (toFullPrice === 0) throw new Refusal('no-difference', `Seat ${no} costs as much as the full tariff.`, { seat: no });
}

/** Whoever was let in has shown the proof, or has paid. */
function refuseEntered({ tickets }: OrderView, seat: number): void {
  const entered = tickets.some((ticket) => ticket.seat === seat && ticket.admission === 'used');
  if (entered) throw new Refusal('already-entered', `The ticket of seat ${seat} was used.`, { seat });
}
