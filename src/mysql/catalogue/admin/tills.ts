import type { PaymentMethodEntry, SalesChannelEntry, TillOperatorEntry } from '../../../domain/catalogue/entries';
import { refuseFaults, unknownName } from '../../../domain/catalogue/refused-entry';
import { CARD_ONLINE } from '../../../domain/sale/channel';
import type { Noun } from './noun';
import { isNamed, namedIn, performanceNames, soldByRules } from './uses';

interface NamedRow {
  readonly code: string;
  readonly name: string;
  readonly active: number;
}

const BY_CODE = {
  keyColumn: 'code',
  order: ['code'],
  retirable: true,
  keyOf: (row: { readonly code: string }) => row.code,
  natural: ({ code }: { readonly code: string }) => ({ code }),
} as const;

export const tillOperatorNoun: Noun<TillOperatorEntry, string, NamedRow> = {
  ...BY_CODE,
  kind: 'till-operator',
  table: 'till_operators',
  read: (_, { code, name }) => Promise.resolve({ code, name }),
  row: ({ code, name }) => ({ code, name }),
  async uses(trx, key) {
    const channels: readonly string[] = await trx('sales_channels').where({ till_operator_code: key, active: true }).pluck('code');
    const ever = await namedIn(trx, [
      ['sales_channels', { till_operator_code: key }],
      ['orders', { till_operator: key }],
      ['payments', { till_operator: key }],
    ]);
    return { now: channels.map((code) => `channel ${code}`), ever };
  },
};

interface ChannelRow extends NamedRow {
  readonly till_operator_code: string;
  readonly online: number;
}

export const salesChannelNoun: Noun<SalesChannelEntry, string, ChannelRow> = {
  ...BY_CODE,
  kind: 'sales-channel',
  table: 'sales_channels',
  read: (_, { code, name, till_operator_code: tillOperator, online }) =>
    Promise.resolve({ code, name, tillOperator, online: Boolean(online) }),
  row: ({ code, name, tillOperator, online }) => ({ code, name, till_operator_code: tillOperator, online }),
  async refuse(trx, { value: { tillOperator } }) {
    const known = await isNamed(trx, 'till_operators', { code: tillOperator, active: true });
    refuseFaults(known ? [] : [unknownName('#/tillOperator', tillOperator)]);
  },
  async uses(trx, key, at) {
    const ever = await namedIn(trx, [
      ['sale_rules', { channel: key }],
      ['orders', { channel: key }],
      ['payments', { channel: key }],
    ]);
    return { now: await soldByRules(trx, { at, where: { channel: key } }), ever };
  },
};

export const paymentMethodNoun: Noun<PaymentMethodEntry, string, NamedRow> = {
  ...BY_CODE,
  kind: 'payment-method',
  table: 'payment_methods',
  read: (_, { code, name }) => Promise.resolve({ code, name }),
  row: ({ code, name }) => ({ code, name }),
  async uses(trx, key, at) {
    const online: readonly number[] =
      key === CARD_ONLINE
        ? await trx('performances').whereNotNull('published_at').where('ends_at', '>', new Date(at)).orderBy('id').pluck('id')
        : [];
    return { now: performanceNames(online), ever: await isNamed(trx, 'payments', { method: key }) };
  },
};
