import type { Knex } from 'knex';
import type { Change } from '../../ports/settings/venue-settings';

export interface ChangedThing extends Change {
  readonly subject: { readonly kind: string; readonly id: string };
  readonly before: unknown;
  readonly after: unknown;
}

/** Writes who changed what, in the transaction that changes it. */
export type RecordChange = (trx: Knex.Transaction, change: ChangedThing) => Promise<void>;
