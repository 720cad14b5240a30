import type { Knex } from 'knex';
import { computed, firstOf } from '../rows';

/** What was paid for a seat with its order: `paidForSeat` (src/domain/order/amounts.ts) where the database adds up. */
export const PAID_AT_FIRST = 'cast(positions.price + positions.fee + positions.delivery_share as signed)';

/** The same with the difference to the full tariff, once it was settled. */
export const PAID_FOR_SEAT = `${PAID_AT_FIRST} + case when positions.upgraded_at is null then 0 else positions.to_full_price end`;

/** Of those positions together. */
export async function paidFor(knex: Knex, positions: Knex.QueryBuilder): Promise<number> {
  const row = await firstOf(positions, { sum: computed<string | null>(knex.raw(`sum(${PAID_FOR_SEAT})`)) });
  return Number(row?.sum ?? 0);
}
