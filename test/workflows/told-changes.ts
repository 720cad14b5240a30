import type { Sinks, WorkflowInterceptors } from '@temporalio/workflow';
import { proxySinks } from '@temporalio/workflow';
import type { Change } from '../../src/domain/order/change';

export interface ToldChanges extends Sinks {
  readonly told: { change(change: Change): void };
}

/** Tells what a story has the record write, also while it is told anew from its history: a history holds the answers only. */
export function interceptors(): WorkflowInterceptors {
  const { told } = proxySinks<ToldChanges>();
  return {
    outbound: [
      {
        scheduleLocalActivity(input, next) {
          const [change] = input.args;
          if (input.activityType === 'record' && isChange(change)) told.change(change);
          return next(input);
        },
      },
    ],
  };
}

function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'event' in value && 'state' in value;
}
