import type { LetterName } from '../../../domain/letter';
import { actorName } from '../../../domain/actor';
import type { SeatDecision } from '../../../domain/decision/decision';
import { keptDecided } from '../../../domain/proof-retention';
import { keepSeats } from '../../proofs/keeping';
import type { Writing } from '../writing';
import type { EffectOf } from './effect-of';

/** One row a seat, and what it means for the paper that was judged. */
export async function writeDecision(writing: Writing, effect: EffectOf<'write-decision'>): Promise<readonly LetterName[]> {
  const { trx, change, at } = writing;
  const settling = change.state.settling.find(({ command }) => command === effect.command);
  await trx('decisions').insert(
    effect.decisions.map((decision) => ({
      order_reference: change.state.order,
      command: effect.command,
      seat: decision.seat,
      review_no: effect.review ?? null,
      kind: decision.kind,
      reason: decision.kind === 'refuse' ? decision.reason : null,
      note_ref: 'noteRef' in decision ? (decision.noteRef ?? null) : null,
      actor: actorName(effect.by),
      door: effect.door,
      at,
      settles_at: settling ? new Date(settling.settlesAt) : null,
    })),
  );
  for (const decision of effect.decisions) await keepPaper(writing, decision, settling?.settlesAt ?? at.getTime());
  return [];
}

async function keepPaper(writing: Writing, { seat, kind }: SeatDecision, settlesAt: number): Promise<void> {
  for (const health of [true, false]) {
    const until = keptDecided({ kind, health, at: writing.at.getTime(), settlesAt });
    if (until !== undefined) await keepSeats(writing, { seats: [seat], until, health, atMost: true });
  }
}
