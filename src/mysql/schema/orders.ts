import type { Reason } from '../../domain/decision/reason';
import type { Language } from '../../domain/language';
import type { Companionship, DeliveryState, PaymentState, ProofState } from '../../domain/order/state';
import type { OrderStatus, WaitsFor } from '../../domain/order/summary';
import { byDefault, byDatabase, instant, json, number, orNull, text } from './column';

export const customers = {
  id: byDefault(number()),
  name: text(),
  email: orNull(text()),
  channel: orNull(text()),
};

export const orders = {
  reference: text(),
  customer_id: number(),
  performance_id: number(),
  language: text<Language>(),
  channel: text(),
  delivery_method: text(),
  delivery_price: number(),
  total: number(),
  payment: text<PaymentState>(),
  status: text<OrderStatus>(),
  waits_for: text<WaitsFor>(),
  waits_since: orNull(instant()),
  placed_at: instant(),
  expires_at: instant(),
  paid_at: orNull(instant()),
  deadline_at: orNull(instant()),
  next_timer_at: orNull(instant()),
  link_version: byDefault(number()),
  link_hash: orNull(text()),
  idempotency_key: orNull(text()),
  story: orNull(json()),
  story_seq: byDefault(number()),
  hold_until: byDatabase(orNull(instant())),
  untold_since: byDatabase(orNull(instant())),
  till_operator: byDefault(text()),
  idempotent_content: orNull(text()),
  accepted_terms: orNull(text()),
  address_corrected_at: orNull(instant()),
  taken_over_by: orNull(text()),
  sold_by: orNull(text()),
};

export const positions = {
  order_reference: text(),
  no: number(),
  tariff_code: text(),
  category: text(),
  holder: text(),
  price: number(),
  fee: number(),
  to_full_price: number(),
  place_id: number(),
  proof: text<ProofState>(),
  delivery: text<DeliveryState>(),
  delivered_at: orNull(instant()),
  reason: orNull(text<Reason>()),
  release_no: orNull(number()),
  companionship: orNull(text<Companionship>()),
  member_number: orNull(text()),
  upgraded_at: orNull(instant()),
  voided_at: orNull(instant()),
  refunded_at: orNull(instant()),
  delivery_share: byDefault(number()),
  full_tariff: orNull(text()),
};

export const products = {
  id: byDefault(number()),
  order_reference: text(),
  kind: text(),
  release_no: number(),
  seats: json(),
  added_at: instant(),
};

export const order_search_terms = {
  term: text(),
  placed_at: instant(),
  order_reference: text(),
};

export const name_words = {
  word: text(),
};

export const accepted_terms = {
  hash: text(),
  text: text(),
  first_at: instant(),
};

export const sign_in_links = {
  hash: text(),
  order_reference: text(),
  expires_at: instant(),
  used_at: orNull(instant()),
};

export const holders = {
  who: text(),
  seen_at: instant(),
};
