import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal';
import { isDuplicate } from '../duplicate';
import { insertedId } from '../rows';
import type { NewRow } from '../schema/tables';

/** One account for an address, retired or not. */
export async function insertAccount(trx: Knex.Transaction, row: NewRow<'staff'>): Promise<number> {
  try {
    return await insertedId(trx, 'staff', row);
  } catch (fault) {
    if (isDuplicate(fault)) throw new Refusal('already-exists', 'This address has an account, retired or not.', { field: 'email' });
    throw fault;
  }
}
