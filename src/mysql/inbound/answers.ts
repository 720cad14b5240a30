import type { Knex } from 'knex';
import { letterKey } from '../../domain/letter';
import { DAY, HOUR } from '../../domain/time';
import type { MailAnswer } from '../../ports/mail/inbound-mail';
import { isDuplicate } from '../duplicate';
import { writeLetter } from '../letters/write-letter';
import type { NewRow } from '../schema/tables';
import { inTransaction } from '../transaction';

/** Of all our answers together: a loop between two programs stops here. */
const MOST_AN_HOUR = 60;
/** To one sender for one reason, whatever the number of orders that it is about. */
const MOST_A_DAY = 10;

interface Asked {
  /** The hash of the address: the table is no list of people. */
  readonly sender: string;
  readonly reason: string;
}

/** Counted and written in one transaction: a cut between the two would lose the answer, or send it twice. */
export async function answer(knex: Knex, letter: MailAnswer, asked: Asked): Promise<string | undefined> {
  const written: unknown = await knex('outgoing_mail')
    .where({ letter_key: letterKey(letter) })
    .first('id');
  if (written !== undefined) return letterKey(letter);
  return inTransaction(knex, async (trx) => ((await mayAnswer(trx, letter, asked)) ? writeLetter(trx, letter) : undefined));
}

/** Once a day to a sender about one thing of one order. Counts the answer when it says yes. */
async function mayAnswer(trx: Knex.Transaction, letter: MailAnswer, { sender, reason }: Asked): Promise<boolean> {
  const at = new Date(letter.at);
  const dayAgo = new Date(at.getTime() - DAY);
  const inTheHour = await trx('answers_sent')
    .where('at', '>', new Date(at.getTime() - HOUR))
    .limit(MOST_AN_HOUR)
    .pluck('at');
  const inTheDay = await trx('answers_sent')
    .where({ sender_hash: sender })
    .where('code', 'like', `${reason}:%`)
    .where('at', '>', dayAgo)
    .limit(MOST_A_DAY)
    .pluck('at');
  if (inTheHour.length >= MOST_AN_HOUR || inTheDay.length >= MOST_A_DAY) return false;
  const row = { sender_hash: sender, code: `${reason}:${letter.order ?? ''}` };
  const renewed = await trx('answers_sent').where(row).where('at', '<=', dayAgo).update({ at });
  return renewed > 0 || isFirst(trx, { ...row, at });
}

async function isFirst(trx: Knex.Transaction, row: NewRow<'answers_sent'>): Promise<boolean> {
  try {
    await trx('answers_sent').insert(row);
    return true;
  } catch (fault) {
    if (isDuplicate(fault)) return false;
    throw fault;
  }
}
