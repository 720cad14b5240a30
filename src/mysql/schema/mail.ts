import type { Language } from '../../domain/language';
import type { LetterKind, Recipient } from '../../domain/letter';
import type { MailboxTrouble } from '../../domain/mailbox-state';
import { byDefault, bytes, flag, instant, json, number, orNull, text } from './column';

export type LetterState = 'queued' | 'sent' | 'failed' | 'bounced' | 'withdrawn';

export const outgoing_mail = {
  id: byDefault(number()),
  letter_key: text(),
  kind: text<LetterKind>(),
  order_reference: orNull(text()),
  story_seq: orNull(number()),
  language: text<Language>(),
  about: json(),
  recipient: text<Recipient>(),
  reviewer_id: orNull(number()),
  address: orNull(text()),
  state: text<LetterState>(),
  message_id: orNull(text()),
  created_at: instant(),
  sent_at: orNull(instant()),
  ended_at: orNull(instant()),
  why: orNull(text()),
  told_seq: orNull(number()),
};

export const inbound_mail = {
  id: byDefault(number()),
  mailbox: text(),
  uid_validity: text(),
  uid: number(),
  size: number(),
  received_at: instant(),
  tries: byDefault(number()),
  dedupe_key: orNull(text()),
  verdict: orNull(text()),
  why: orNull(text()),
  order_reference: orNull(text()),
  review_no: orNull(number()),
  reviewer_id: orNull(number()),
  sender: orNull(text()),
  subject: orNull(text()),
  message_id: orNull(text()),
  extract: orNull(text()),
  not_understood: orNull(text()),
  needs_a_person: byDefault(flag()),
  settled_how: orNull(text<'applied' | 'dismissed'>()),
  settled_by: orNull(text()),
  settled_at: orNull(instant()),
  settled_reason: orNull(text()),
  in_part: byDefault(flag()),
  stranger: byDefault(flag()),
};

export const inbound_mail_parts = {
  mail_id: number(),
  no: number(),
  bytes: bytes(),
};

export const mailbox_states = {
  mailbox: text(),
  read_at: orNull(instant()),
  trouble: orNull(text<MailboxTrouble>()),
  trouble_since: orNull(instant()),
};

export const mail_leases = {
  mailbox: text(),
  holder: text(),
  held_until: instant(),
};

export const answers_sent = {
  sender_hash: text(),
  code: text(),
  at: instant(),
};
