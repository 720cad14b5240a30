import type { Knex } from 'knex';
import type { MailAuthentication } from '../../domain/mail-authentication';

interface Row {
  readonly inbox_address: string;
  readonly authentication_mode: MailAuthentication['mode'];
  readonly authserv_id: string | null;
  readonly same_tenant: number;
}

/** A mailbox is called by its login, which is the inbox's address on most hosts; where there is one venue, it is that one's. */
export async function authenticationOf(knex: Knex, mailbox: string): Promise<MailAuthentication> {
  const venues: readonly Row[] = await knex('venues').select('inbox_address', 'authentication_mode', 'authserv_id', 'same_tenant');
  const named = venues.find((venue) => venue.inbox_address.toLowerCase() === mailbox.toLowerCase());
  const row = named ?? (venues.length === 1 ? venues[0] : undefined);
  if (!row) throw new Error(`No venue reads the mailbox ${mailbox}.`);
  const sameTenant = row.same_tenant ? row.inbox_address.slice(row.inbox_address.lastIndexOf('@') + 1).toLowerCase() : undefined;
  return { mode: row.authentication_mode, authservId: row.authserv_id ?? undefined, ...(sameTenant !== undefined && { sameTenant }) };
}
