import type { Knex } from 'knex';

/**
 * What a seat cost, in parts that add up: its price, its fee, its share of a priced delivery method, and the difference to
 * the full tariff where that was paid. An order's total is what its seats cost, and nothing else.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('positions', (table) => {
    table.integer('delivery_share').unsigned().notNullable().defaultTo(0);
    // the tariff that the difference leads to, as it was when the seat was sold
    table.string('full_tariff', 16).collate('utf8mb4_bin');
  });
  await knex.raw(
    `update positions p
     join orders o on o.reference = p.order_reference and o.delivery_price > 0
     join (select order_reference, count(*) as seats, min(no) as first_no, sum(price + fee > 0) as paying,
             min(case when price + fee > 0 then no end) as first_paying from positions group by order_reference) s
       on s.order_reference = p.order_reference
     set p.delivery_share = case
       when s.paying > 0 and p.price + p.fee = 0 then 0
       when s.paying > 0 then floor(o.delivery_price / s.paying) + case when p.no = s.first_paying then mod(o.delivery_price, s.paying) else 0 end
       else floor(o.delivery_price / s.seats) + case when p.no = s.first_no then mod(o.delivery_price, s.seats) else 0 end end`,
  );
  await knex.raw(
    `update orders o join (select order_reference, sum(to_full_price) as difference from positions
       where upgraded_at is not null group by order_reference) s on s.order_reference = o.reference
     set o.total = o.total + s.difference`,
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.alterTable('positions', (table) => {
    table.dropColumns('delivery_share', 'full_tariff');
  });
}
