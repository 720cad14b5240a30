import type { Knex } from 'knex';
import { Refusal } from '../../domain/refusal';
import { isDuplicate } from '../duplicate';

/** One account for an address, retired or not. */
export async function insertAccount(trx: Knex.Transaction, row: Readonly<Record<string, unknown>>): Promise<number> {
  try {
    const [id = 0]: readonly number[] = await trx('staff').insert(row);
    return id;
  } catch (fault) {
    if (isDuplicate(fault)) throw new Refusal('already-exists', 'This address has an account, retired or not.', { field: 'email' });
    throw fault;
  }
}
