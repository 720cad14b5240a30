import { DAY, HOUR } from '../../domain/time';
import type { Knex } from 'knex';
import { isDuplicate } from '../duplicate';

/** Of all our answers together: a loop between two programs stops here. */
const MOST_AN_HOUR = 60;

interface Asked {
  /** The hash of the address: the table is no list of people. */
  readonly sender: string;
  readonly code: string;
  readonly now: string;
}

/** Counts the answer when it says yes. */
export async function mayAnswer(knex: Knex, { sender, code, now }: Asked): Promise<boolean> {
  const at = new Date(now);
  const hourAgo = new Date(at.getTime() - HOUR);
  const inTheHour: readonly unknown[] = await knex('answers_sent').where('at', '>', hourAgo).limit(MOST_AN_HOUR).pluck('at');
  if (inTheHour.length >= MOST_AN_HOUR) return false;
  const dayAgo = new Date(at.getTime() - DAY);
  const renewed = await knex('answers_sent').where({ sender_hash: sender, code }).where('at', '<=', dayAgo).update({ at });
  return renewed > 0 || isFirst(knex, { sender_hash: sender, code, at });
}

async function isFirst(knex: Knex, row: { readonly sender_hash: string; readonly code: string; readonly at: Date }): Promise<boolean> {
  try {
    await knex('answers_sent').insert(row);
    return true;
  } catch (fault) {
    if (isDuplicate(fault)) return false;
    throw fault;
  }
}
