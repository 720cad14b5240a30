import type { Knex } from 'knex';

/** Money that was given back (« décaissement »): a line of its own, on the day it left, under the till and method that gave it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('refunds', (table) => {
    table.bigIncrements('id');
    table.specificType('order_reference', 'char(9)').collate('utf8mb4_bin').notNullable();
    table.bigInteger('payment_id').unsigned().notNullable();
    table.integer('amount').unsigned().notNullable();
    table.string('method', 40).collate('utf8mb4_bin').notNullable();
    table.string('channel', 40).collate('utf8mb4_bin').notNullable();
    table.string('till_operator', 40).collate('utf8mb4_bin').notNullable();
    table.datetime('at', { precision: 3 }).notNullable().index();
    // of the change that recorded it: written once
    table.integer('story_seq').unsigned().notNullable();
    table.unique(['payment_id', 'story_seq']);
    table.index(['order_reference']);
    table.foreign('order_reference').references('orders.reference');
    table.foreign('payment_id').references('payments.id');
  });
  await givenBackBefore(knex);
}

/** Whole payments that were recorded as given back, and the payments of orders that were. */
async function givenBackBefore(knex: Knex): Promise<void> {
  await knex.raw(
    `insert into refunds (order_reference, payment_id, amount, method, channel, till_operator, at, story_seq)
     select p.order_reference, p.id, p.amount, p.method, p.channel, p.till_operator,
       coalesce(p.refunded_at, (select max(e.at) from audit_events e where e.order_reference = p.order_reference and e.kind = 'refund-recorded'), p.paid_at), 0
     from payments p join orders o on o.reference = p.order_reference
     where p.paid_at is not null and (p.status = 'refunded' or (o.payment = 'refunded' and p.status in ('paid', 'refund-due')
       and coalesce(p.verdict, '') <> 'second'))`,
  );
  await knex.raw(
    `update payments set status = 'refunded', refunded_at = (select at from refunds where refunds.payment_id = payments.id)
     where id in (select payment_id from refunds)`,
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('refunds');
}
