import type { Knex } from 'knex';

/** « Règles de vente »: what a channel sells of a performance, from when until when. Before, there was one rule for all. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('sale_rules', (table) => {
    table.bigIncrements('id');
    table.bigInteger('performance_id').unsigned().notNullable();
    table.string('channel', 40).collate('utf8mb4_bin').notNullable();
    table.datetime('opens_at', { precision: 3 }).notNullable();
    table.datetime('closes_at', { precision: 3 }).notNullable();
    table.integer('max_seats').unsigned().notNullable();
    // null: « aucune réserve », the places that no allocation keeps
    table.string('allocation', 40).collate('utf8mb4_bin');
    table.unique(['performance_id', 'channel']);
    table.foreign('performance_id').references('performances.id');
    table.foreign('channel').references('sales_channels.code');
    table.foreign(['performance_id', 'allocation'], 'sale_rules_allocation').references(['performance_id', 'code']).inTable('allocations');
  });
  await knex.schema.createTable('sale_rule_tariffs', (table) => {
    table.bigInteger('rule_id').unsigned().notNullable();
    table.string('tariff_code', 16).collate('utf8mb4_bin').notNullable();
    table.primary(['rule_id', 'tariff_code']);
    table.foreign('rule_id').references('sale_rules.id').onDelete('CASCADE');
    table.foreign('tariff_code').references('tariffs.code');
  });
  await knex.schema.createTable('sale_rule_delivery_methods', (table) => {
    table.bigInteger('rule_id').unsigned().notNullable();
    table.string('delivery_method', 40).collate('utf8mb4_bin').notNullable();
    table.primary(['rule_id', 'delivery_method']);
    table.foreign('rule_id').references('sale_rules.id').onDelete('CASCADE');
    table.foreign('delivery_method').references('delivery_methods.code');
  });
  await copyRules(knex);
  await knex.schema.alterTable('performances', (table) => {
    table.dropColumns('sales_open_at', 'sales_close_at', 'max_seats');
  });
}

async function copyRules(knex: Knex): Promise<void> {
  await knex.raw(
    `insert into sale_rules (performance_id, channel, opens_at, closes_at, max_seats)
     select performances.id, sales_channels.code, sales_open_at, sales_close_at, max_seats
     from performances join sales_channels on sales_channels.code in ('INTERNET', 'GUICHET')`,
  );
  await knex.raw(
    `insert into sale_rule_tariffs (rule_id, tariff_code)
     select distinct sale_rules.id, price_grid.tariff_code
     from sale_rules join performances on performances.id = sale_rules.performance_id
     join price_grid on price_grid.show_id = performances.show_id`,
  );
  await knex.raw(
    `insert into sale_rule_delivery_methods (rule_id, delivery_method)
     select sale_rules.id, delivery_methods.code from sale_rules join delivery_methods on delivery_methods.active = 1`,
  );
}

/** The online rule becomes the one rule again; without one nothing was on sale. */
export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('performances', (table) => {
    table.datetime('sales_open_at', { precision: 3 });
    table.datetime('sales_close_at', { precision: 3 });
    table.integer('max_seats').unsigned();
  });
  await knex.raw(
    `update performances left join sale_rules on sale_rules.performance_id = performances.id and sale_rules.channel = 'INTERNET'
     set sales_open_at = coalesce(opens_at, starts_at), sales_close_at = coalesce(closes_at, starts_at),
       performances.max_seats = coalesce(sale_rules.max_seats, 1)`,
  );
  await knex.schema.alterTable('performances', (table) => {
    table.dropNullable('sales_open_at');
    table.dropNullable('sales_close_at');
    table.dropNullable('max_seats');
  });
  await knex.schema.dropTable('sale_rule_delivery_methods');
  await knex.schema.dropTable('sale_rule_tariffs');
  await knex.schema.dropTable('sale_rules');
}
