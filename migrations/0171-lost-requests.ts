import type { Knex } from 'knex';

/** « Une demande n’est pas arrivée » was written as an `escalation` that names a reviewer: it is a letter of its own now. */
export async function up(knex: Knex): Promise<void> {
  await rename(knex, { from: 'escalation', to: 'lost-request' });
}

export async function down(knex: Knex): Promise<void> {
  await rename(knex, { from: 'lost-request', to: 'escalation' });
  await knex.raw("delete from venue_texts where kind = 'lost-request'");
  await knex.raw("delete from venue_text_versions where kind = 'lost-request'");
}

async function rename(knex: Knex, { from, to }: { readonly from: string; readonly to: string }): Promise<void> {
  await knex.raw(
    'update outgoing_mail set kind = ?, letter_key = concat(?, substring(letter_key, ?)) where kind = ? and reviewer_id is not null',
    [to, to, from.length + 1, from],
  );
}
