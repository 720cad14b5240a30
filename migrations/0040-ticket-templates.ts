import type { Knex } from 'knex';

/**
 * « Maquettes de billet »: what a house may change of its A4 ticket, for numbered and for free seating. What is null is the
 * venue's own. The mentions that the law asks for are none of it: no template can leave them out.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('ticket_templates', (table) => {
    table.bigIncrements('id');
    table.bigInteger('venue_id').unsigned().notNullable();
    table.string('code', 40).collate('utf8mb4_bin').notNullable();
    table.string('seating', 10).collate('utf8mb4_bin').notNullable();
    table.string('name', 120).notNullable();
    table.json('advice');
    table.json('directions');
    table.specificType('logo', 'mediumblob');
    table.specificType('plan', 'mediumblob');
    table.unique(['venue_id', 'code', 'seating']);
    table.foreign('venue_id').references('venues.id');
  });
  await knex.schema.alterTable('venues', (table) => {
    // the tickets of an order that was held for proof: its delivery method has no template of its own
    table.string('pdf_product_template', 40).collate('utf8mb4_bin').notNullable().defaultTo('a4');
  });
  const seatings = { numbered: 'A4, places numérotées', free: 'A4, placement libre' };
  for (const [seating, name] of Object.entries(seatings))
    await knex.raw("insert into ticket_templates (venue_id, code, seating, name) select id, 'a4', ?, ? from venues", [seating, name]);
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('venues', (table) => {
    table.dropColumn('pdf_product_template');
  });
  await knex.schema.dropTable('ticket_templates');
}
