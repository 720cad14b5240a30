import type { Knex } from 'knex';
import { isDuplicate } from '../duplicate';
import type { NewRow } from '../schema/tables';
import { inOneStatement } from '../transaction';

interface Lease {
  readonly mailbox: string;
  readonly holder: string;
  readonly until: string;
}

/** Whether an older lease is over is told by the database's clock, the one that all workers share. */
export async function lease(knex: Knex, { mailbox, holder, until }: Lease): Promise<boolean> {
  const held_until = new Date(until);
  const taken = await inOneStatement(() =>
    knex('mail_leases')
      .where({ mailbox })
      .whereRaw('(holder = ? or held_until < utc_timestamp(3))', [holder])
      .update({ holder, held_until }),
  );
  return taken > 0 || isFirst(knex, { mailbox, holder, held_until });
}

async function isFirst(knex: Knex, row: NewRow<'mail_leases'>): Promise<boolean> {
  try {
    await inOneStatement(() => knex('mail_leases').insert(row));
    return true;
  } catch (fault) {
    if (isDuplicate(fault)) return false;
    throw fault;
  }
}
