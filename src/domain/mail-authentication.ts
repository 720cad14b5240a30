import { Refusal } from './refusal';

export const AUTHENTICATION_MODES = ['ar', 'ar-topmost-noid', 'mailauth', 'none'] as const;

/** What our mail host says of who wrote (inbound-mail rules of the venue): chosen in the venue's settings. */
export interface MailAuthentication {
  readonly mode: (typeof AUTHENTICATION_MODES)[number];
  /** Of the host that we trust, for `ar`. */
  readonly authservId?: string | undefined;
  /** For `ar-topmost-noid`: the domain whose mail inside one Exchange tenant is believed, where the venue says so. */
  readonly sameTenant?: string | undefined;
}

/** The same as a venue settles it: the tenant is that of its inbox. */
export interface SenderAuthentication extends Pick<MailAuthentication, 'mode' | 'authservId'> {
  readonly sameTenant: boolean;
}

/** Refuses what would judge no mail, or what its mode does not look at. */
export function refuseIdleAuthentication({ mode, authservId, sameTenant }: SenderAuthentication): void {
  if (mode === 'ar' && authservId === undefined) throw impossible('authservId', 'This mode believes one host: name it.');
  if (authservId !== undefined && (mode !== 'ar' || !AUTHSERV_ID.test(authservId)))
    throw impossible('authservId', 'A host as Authentication-Results name it (RFC 8601, 2.5), with the mode ar alone.');
  if (sameTenant && mode !== 'ar-topmost-noid') throw impossible('sameTenant', 'Only with the mode ar-topmost-noid.');
}

/** Most hosts give their name; RFC 8601 lets them give any token. */
const AUTHSERV_ID = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252}[A-Za-z0-9])?$/;

function impossible(field: string, message: string): Refusal {
  return new Refusal('input-invalid', message, { field });
}
