import type { OrderRuns } from '../ports/order-runs';
import type { Reach } from './reach-story';

interface Needs {
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
export function createChangeOrder({ runs, reach, recordRefund, settleDifference }: Needs): ChangeOrder {
  return {
    undo: (order, command) => reach(order, command, () => runs.undo(order, command)),
    chooseDoor: (order, command) => reach(order, command, () => runs.chooseDoor(order, command)),
    withdrawProof: (order, command) => reach(order, command, () => runs.withdrawProof(order, command)),
    cancel: (order, command) => reach(order, command, () => runs.cancel(order, command)),
    recordRefund,
    ...settleDifference,
    sendTicketsAgain: (order, command) => reach(order, command, () => runs.sendTicketsAgain(order, command)),
  };
}
