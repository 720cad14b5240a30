import type { Language } from '../../domain/language';
import type { MailAuthentication } from '../../domain/mail-authentication';
import type { TextKind } from '../../domain/texts/text-kind';
import { byDefault, bytes, flag, instant, json, number, orNull, text } from './column';

export const venues = {
  id: byDefault(number()),
  name: text(),
  organizer: text(),
  licences: json(),
  address: text(),
  city: text(),
  phone: text(),
  opening_hours: json(),
  email: text(),
  website: text(),
  time_zone: text(),
  directions: json(),
  advice: json(),
  proofs_label: json(),
  inbox_address: text(),
  copy_address: text(),
  escalation_address: text(),
  sender_name: byDefault(text()),
  attach_proofs: flag(),
  policy: json(),
  authentication_mode: text<MailAuthentication['mode']>(),
  authserv_id: orNull(text()),
  logo: orNull(bytes()),
  plan: orNull(bytes()),
  pdf_product_template: byDefault(text()),
  proof_formats: orNull(json()),
  max_proof_bytes: byDefault(number()),
  same_tenant: byDefault(flag()),
};

export const venue_texts = {
  venue_id: number(),
  language: text<Language>(),
  kind: text<TextKind>(),
  version: number(),
  text: orNull(text()),
};

export const venue_text_versions = {
  id: byDefault(number()),
  venue_id: number(),
  kind: text<TextKind>(),
  language: text<Language>(),
  version: number(),
  text: orNull(text()),
  restored: orNull(number()),
  actor: text(),
  door: text(),
  at: instant(),
};
