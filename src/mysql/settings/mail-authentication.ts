import { dnsName } from '../../domain/mail-address';
import type { Row } from '../schema/tables';
import type { MailAuthentication, SenderAuthentication } from '../../domain/mail-authentication';

export const AUTHENTICATION_COLUMNS = ['authentication_mode', 'authserv_id', 'same_tenant', 'inbox_address'] as const;

type Authentication = Pick<Row<'venues'>, (typeof AUTHENTICATION_COLUMNS)[number]>;

export function senderAuthenticationIn({ authentication_mode, authserv_id, same_tenant }: Authentication): SenderAuthentication {
  return { mode: authentication_mode, authservId: authserv_id ?? undefined, sameTenant: Boolean(same_tenant) };
}

/** As mails are judged by it. */
export function mailAuthenticationIn(row: Authentication): MailAuthentication {
  const { sameTenant, ...settled } = senderAuthenticationIn(row);
  return sameTenant ? { ...settled, sameTenant: dnsName(row.inbox_address.slice(row.inbox_address.lastIndexOf('@') + 1)) } : settled;
}
