import type { Knex } from 'knex';
import { Refusal } from '../domain/refusal';
import type { CommandKeys, KeyUse } from '../ports/command-keys';
import { isDuplicate } from './duplicate';
import { beginsWith } from './orders/marks';
import type { NewRow } from './schema/tables';
import { inTransaction } from './transaction';

export function createCommandKeys({ knex }: { readonly knex: Knex }): CommandKeys {
  return {
    async bind({ command, content, at }) {
      for (;;) {
        if (await insertNew({ command, content, at: new Date(at) })) return;
        if ((await useAgain({ command, content })) > 0) return;
        const before = await knex('command_keys').where({ command }).first('content');
        if (before !== undefined && before.content !== content)
          throw new Refusal('key-used-already', 'This key was used for something else.');
        // Freed at this very moment: it is as good as new.
      }
    },

    async free(use) {
      await inTransaction(knex, (trx) => freeKey(trx, use));
    },
  };

  function useAgain({ command, content }: KeyUse): Promise<number> {
    return inTransaction(knex, (trx) => trx('command_keys').where({ command, content }).increment('uses', 1));
  }

  async function insertNew(row: NewRow<'command_keys'>): Promise<boolean> {
    try {
      await inTransaction(knex, (trx) => trx('command_keys').insert(row));
      return true;
    } catch (fault) {
      if (!isDuplicate(fault)) throw fault;
      return false;
    }
  }
}

async function freeKey(trx: Knex.Transaction, { command, content }: KeyUse): Promise<void> {
  await trx('command_keys').where({ command, content }).where('uses', '>', 0).decrement('uses', 1);
  const freed = await trx('command_keys').where({ command, content, uses: 0 }).delete();
  if (freed === 0) return;
  // Words and attestations are kept before the command is sent: those of one that was refused belong to nothing.
  await trx('notes')
    .where('ref', 'like', beginsWith(`${command}/`))
    .delete();
  await trx('attestations').where({ command }).delete();
}
