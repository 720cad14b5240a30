import type { Knex } from 'knex';

/** When a seat went to the full tariff, back to sale, and when its money left: each counts on its own day. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('positions', (table) => {
    table.datetime('upgraded_at', { precision: 3 });
    table.datetime('voided_at', { precision: 3 });
    table.datetime('refunded_at', { precision: 3 });
  });
  await knex.raw(
    `update positions p join payments y on y.order_reference = p.order_reference and y.upgrade_of = p.no and y.paid_at is not null
     set p.upgraded_at = y.paid_at where p.proof = 'upgraded' or (p.delivery = 'void' and y.status in ('paid', 'refunded'))`,
  );
  await knex.raw(
    `update positions p join orders o on o.reference = p.order_reference
     set p.voided_at = o.paid_at, p.refunded_at = case when o.payment = 'refund-due' then null else o.paid_at end
     where p.delivery = 'void' and o.paid_at is not null`,
  );
  await knex.raw(
    `update payments y join orders o on o.reference = y.order_reference set y.status = 'refund-due'
     where y.status = 'paid' and o.payment = 'refund-due'
       and not exists (select 1 from positions p where p.order_reference = o.reference and p.delivery <> 'void')`,
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('positions', (table) => {
    table.dropColumns('upgraded_at', 'voided_at', 'refunded_at');
  });
}
