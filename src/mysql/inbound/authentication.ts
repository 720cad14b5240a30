import { isSameAddress } from '../../domain/mail-address';
import type { Knex } from 'knex';
import type { MailAuthentication } from '../../domain/mail-authentication';
import { AUTHENTICATION_COLUMNS, mailAuthenticationIn } from '../settings/mail-authentication';

/** A mailbox is called by its login, which is the inbox's address on most hosts; where there is one venue, it is that one's. */
export async function authenticationOf(knex: Knex, mailbox: string): Promise<MailAuthentication> {
  const venues = await knex('venues').select(...AUTHENTICATION_COLUMNS);
  const named = venues.find((venue) => isSameAddress(venue.inbox_address, mailbox));
  const row = named ?? (venues.length === 1 ? venues[0] : undefined);
  if (!row) throw new Error(`No venue reads the mailbox ${mailbox}.`);
  return mailAuthenticationIn(row);
}
