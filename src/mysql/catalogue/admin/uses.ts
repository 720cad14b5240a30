import type { Knex } from 'knex';
import { named, type EntryUser } from '../../../domain/catalogue/in-use';
import { valuesOf } from '../../rows';

/** Performances still to come whose sale names something. */
export async function soldByRules(
  trx: Knex.Transaction,
  { at, table, where }: { readonly at: string; readonly table?: string; readonly where: Readonly<Record<string, unknown>> },
): Promise<readonly EntryUser[]> {
  const query = trx('performances')
    .join('sale_rules', 'sale_rules.performance_id', 'performances.id')
    .where('performances.ends_at', '>', new Date(at))
    .where(where)
    .orderBy('performances.id');
  if (table !== undefined) query.join(table, `${table}.rule_id`, 'sale_rules.id');
  return named('performance', await valuesOf(query.distinct(), 'performances.id'));
}

export async function isNamed(trx: Knex, table: string, where: Readonly<Record<string, unknown>>): Promise<boolean> {
  const row: unknown = await trx(table).where(where).first(trx.raw('1'));
  return row !== undefined;
}

export async function ordersWith(
  trx: Knex,
  where: Readonly<Record<string, unknown>>,
  payments: readonly string[] = ['pending', 'failed', 'paid', 'expired', 'refund-due', 'refunded', 'reversed'],
): Promise<number> {
  const found = await trx('orders')
    .where(where)
    .whereIn('payment', [...payments])
    .limit(1000)
    .pluck('reference');
  return found.length;
}

/** Whether any of those tables names it. */
export async function namedIn(trx: Knex, places: readonly (readonly [string, Readonly<Record<string, unknown>>])[]): Promise<boolean> {
  for (const [table, where] of places) if (await isNamed(trx, table, where)) return true;
  return false;
}
