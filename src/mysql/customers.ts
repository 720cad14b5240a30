import type { Knex } from 'knex';
import type { Customers } from '../ports/customers';
import { columns, computed, rowsOf } from './rows';

const CUSTOMER = columns('customers', 'id', 'name', 'email', 'channel');

export function createCustomers({ knex }: { readonly knex: Knex }): Customers {
  return {
    async list({ channel, after, limit }) {
      const orders = knex('orders').count('*').whereRaw('orders.customer_id = customers.id');
      const query = knex('customers')
        .orderBy('id', 'desc')
        .limit(limit + 1);
      if (channel !== undefined) void query.where({ channel });
      if (after !== undefined) void query.where('id', '<', after);
      const rows = await rowsOf(query, { ...CUSTOMER, orders: computed<number>(orders) });
      const page = rows.slice(0, limit);
      return {
        customers: page.map(({ id, email, channel: met, ...row }) => ({
          number: id,
          ...row,
          email: email ?? undefined,
          channel: met ?? undefined,
        })),
        next: rows.length > page.length ? page.at(-1)?.id : undefined,
      };
    },
  };
}
