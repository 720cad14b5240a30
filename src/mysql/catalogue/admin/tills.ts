import type { Knex } from 'knex';
import type { PaymentMethodEntry, SalesChannelEntry, TillOperatorEntry } from '../../../domain/catalogue/entries';
import { named } from '../../../domain/catalogue/in-use';
import { refuseFaults, unknownName, type EntryFault } from '../../../domain/catalogue/refused-entry';
import { CARD_ONLINE } from '../../../domain/sale/channel';
import type { Noun, Writing } from './noun';
import { isNamed, namedIn, soldByRules } from './uses';

const NAMED = ['code', 'name', 'active'] as const;

const BY_CODE = {
  keyColumn: 'code',
  order: ['code'],
  retirable: true,
  keyOf: (row: { readonly code: string }) => row.code,
  natural: ({ code }: { readonly code: string }) => ({ code }),
} as const;

export const tillOperatorNoun: Noun<TillOperatorEntry, string, 'till_operators', (typeof NAMED)[number]> = {
  ...BY_CODE,
  kind: 'till-operator',
  table: 'till_operators',
  columns: NAMED,
  read: (_, { code, name }) => Promise.resolve({ code, name }),
  row: ({ code, name }) => ({ code, name }),
  async uses(trx, key) {
    const channels = await trx('sales_channels').where({ till_operator_code: key, active: true }).pluck('code');
    const ever = await namedIn(trx, [
      ['sales_channels', { till_operator_code: key }],
      ['orders', { till_operator: key }],
      ['payments', { till_operator: key }],
    ]);
    return { now: named('channel', channels), ever };
  },
};

const CHANNEL = [...NAMED, 'till_operator_code', 'online'] as const;

export const salesChannelNoun: Noun<SalesChannelEntry, string, 'sales_channels', (typeof CHANNEL)[number]> = {
  ...BY_CODE,
  kind: 'sales-channel',
  table: 'sales_channels',
  columns: CHANNEL,
  read: (_, { code, name, till_operator_code: tillOperator, online }) =>
    Promise.resolve({ code, name, tillOperator, online: Boolean(online) }),
  row: ({ code, name, tillOperator, online }) => ({ code, name, till_operator_code: tillOperator, online }),
  async refuse(trx, { value, before, at }) {
    const { tillOperator } = value;
    const known = await isNamed(trx, 'till_operators', { code: tillOperator, active: true });
    refuseFaults(known ? [] : [unknownName('#/tillOperator', tillOperator)]);
    if (value.online) refuseFaults(await takenFromPeople(trx, { value, before, at }), 'in-use');
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

/** Nobody sells by an online channel, nor under a till that one counts in (docs/domain.md 1.1): neither may be what people sell with. */
async function takenFromPeople(
  trx: Knex.Transaction,
  { value: { code, tillOperator }, before, at }: Omit<Writing<SalesChannelEntry, string>, 'key'>,
): Promise<readonly EntryFault[]> {
  const sells = before?.online === false && (await isSoldBy(trx, { channel: code, at }));
  const shared = !sells && (await isTillOfPeople(trx, { channel: code, till: tillOperator }));
  return [...(sells ? [SOLD_BY_PEOPLE] : []), ...(shared ? [tillOfPeople(tillOperator)] : [])];
}

async function isSoldBy(trx: Knex.Transaction, { channel, at }: { readonly channel: string; readonly at: string }): Promise<boolean> {
  const toCome = await soldByRules(trx, { at, where: { channel } });
  return toCome.length > 0 || isNamed(trx, 'orders', { channel });
}

async function isTillOfPeople(
  trx: Knex.Transaction,
  { channel, till }: { readonly channel: string; readonly till: string },
): Promise<boolean> {
  if (await isNamed(trx, 'sales_channels', { till_operator_code: till, online: true })) return false;
  const others: unknown = await trx('sales_channels')
    .where({ till_operator_code: till, active: true })
    .whereNot({ code: channel })
    .first('code');
  if (others !== undefined) return true;
  const people = trx('sales_channels').where({ online: false }).select('code');
  const taken: unknown = await trx('payments').where({ till_operator: till }).whereIn('channel', people).first('id');
  return taken !== undefined;
}

const SOLD_BY_PEOPLE: EntryFault = {
  pointer: '#/online',
  says: {
    fr: 'On vend au guichet par cette filière : en ligne, plus personne ne le pourrait. Créez une autre filière pour la vente en ligne.',
    en: 'People sell by this channel: once online, nobody could any more. Create another channel for the online sale.',
  },
};

function tillOfPeople(till: string): EntryFault {
  return {
    pointer: '#/tillOperator',
    says: {
      fr: `On encaisse au guichet dans la caisse « ${till} » : une filière en ligne l’en retirerait. Donnez à celle-ci une caisse à elle.`,
      en: `People take money under the till “${till}”: an online channel would take it from them. Give this channel a till of its own.`,
    },
  };
}

export const paymentMethodNoun: Noun<PaymentMethodEntry, string, 'payment_methods', (typeof NAMED)[number]> = {
  ...BY_CODE,
  kind: 'payment-method',
  table: 'payment_methods',
  columns: NAMED,
  read: (_, { code, name }) => Promise.resolve({ code, name }),
  row: ({ code, name }) => ({ code, name }),
  async uses(trx, key, at) {
    const online: readonly number[] =
      key === CARD_ONLINE
        ? await trx('performances').whereNotNull('published_at').where('ends_at', '>', new Date(at)).orderBy('id').pluck('id')
        : [];
    return { now: named('performance', online), ever: await isNamed(trx, 'payments', { method: key }) };
  },
};
