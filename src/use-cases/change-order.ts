import { Refusal } from '../domain/refusal';
import type { OrderRuns } from '../ports/order-runs';
import type { Orders } from '../ports/orders';
import type { Reach } from './reach-story';

interface Needs {
  readonly orders: Pick<Orders, 'view'>;
  readonly runs: OrderRuns;
  readonly reach: Reach;
  readonly recordRefund: OrderRuns['recordRefund'];
  readonly settleDifference: Pick<OrderRuns, 'takeDifference' | 'giveDifferenceBack'>;
}

export type ChangeOrder = Pick<
  OrderRuns,
  'undo' | 'chooseDoor' | 'withdrawProof' | 'cancel' | 'recordRefund' | 'takeDifference' | 'giveDifferenceBack' | 'sendTicketsAgain'
>;

/** The commands that carry no words and no file. Each returns when the story has recorded it. */
export function createChangeOrder({ orders, runs, reach, recordRefund, settleDifference }: Needs): ChangeOrder {
  return {
    undo: (order, command) => reach(order, command, () => runs.undo(order, command)),
    chooseDoor: (order, command) => reach(order, command, () => runs.chooseDoor(order, command)),
    withdrawProof: (order, command) => reach(order, command, () => runs.withdrawProof(order, command)),
    cancel: (order, command) => reach(order, command, () => runs.cancel(order, command)),
    recordRefund,
    ...settleDifference,
    async sendTicketsAgain(order, command) {
      const view = await orders.view(order);
      if (view && view.customer.email === undefined) throw new Refusal('no-address', `Nowhere to send the tickets of ${order} to.`);
      return reach(order, command, () => runs.sendTicketsAgain(order, command));
    },
  };
}
