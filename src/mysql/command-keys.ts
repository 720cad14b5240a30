import type { Knex } from 'knex';
import { Refusal } from '../domain/refusal';
import type { CommandKeys } from '../ports/command-keys';
import { isDuplicate } from './duplicate';

export function createCommandKeys({ knex }: { readonly knex: Knex }): CommandKeys {
  return {
    async bind({ command, content, at }) {
      try {
        await knex('command_keys').insert({ command, content, at: new Date(at) });
      } catch (fault) {
        if (!isDuplicate(fault)) throw fault;
        const before: { readonly content: string } | undefined = await knex('command_keys').where({ command }).first('content');
        if (before?.content !== content) throw new Refusal('key-used-already', 'This key was used for something else.');
      }
    },
  };
}
