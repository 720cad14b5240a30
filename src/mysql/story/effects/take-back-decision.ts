import type { LetterName } from '../../../domain/letter';
import { keptUndecided } from '../../../domain/proof-retention';
import { keepSeats } from '../../proofs/keeping';
import type { Writing } from '../writing';
import type { EffectOf } from './effect-of';

/** The rows stay and say that they were taken back; the papers are needed again. */
export async function takeBackDecision(writing: Writing, effect: EffectOf<'take-back-decision'>): Promise<readonly LetterName[]> {
  const { trx, change, at } = writing;
  const taken = { order_reference: change.state.order, command: effect.command };
  await trx('decisions')
    .where(taken)
    .whereNull('taken_back_at')
    .update({ taken_back_at: at, taken_back_command: 'command' in change.event ? change.event.command : null });
  const seats = await trx('decisions').where(taken).pluck('seat');
  await keepSeats(writing, { seats, until: keptUndecided(change.state.performanceAt) });
  return [];
}
