import type { CheckInVerdict } from '../../domain/check-in';
import type { AdmissionState } from '../../domain/order/state';
import type { Seating } from '../../domain/ticket-template';
import { byDefault, bytes, flag, instant, json, number, orNull, text } from './column';

export const tickets = {
  number: number(),
  uid: text(),
  order_reference: text(),
  seat: number(),
  release_no: number(),
  admission: text<AdmissionState>(),
  proof_to_show: flag(),
  issued_at: instant(),
  used_at: orNull(instant()),
  cancelled_at: orNull(instant()),
};

export const ticket_counters = {
  series: text(),
  last_number: number(),
};

export const ticket_templates = {
  id: byDefault(number()),
  venue_id: number(),
  code: text(),
  seating: text<Seating>(),
  name: text(),
  advice: orNull(json()),
  directions: orNull(json()),
  logo: orNull(bytes()),
  plan: orNull(bytes()),
};

export const check_ins = {
  id: text(),
  performance_id: number(),
  ticket_number: number(),
  verdict: text<CheckInVerdict>(),
  offline: flag(),
  proof_seen: flag(),
  actor: text(),
  at: instant(),
  received_at: instant(),
  taken_back_at: orNull(instant()),
  taken_back_by: orNull(text()),
  typed: byDefault(flag()),
};
