import { dnsName } from '../../domain/mail-address';
import type { MailAuthentication, SenderAuthentication } from '../../domain/mail-authentication';

export const AUTHENTICATION_COLUMNS = ['authentication_mode', 'authserv_id', 'same_tenant', 'inbox_address'] as const;

export interface AuthenticationRow {
  readonly inbox_address: string;
  readonly authentication_mode: MailAuthentication['mode'];
  readonly authserv_id: string | null;
  readonly same_tenant: number;
}

export function senderAuthenticationIn({ authentication_mode, authserv_id, same_tenant }: AuthenticationRow): SenderAuthentication {
  return { mode: authentication_mode, authservId: authserv_id ?? undefined, sameTenant: Boolean(same_tenant) };
}

/** As mails are judged by it. */
export function mailAuthenticationIn(row: AuthenticationRow): MailAuthentication {
  const { sameTenant, ...settled } = senderAuthenticationIn(row);
  return sameTenant ? { ...settled, sameTenant: dnsName(row.inbox_address.slice(row.inbox_address.lastIndexOf('@') + 1)) } : settled;
}
