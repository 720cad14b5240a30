import type { Knex } from 'knex';

/** One installation serves one organizer: one uninterrupted series (docs/domain.md 5.2). */
const SERIES = 'tickets';

/**
 * Takes `count` numbers and returns the first. The row stays locked until the transaction ends, so that numbers whose
 * tickets are not written are not taken either.
 */
export async function takeNumbers(trx: Knex.Transaction, count: number): Promise<number> {
  const raised = await trx('ticket_counters').where({ series: SERIES }).increment('last_number', count);
  if (raised === 0) {
    const another = trx.raw('ticket_counters.last_number + ?', [count]);
    await trx('ticket_counters').insert({ series: SERIES, last_number: count }).onConflict('series').merge({ last_number: another });
  }
  const row = await trx('ticket_counters').where({ series: SERIES }).forUpdate().first('last_number');
  if (!row) throw new Error(`The counter ${SERIES} has gone.`);
  return row.last_number - count + 1;
}
