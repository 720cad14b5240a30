import type { Knex } from 'knex';
import { keptAfterTickets } from '../../domain/proof-retention';
import { columns, rowsOf } from '../rows';
import { keepSeats } from './keeping';

interface Released {
  readonly order: string;
  readonly release: number;
  readonly at: Date;
}

/** The tickets have left: the papers of those seats have served. How long they stay is each tariff's own setting. */
export async function keepAfterTickets(trx: Knex.Transaction, { order, release, at }: Released): Promise<void> {
  const seats = trx('proof_seats')
    .join('positions', { 'positions.order_reference': 'proof_seats.order_reference', 'positions.no': 'proof_seats.seat' })
    .join('tariffs', 'tariffs.code', 'positions.tariff_code')
    .where('proof_seats.order_reference', order)
    .where('positions.release_no', release)
    .whereNull('proof_seats.replaced_at')
    .distinct();
  const rows = await rowsOf(seats, { seat: 'proof_seats.seat', ...columns('tariffs', 'retention_days', 'health') });
  for (const { seat, retention_days: days, health } of rows) {
    const until = keptAfterTickets(at.getTime(), { health: Boolean(health), days });
    await keepSeats({ trx, at, change: { state: { order } } }, { seats: [seat], until, atMost: true });
  }
}
