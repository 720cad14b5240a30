import { keptUndecided } from '../../domain/proof-retention';
import { freeSeats, keepSeats } from '../proofs/keeping';
import type { Writing } from './writing';

const DEPOSIT = /^deposit-(.+)$/;

/** What an event itself does to proofs; what a decision does to them is in the effects. */
export async function writeProofs(writing: Writing): Promise<void> {
  const { event } = writing.change;
  if (event.kind === 'proof-deposited') {
    const sending = DEPOSIT.exec(event.command)?.[1];
    if (sending !== undefined) await accept(writing, sending, event.seats);
  }
  if (event.kind === 'proof-withdrawn') await freeSeats(writing, [event.seat]);
}

/** The story took the proofs sent together: they replace those that their seats had. */
async function accept(writing: Writing, sending: string, seats: readonly number[]): Promise<void> {
  const { trx, change, at } = writing;
  await freeSeats(writing, seats);
  await trx('proofs').where({ sending, order_reference: change.state.order }).whereNull('dropped_at').update({ accepted_at: at });
  await keepSeats(writing, { seats, until: keptUndecided(change.state.performanceAt) });
}
