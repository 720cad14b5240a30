import type { PaymentView } from '../../domain/order-view';
import type { PaymentNotification, PaymentVerdict } from '../../ports/sale/payments';
import { byDefault, byDatabase, flag, instant, number, orNull, text } from './column';

/** Of money that somebody was asked for: `refused` once the provider had none of it, the others once it came. */
export type PaymentStatus = 'open' | 'refused' | PaymentView['status'];

export const payments = {
  id: byDefault(number()),
  reference: text(),
  order_reference: text(),
  amount: number(),
  upgrade_of: orNull(number()),
  method: text(),
  status: text<PaymentStatus>(),
  verdict: orNull(text<PaymentVerdict>()),
  transaction_no: orNull(text()),
  opened_at: instant(),
  paid_at: orNull(instant()),
  refunded_at: orNull(instant()),
  told_at: orNull(instant()),
  untold_since: byDatabase(orNull(instant())),
  channel: byDefault(text()),
  till_operator: byDefault(text()),
  next_ask_at: orNull(instant()),
};

export const payment_notifications = {
  id: byDefault(number()),
  provider: text(),
  dedupe_key: orNull(text()),
  payment_reference: orNull(text()),
  transaction_no: orNull(text()),
  amount: orNull(number()),
  currency: orNull(text()),
  result: orNull(text<PaymentNotification['result']>()),
  code: text(),
  body_hash: orNull(text()),
  received_at: instant(),
};

export const payment_methods = {
  code: text(),
  name: text(),
  active: byDefault(flag()),
};

export const refunds = {
  id: byDefault(number()),
  order_reference: text(),
  payment_id: number(),
  amount: number(),
  method: text(),
  channel: text(),
  till_operator: text(),
  at: instant(),
  story_seq: number(),
};

export const differences_given_back = {
  id: byDefault(number()),
  order_reference: text(),
  seat: number(),
  amount: number(),
  taken_at: instant(),
  at: instant(),
};

export const sandbox_payments = {
  reference: text(),
  amount: number(),
  result: text<PaymentNotification['result']>(),
  transaction_no: text(),
  at: instant(),
};
