import type { DeliveryMethodEntry } from '../../../domain/catalogue/entries';
import { EntryInUse } from '../../../domain/catalogue/in-use';
import { deliveryMethodName } from '../../schema/json-columns';
import type { Noun } from './noun';
import { namedIn, ordersWith, soldByRules } from './uses';

const COLUMNS = ['code', 'name', 'sort', 'price', 'template', 'active'] as const;

export const deliveryMethodNoun: Noun<DeliveryMethodEntry, string, 'delivery_methods', (typeof COLUMNS)[number]> = {
  kind: 'delivery-method',
  table: 'delivery_methods',
  columns: COLUMNS,
  keyColumn: 'code',
  order: ['sort', 'code'],
  retirable: true,
  keyOf: ({ code }) => code,
  natural: ({ code }) => ({ code }),
  read: (_, { code, name, sort, price, template }) =>
    Promise.resolve({ code, name: deliveryMethodName(name), sort, price, template: template ?? undefined }),
  row: ({ code, name, sort, price, template }) => ({ code, name: JSON.stringify(name), sort, price, template: template ?? null }),
  async refuse(trx, { before, value }) {
    if (!before || (before.template === undefined) === (value.template === undefined)) return;
    // With a template from now on, what waits for its proof would be a ticket to print at home, and the other way round.
    const orders = await ordersWith(trx, { delivery_method: value.code }, ['pending', 'failed', 'paid']);
    if (orders > 0) throw new EntryInUse('Orders were placed with it as it is.', [{ noun: 'order', count: orders }], 'template');
  },
  async uses(trx, key, at) {
    const ever = await namedIn(trx, [
      ['sale_rule_delivery_methods', { delivery_method: key }],
      ['orders', { delivery_method: key }],
    ]);
    return { now: await soldByRules(trx, { at, table: 'sale_rule_delivery_methods', where: { delivery_method: key } }), ever };
  },
};
