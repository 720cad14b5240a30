import type { Knex } from 'knex';
import type { Language } from '../../domain/language';
import type { Change } from '../../domain/order/change';
import type { Secrets } from '../../ports/secrets';

/** One change while it is being written. The order's row is locked: nobody else writes this order. */
export interface Writing {
  readonly trx: Knex.Transaction;
  readonly change: Change;
  /** When it happened. */
  readonly at: Date;
  /** The spectator's. */
  readonly language: Language;
  readonly hasAddress: boolean;
  readonly secrets: Pick<Secrets, 'reviewerToken' | 'hash'>;
}
