import type { OrderRuns } from '../ports/order-runs';
import type { Reach } from './reach-story';

interface Needs {
  readonly runs: OrderRuns;
  readonly reach: Reach;
}

export type ChangeOrder = Pick<OrderRuns, 'undo' | 'chooseDoor' | 'withdrawProof' | 'cancel' | 'recordRefund' | 'sendTicketsAgain'>;

/** The commands that carry no words and no file. Each returns when the story has recorded it. */
export function createChangeOrder({ runs, reach }: Needs): ChangeOrder {
  return {
    undo: (order, command) => reach(order, () => runs.undo(order, command)),
    chooseDoor: (order, command) => reach(order, () => runs.chooseDoor(order, command)),
    withdrawProof: (order, command) => reach(order, () => runs.withdrawProof(order, command)),
    cancel: (order, command) => reach(order, () => runs.cancel(order, command)),
    recordRefund: (order, command) => reach(order, () => runs.recordRefund(order, command)),
    sendTicketsAgain: (order, command) => reach(order, () => runs.sendTicketsAgain(order, command)),
  };
}
