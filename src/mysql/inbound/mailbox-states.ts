import type { Knex } from 'knex';
import { keptAddress } from '../../domain/mail-address';
import type { MailboxState, MailboxTrouble } from '../../domain/mailbox-state';
import { toIso } from '../column-values';
import { isDuplicate } from '../duplicate';
import { writeLetter } from '../letters/write-letter';
import type { RowChange } from '../schema/tables';
import { inOneStatement, inTransaction } from '../transaction';

export async function mailboxStates(knex: Knex): Promise<readonly MailboxState[]> {
  const rows = await knex('mailbox_states').orderBy('mailbox');
  return rows.map(({ mailbox, read_at, trouble, trouble_since }) => ({
    mailbox,
    readAt: read_at === null ? undefined : toIso(read_at),
    trouble: trouble ?? undefined,
    since: trouble_since === null ? undefined : toIso(trouble_since),
  }));
}

export async function mailboxRead(knex: Knex, mailbox: string, at: string): Promise<void> {
  await write(knex, mailbox, { read_at: new Date(at), trouble: null, trouble_since: null });
}

/** The same trouble keeps its beginning. A password that is refused is told by letter, once a day at most: until it is put right nothing is read. */
export async function mailboxFailed(
  knex: Knex,
  mailbox: string,
  { trouble, at }: { readonly trouble: MailboxTrouble; readonly at: string },
): Promise<void> {
  const known = await knex('mailbox_states').where({ mailbox }).first();
  if (known?.trouble === trouble) return;
  if (trouble === 'password-refused') await inTransaction(knex, (trx) => tellRefused(trx, at));
  // The letter first: killed between the two, the next try writes it again under the same key.
  await write(knex, mailbox, { trouble, trouble_since: new Date(at) });
}

async function tellRefused(trx: Knex.Transaction, at: string): Promise<void> {
  const venues = await trx('venues').orderBy('id').select('id', 'escalation_address');
  const addresses = new Map(venues.map(({ id, escalation_address: to }) => [keptAddress(to), { id, to }]));
  for (const { id, to } of addresses.values()) {
    const about = { command: `${id}-${at.slice(0, 10)}` };
    await writeLetter(trx, { kind: 'mailbox-refused', about, language: 'fr', to, at });
  }
}

async function write(knex: Knex, mailbox: string, columns: RowChange<'mailbox_states'>): Promise<void> {
  const updated = await inOneStatement(() => knex('mailbox_states').where({ mailbox }).update(columns));
  if (updated > 0) return;
  try {
    await inOneStatement(() => knex('mailbox_states').insert({ mailbox, ...columns }));
  } catch (fault) {
    if (!isDuplicate(fault)) throw fault;
    await inOneStatement(() => knex('mailbox_states').where({ mailbox }).update(columns));
  }
}
