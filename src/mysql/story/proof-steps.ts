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

/** The story took the proofs sent together: they replace those that their seats had, unless they were sent to join them. */
async function accept(writing: Writing, sending: string, seats: readonly number[]): Promise<void> {
  const { trx, change, at } = writing;
  const sent = { sending, order_reference: change.state.order };
  const joining = await trx('proofs')
    .where({ ...sent, adds: true })
    .first('id');
  if (!joining) await freeSeats(writing, seats);
  await trx('proofs').where(sent).whereNull('dropped_at').update({ accepted_at: at });
  await keepSeats(writing, { seats, until: keptUndecided(change.state.performanceAt) });
}
