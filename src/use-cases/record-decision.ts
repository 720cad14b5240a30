import { cleaned } from '../domain/free-text';
import { actorName } from '../domain/actor';
import type { SeatNo } from '../domain/decision/decision';
import { seatWithOthers, sortBySight } from '../domain/decision/seen';
import type { Reason } from '../domain/decision/reason';
import { Refusal } from '../domain/refusal';
import type { SpokenAnswer } from '../domain/decision/spoken-answer';
import type { Attestations } from '../ports/attestations';
import type { Clock } from '../ports/clock';
import type { Notes } from '../ports/notes';
import type { CommandHead, Obeyed, OrderRuns } from '../ports/order-runs';
import type { Proofs } from '../ports/proofs/proofs';
import type { Reach } from './reach-story';

export type Decision = CommandHead & {
  readonly answers: readonly SpokenAnswer[];
  readonly review?: number | undefined;
  /** The files that were before whoever answers; by mail we know them ourselves. */
  readonly shown?: readonly string[] | undefined;
  /** What whoever accepts has confirmed, in the very words that were before them (docs/domain.md 4.2). */
  readonly attestation?: string | undefined;
};
export type Revocation = CommandHead & { readonly seat: SeatNo; readonly reason: Reason; readonly words?: string | undefined };

interface Needs {
  readonly runs: OrderRuns;
  readonly reach: Reach;
  readonly notes: Notes;
  readonly attestations: Attestations;
  readonly proofs: Pick<Proofs, 'seatsToJudge'>;
  readonly clock: Clock;
}

export type RecordDecision = ReturnType<typeof createRecordDecision>;

const LONGEST_NOTE = 2000;

/** One command for the desk, the API and the mail. Words are stored first; the command carries only where they lie. */
export function createRecordDecision({ runs, reach, notes, attestations, proofs, clock }: Needs) {
  return {
    async decide(order: string, decision: Decision): Promise<Obeyed> {
      const { answers: all, attestation, ...head } = decision;
      const { answers: spoken, unseen, shown } = await sighted(order, head, all);
      if (attestation !== undefined && spoken.some(({ kind }) => kind === 'approve')) await attest(order, head, attestation);
      const answers = await Promise.all(
        spoken.map(async ({ words, ...answer }, index) => ({ ...answer, noteRef: await keep(order, head, { words, index }) })),
      );
      return reach(order, head, () => runs.decide(order, { ...head, answers, shown, ...(unseen.length > 0 && { unseen }) }));
    },

    async revoke(order: string, { words, ...revocation }: Revocation): Promise<Obeyed> {
      const noteRef = await keep(order, revocation, { words, index: 0 });
      return reach(order, revocation, () => runs.revoke(order, { ...revocation, noteRef }));
    },
  };

  /** A reply may speak of several seats at once: those that were seen are answered. Elsewhere one asks seat by seat. */
  async function sighted(order: string, { by, door, shown }: Omit<Decision, 'answers'>, answers: readonly SpokenAnswer[]) {
    const seats = await proofs.seatsToJudge(order, by);
    const sorted = sortBySight(answers, { seats, door });
    const [first] = sorted.unseen;
    if (first !== undefined && (door !== 'mail' || sorted.answers.length === 0)) {
      throw new Refusal('proof-not-seen', `The proofs of seats ${sorted.unseen.join(', ')} were not opened.`, {
        seat: first,
        ...(door === 'api' && { door }),
      });
    }
    if (door === 'mail') return { ...sorted, shown: seats.flatMap(({ files }) => files) };
    const other = shown && seatWithOthers(sorted.answers, { seats, shown });
    if (other !== undefined) throw new Refusal('review-superseded', `Other proofs of seat ${other} have come.`, { seat: other });
    return { ...sorted, shown };
  }

  async function attest(order: string, head: CommandHead, sentence: string): Promise<void> {
    await attestations.write({ order, command: head.command, sentence, by: actorName(head.by), at: clock.now() });
  }

  async function keep(order: string, head: CommandHead, said: { words?: string | undefined; index: number }): Promise<string | undefined> {
    const text = said.words && cleaned(said.words).slice(0, LONGEST_NOTE);
    if (!text) return undefined;
    const ref = `${head.command}/${said.index}`;
    await notes.write({ ref, order, text, by: actorName(head.by), at: clock.now() });
    return ref;
  }
}
