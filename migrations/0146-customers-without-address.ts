import type { Knex } from 'knex';

/**
 * A customer of the counter may have no address. Until now the theatre's own stood for it: nobody else may have given that one, so a
 * customer all of whose orders are of a venue that gets its copies there had none. May be cut anywhere and run again.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`alter table customers modify email ${ADDRESS} null`);
  await knex.raw(
    `update customers set email = null
     where exists (select 1 from ${SOLD} where o.customer_id = customers.id)
       and not exists (select 1 from ${SOLD} where o.customer_id = customers.id and lower(v.copy_address) <> lower(customers.email))`,
  );
  // What had not left would have gone to the theatre.
  await knex.raw(
    `update outgoing_mail m join orders o on o.reference = m.order_reference join customers c on c.id = o.customer_id
     set m.state = 'withdrawn' where m.state = 'queued' and m.recipient = 'spectator' and m.address is null and c.email is null`,
  );
}

/** As it was: zoé@ is not zoe@ (0082). */
const ADDRESS = 'varchar(320) character set utf8mb4 collate utf8mb4_bin';
const SOLD = `orders o join performances p on p.id = o.performance_id join rooms r on r.id = p.room_id join venues v on v.id = r.venue_id`;

export async function down(knex: Knex): Promise<void> {
  await knex.raw(
    `update customers set email = coalesce(
       (select v.copy_address from ${SOLD} where o.customer_id = customers.id limit 1), concat(customers.id, '@none.invalid'))
     where email is null`,
  );
  await knex.raw(`alter table customers modify email ${ADDRESS} not null`);
}
