import type { Knex } from 'knex';

/** Whose session it is, so that all of a person's can be ended at once. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('sessions', (table) => {
    table.bigInteger('staff_id').unsigned().index();
  });
  await knex.raw(`update sessions set staff_id = cast(json_unquote(json_extract(sess, '$.staff.id')) as unsigned)
    where json_extract(sess, '$.staff.id') is not null`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('sessions', (table) => {
    table.dropColumn('staff_id');
  });
}
