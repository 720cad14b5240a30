import type { Knex } from 'knex';
import type { LetterKind } from '../../domain/letter';
import { letterSubject } from '../schema/json-columns';
import { writeLetter } from './write-letter';

interface Again {
  readonly order: string;
  readonly kinds: readonly LetterKind[];
  /** By which command. */
  readonly command: string;
  readonly to: string;
  readonly at: string;
}

/** What reached nobody, and the confirmation wherever it went, of each kind the last, as letters of their own: those of before stay as they ended. Gives the new keys. */
export async function writeAgain(trx: Knex.Transaction, { order, kinds, command, to, at }: Again): Promise<readonly string[]> {
  const rows = await trx('outgoing_mail')
    .where({ order_reference: order, recipient: 'spectator' })
    .where((one) => void one.whereIn('state', ['failed', 'bounced']).orWhere({ kind: 'confirmation' }))
    .whereIn('kind', [...kinds])
    .orderBy('id')
    .select('kind', 'language', 'about');
  const last = new Map(rows.map((row) => [row.kind, row]));
  const keys: string[] = [];
  for (const { kind, language, about } of last.values())
    keys.push(await writeLetter(trx, { kind, order, about: { ...letterSubject(about), again: command }, language, to, at }));
  return keys;
}
