import type { ProofFormat } from '../../domain/proof-rules';
import { byDefault, flag, instant, json, number, orNull, text } from './column';

export const proofs = {
  id: text(),
  order_reference: text(),
  kind: text<ProofFormat>(),
  file_name: text(),
  bytes: number(),
  pages: number(),
  bytes_fingerprint: text(),
  pixels_fingerprint: text(),
  health: flag(),
  received_at: instant(),
  accepted_at: orNull(instant()),
  replaced_at: orNull(instant()),
  dropped_at: orNull(instant()),
  never_after: instant(),
  purge_after: instant(),
  purged_at: orNull(instant()),
  sending: text(),
  given_at: orNull(instant()),
  lost_at: orNull(instant()),
  pages_in_file: number(),
  page_turns: byDefault(text()),
  adds: byDefault(flag()),
};

export const proof_seats = {
  proof_id: text(),
  seat: number(),
  order_reference: text(),
  keep_until: instant(),
  replaced_at: orNull(instant()),
};

export const proof_types = {
  code: text(),
  name: json(),
  active: byDefault(flag()),
};

export const proof_views = {
  id: byDefault(number()),
  proof_id: text(),
  actor: text(),
  how: text(),
  at: instant(),
};
