import type { Knex } from 'knex';

/** The driver writes a byte as two letters, and a server may take packets of no more than 16 MB. */
const PART = 2 * 1024 * 1024;

export async function writeRaw(trx: Knex.Transaction, mailId: number, raw: Buffer): Promise<void> {
  for (let no = 0; no * PART < raw.length; no += 1) {
    await trx('inbound_mail_parts').insert({ mail_id: mailId, no, bytes: raw.subarray(no * PART, (no + 1) * PART) });
  }
}

export async function readRaw(knex: Knex, mailId: number): Promise<Buffer> {
  const parts = await knex('inbound_mail_parts').where({ mail_id: mailId }).orderBy('no').pluck('bytes');
  return Buffer.concat(parts);
}
