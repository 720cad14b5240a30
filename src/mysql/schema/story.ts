import type { DecisionKind, Door } from '../../domain/decision/decision';
import type { Reason } from '../../domain/decision/reason';
import { byDefault, flag, instant, json, number, orNull, text } from './column';

export const audit_events = {
  order_reference: text(),
  seq: number(),
  at: instant(),
  kind: text(),
  actor: text(),
  door: text<Door>(),
  detail: json(),
};

export const reviews = {
  order_reference: text(),
  no: number(),
  opened_at: instant(),
  seats: json(),
  superseded_by: orNull(number()),
};

export const review_reviewers = {
  order_reference: text(),
  review_no: number(),
  reviewer_id: number(),
  version: number(),
  token_hash: text(),
  state: text<'open' | 'superseded' | 'expired'>(),
};

export const reviewers = {
  id: byDefault(number()),
  venue_id: number(),
  name: text(),
  address: text(),
  active: byDefault(flag()),
};

export const decisions = {
  order_reference: text(),
  command: text(),
  seat: number(),
  review_no: orNull(number()),
  kind: text<DecisionKind>(),
  reason: orNull(text<Reason>()),
  note_ref: orNull(text()),
  actor: text(),
  door: text<Door>(),
  at: instant(),
  settles_at: orNull(instant()),
  taken_back_at: orNull(instant()),
  taken_back_command: orNull(text()),
};

export const notes = {
  ref: text(),
  order_reference: text(),
  text: text(),
  author: text(),
  at: instant(),
};

export const attestations = {
  order_reference: text(),
  command: text(),
  sentence: text(),
  author: text(),
  at: instant(),
};

export const command_keys = {
  command: text(),
  content: text(),
  at: instant(),
  uses: byDefault(number()),
};
