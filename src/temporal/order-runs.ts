import type { Client } from '@temporalio/client';
import {
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { Away, NotYetHeard } from '../domain/away';
import { apply } from '../domain/order/apply';
import type { OrderState } from '../domain/order/state';
import { summary } from '../domain/order/summary';
import type { RefusalCode } from '../domain/refusal';
import { Refusal } from '../domain/refusal';
import type { Obeyed, OrderRuns } from '../ports/order-runs';
import * as messages from '../../workflows/messages';
import type { Command } from '../../workflows/messages';
import type { orderWorkflow } from '../../workflows/order';
import { ORDER_STATUS, VENUE_ID, WAITS_FOR } from '../../workflows/search-attributes';

/** A page or a mail waits so long for a story to answer; what was sent is obeyed all the same, under its key. */
const PATIENCE_MS = 15_000;

/** A payment provider waits for its answer meanwhile (some give up after 10 s); what is not told now, the sweep tells. */
const TELLING_MS = 3000;

/** The stories as Temporal runs them. An Update's id is the command's key, so that sending twice obeys once. */
export function createOrderRuns(client: Client, patienceMs = PATIENCE_MS): OrderRuns {
  return {
    async start(story) {
      try {
        const options = { ...startOptions(story), args: [story] as [OrderState] };
        await inTime(TELLING_MS, () => client.workflow.start<typeof orderWorkflow>('orderWorkflow', options));
      } catch (fault) {
        // Told to its end: there is nothing to start.
        if (fault instanceof WorkflowExecutionAlreadyStartedError) return;
        throw isUnheard(fault) ? new Away(fault) : fault;
      }
    },

    async isRunning(order) {
      try {
        const { status } = await inTime(TELLING_MS, () => client.workflow.getHandle(messages.orderWorkflowId(order)).describe());
        return status.name === 'RUNNING' || status.name === 'COMPLETED';
      } catch (fault) {
        if (fault instanceof WorkflowNotFoundError) return false;
        throw isUnheard(fault) ? new Away(fault) : fault;
      }
    },

    async paymentReceived(order, payment) {
      try {
        const handle = client.workflow.getHandle(messages.orderWorkflowId(order));
        await inTime(TELLING_MS, () => handle.signal(messages.paymentReceived, payment));
      } catch (fault) {
        throw translated(order, fault);
      }
    },

    depositProof: (order, command) => send(order, messages.depositProof, command),
    withdrawProof: (order, command) => send(order, messages.withdrawProof, command),
    decide: (order, command) => send(order, messages.decide, command),
    undo: (order, command) => send(order, messages.undo, command),
    chooseDoor: (order, command) => send(order, messages.chooseDoor, command),
    revoke: (order, command) => send(order, messages.revoke, command),
    cancel: (order, command) => send(order, messages.cancel, command),
    recordRefund: (order, command) => send(order, messages.recordRefund, command),
    takeDifference: (order, command) => send(order, messages.takeDifference, command),
    giveDifferenceBack: (order, command) => send(order, messages.giveDifferenceBack, command),
    sendTicketsAgain: (order, command) => send(order, messages.sendTicketsAgain, command),
  };

  async function send<C extends Command>(order: string, update: UpdateDefinition<Obeyed, [C]>, command: C): Promise<Obeyed> {
    const handle = client.workflow.getHandle(messages.orderWorkflowId(order));
    const options = { args: [command] as [C], updateId: command.command };
    await refuseUnreached();
    try {
      return await inTime(patienceMs, () => handle.executeUpdate(update, options));
    } catch (fault) {
      throw translated(order, fault);
    }
  }

  /**
   * A command that was sent may be obeyed later, even when its sender has heard that nobody answered. So the server is asked
   * first: when it is away, nothing was sent.
   */
  async function refuseUnreached(): Promise<void> {
    try {
      await inTime(TELLING_MS, () => client.workflowService.getSystemInfo({}));
    } catch (fault) {
      throw isUnheard(fault) || !isGrpcServiceError(fault) ? new Away(fault) : fault;
    }
  }

  /** The client would try for half a minute to reach a server that is away. */
  function inTime<T>(ms: number, call: () => Promise<T>): Promise<T> {
    return client.withDeadline(Date.now() + ms, call);
  }
}

/** Known from the start, so that a simple order needs no event to show where it stands. */
function startOptions(story: OrderState) {
  const { state } = story.seq === 0 ? apply(story, { kind: 'started', at: story.paidAt }) : { state: story };
  const { status, waitsFor } = summary(state);
  const toCheck = story.seats.filter((seat) => seat.proof !== 'not-required').length;
  return {
    taskQueue: messages.ORDERS_QUEUE,
    workflowId: messages.orderWorkflowId(story.order),
    workflowIdConflictPolicy: 'USE_EXISTING' as const,
    workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY' as const,
    staticSummary: `Order ${story.order}, ${story.seats.length} seats, ${toCheck} to check, ${new Date(story.performanceAt).toISOString().slice(0, 10)}`,
    typedSearchAttributes: [
      { key: ORDER_STATUS, value: status },
      { key: VENUE_ID, value: String(story.venue) },
      { key: WAITS_FOR, value: waitsFor },
    ],
  };
}

function translated(order: string, fault: unknown): unknown {
  if (fault instanceof WorkflowNotFoundError) return new Refusal('order-not-found', `No open story of ${order}.`);
  if (isUnheard(fault)) return new NotYetHeard(fault);
  const cause = fault instanceof WorkflowUpdateFailedError ? fault.cause : undefined;
  if (!(cause instanceof ApplicationFailure) || cause.type !== messages.REFUSAL) return fault;
  const [code, detail]: [RefusalCode, Refusal['detail']] = JSON.parse(JSON.stringify(cause.details ?? []));
  return new Refusal(code, cause.message, detail);
}

/** Statuses of gRPC: CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, UNAVAILABLE. */
const UNHEARD: ReadonlySet<number> = new Set([1, 4, 8, 14]);

/** The server, or the worker behind it, gave no answer: neither a yes nor a no. */
function isUnheard(fault: unknown): boolean {
  if (fault instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  const said = fault instanceof Error && !isGrpcServiceError(fault) ? fault.cause : fault;
  return isGrpcServiceError(said) && UNHEARD.has(said.code);
}
