import type { LetterName } from '../../../domain/letter';
import { keptAfterCancellation } from '../../../domain/proof-retention';
import { FREE } from '../../orders/place-states';
import { keepSeats } from '../../proofs/keeping';
import type { Writing } from '../writing';
import type { EffectOf } from './effect-of';

/** Back to sale. The position remembers its place, the place forgets the position. */
export async function giveSeatsBack(writing: Writing, { seats }: EffectOf<'give-seats-back'>): Promise<readonly LetterName[]> {
  await writing
    .trx('performance_places')
    .where({ order_reference: writing.change.state.order })
    .whereIn('position_no', [...seats])
    .update(FREE);
  await keepSeats(writing, { seats, until: keptAfterCancellation(writing.at.getTime()), atMost: true });
  return [];
}
