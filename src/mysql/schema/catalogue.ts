import type { Companionship } from '../../domain/order/state';
import type { Seating } from '../../domain/ticket-template';
import { byDefault, flag, instant, json, number, orNull, text } from './column';

export type PlaceStatus = 'free' | 'held' | 'sold' | 'closed';

export const tariffs = {
  code: text(),
  sort: number(),
  name: json(),
  needs_proof: flag(),
  health: flag(),
  companionship: orNull(text<Companionship>()),
  max_per_order: orNull(number()),
  validity_rule: json(),
  validity: json(),
  retention_days: number(),
  min_per_order: orNull(number()),
  member_number: byDefault(flag()),
  active: byDefault(flag()),
  fee: byDefault(number()),
};

export const tariff_proof_types = {
  tariff_code: text(),
  proof_type_code: text(),
  sort: number(),
};

export const price_grid = {
  show_id: number(),
  category: text(),
  tariff_code: text(),
  price: orNull(number()),
  fee: number(),
};

export const shows = {
  id: byDefault(number()),
  venue_id: number(),
  title: text(),
  credit: text(),
  genre: text(),
  presentation: json(),
  practical: json(),
  active: byDefault(flag()),
};

export const rooms = {
  id: byDefault(number()),
  venue_id: number(),
  name: text(),
  seating: text<Seating>(),
  active: byDefault(flag()),
};

export const seats = {
  id: byDefault(number()),
  room_id: number(),
  category: text(),
  sort: number(),
  row_label: orNull(text()),
  seat_label: orNull(text()),
  entrance: text(),
};

export const seat_categories = {
  room_id: number(),
  code: text(),
  name: text(),
  sort: number(),
};

export const performances = {
  id: byDefault(number()),
  show_id: number(),
  room_id: number(),
  starts_at: instant(),
  doors_at: instant(),
  ends_at: instant(),
  vat_rate: number(),
  published_at: orNull(instant()),
};

export const performance_places = {
  id: byDefault(number()),
  performance_id: number(),
  category: text(),
  sort: number(),
  row_label: orNull(text()),
  seat_label: orNull(text()),
  entrance: text(),
  status: text<PlaceStatus>(),
  order_reference: orNull(text()),
  position_no: orNull(number()),
  held_until: orNull(instant()),
  allocation: orNull(text()),
  basket: orNull(text()),
  held_by: orNull(text()),
  held_session: orNull(text()),
  held_since: orNull(instant()),
};

export const delivery_methods = {
  code: text(),
  sort: number(),
  name: json(),
  price: number(),
  template: orNull(text()),
  active: byDefault(flag()),
};

export const catalogue_changes = {
  id: byDefault(number()),
  at: instant(),
  actor: text(),
  door: text(),
  kind: text(),
  subject: text(),
  before: orNull(json()),
  after: orNull(json()),
};
