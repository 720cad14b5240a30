import type { Role } from '../../ports/staff';
import { byDefault, flag, instant, json, number, orNull, text } from './column';

export const staff = {
  id: byDefault(number()),
  name: text(),
  email: text(),
  role: text<Role>(),
  password_hash: text(),
  totp_secret: text(),
  active: byDefault(flag()),
  access_version: byDefault(number()),
  signed_in_at: orNull(instant()),
};

export const staff_invitations = {
  hash: text(),
  staff_id: number(),
  expires_at: instant(),
  used_at: orNull(instant()),
};

export const sessions = {
  sid: text(),
  sess: json(),
  expired: instant(),
  staff_id: orNull(number()),
};

export const api_keys = {
  id: byDefault(number()),
  name: text(),
  role: text<Role>(),
  hash: text(),
  created_at: instant(),
  revoked_at: orNull(instant()),
};

export const attempts = {
  door: text(),
  who_hash: text(),
  tries: number(),
  window_ends_at: instant(),
  not_before: orNull(instant()),
};
