import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Actor } from '../src/domain/actor';
import type { Door, SeatNo } from '../src/domain/decision/decision';
import type { Answer, InTheTill } from '../src/domain/order/event';
import type { OrderState } from '../src/domain/order/state';
import type { Reason } from '../src/domain/decision/reason';

/** What may be said to a running order. Ids, codes and times only: histories are never erased (docs/architecture.md 4). */
export interface Command {
  readonly command: string;
  readonly by: Actor;
  readonly door: Door;
}

export interface Obeyed {
  readonly seq: number;
  readonly late: readonly SeatNo[];
}

export type DepositProof = Command & { readonly seats: readonly SeatNo[]; readonly files?: readonly string[] | undefined };
export type WithdrawProof = Command & { readonly seat: SeatNo };
export type Decide = Command & {
  readonly answers: readonly Answer[];
  readonly review?: number | undefined;
  readonly shown?: readonly string[] | undefined;
};
export type ChooseDoor = Command & { readonly seats: readonly SeatNo[] };
export type Revoke = Command & { readonly seat: SeatNo; readonly reason: Reason; readonly noteRef?: string | undefined };
export type RecordRefund = Command & { readonly payment?: number | undefined };
export type TakeDifference = Command & { readonly seat: SeatNo } & InTheTill;
export type GiveDifferenceBack = Command & { readonly seat: SeatNo };
export type SendTicketsAgain = Command & { readonly addressCorrected?: true | undefined };
export type PaymentReceived = { readonly payment: number; readonly upgradeOf?: SeatNo | undefined };

export const depositProof = defineUpdate<Obeyed, [DepositProof]>('depositProof');
export const withdrawProof = defineUpdate<Obeyed, [WithdrawProof]>('withdrawProof');
export const decide = defineUpdate<Obeyed, [Decide]>('decide');
export const undo = defineUpdate<Obeyed, [Command & { decision?: string | undefined }]>('undo');
export const chooseDoor = defineUpdate<Obeyed, [ChooseDoor]>('chooseDoor');
export const revoke = defineUpdate<Obeyed, [Revoke]>('revoke');
export const cancel = defineUpdate<Obeyed, [Command]>('cancel');
export const recordRefund = defineUpdate<Obeyed, [RecordRefund]>('recordRefund');
export const takeDifference = defineUpdate<Obeyed, [TakeDifference]>('takeDifference');
export const giveDifferenceBack = defineUpdate<Obeyed, [GiveDifferenceBack]>('giveDifferenceBack');
export const sendTicketsAgain = defineUpdate<Obeyed, [SendTicketsAgain]>('sendTicketsAgain');
export const paymentReceived = defineSignal<[PaymentReceived]>('paymentReceived');
export const orderState = defineQuery<OrderState>('orderState');

export const ORDERS_QUEUE = 'orders';
export const MAILBOX_QUEUE = 'mailbox';

/** The type of the failure that carries a Refusal over the wire: its details are the code and the detail. */
export const REFUSAL = 'Refusal';

export function orderWorkflowId(order: string): string {
  return `order-${order}`;
}

export function mailboxWorkflowId(account: string): string {
  return `mailbox-${account}`;
}

export const TIDY_WORKFLOW_ID = 'tidy';
