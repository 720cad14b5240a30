import type { RowChange } from '../schema/tables';

/** What a place is that nobody has: nothing of its holder stays. */
export const FREE = {
  ...{ status: 'free', order_reference: null, position_no: null, basket: null, held_until: null },
  ...{ held_by: null, held_session: null, held_since: null },
} as const satisfies RowChange<'performance_places'>;

/** Paid: no longer counted as kept by whoever bought it. */
export const SOLD = {
  status: 'sold',
  held_until: null,
  held_by: null,
  held_session: null,
  held_since: null,
} as const satisfies RowChange<'performance_places'>;
