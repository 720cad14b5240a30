import { keptUndecided } from '../../domain/proof-retention';
import { freeSeats, keepSeats } from '../proofs/keeping';
import type { Writing } from './writing';

const DEPOSIT = /^deposit-(.+)$/;

/** What an event itself does to proofs; what a decision does to them is in the effects. */
export async function writeProofs(writing: Writing): Promise<void> {
  const { event } = writing.change;
  if (event.kind === 'proof-deposited') {
    const id = DEPOSIT.exec(event.command)?.[1];
    if (id !== undefined) await accept(writing, id, event.seats);
  }
  if (event.kind === 'proof-withdrawn') await freeSeats(writing, [event.seat]);
}

/** The story took the proof: it replaces those that its seats had. */
async function accept(writing: Writing, id: string, seats: readonly number[]): Promise<void> {
  const { trx, change, at } = writing;
  await freeSeats(writing, seats);
  await trx('proofs').where({ id, order_reference: change.state.order }).whereNull('dropped_at').update({ accepted_at: at });
  await keepSeats(writing, { seats, until: keptUndecided(change.state.performanceAt) });
}
