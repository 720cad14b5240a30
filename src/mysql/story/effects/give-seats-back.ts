import { keptAfterCancellation } from '../../../domain/proof-retention';
import type { NewLetter } from '../../letters/outgoing-mail';
import { keepSeats } from '../../proofs/keeping';
import type { Writing } from '../writing';
import type { EffectOf } from './effect-of';

/** Back to sale. */
export async function giveSeatsBack(writing: Writing, { seats }: EffectOf<'give-seats-back'>): Promise<readonly NewLetter[]> {
  await keepSeats(writing, { seats, until: keptAfterCancellation(writing.at.getTime()), atMost: true });
  return [];
}
