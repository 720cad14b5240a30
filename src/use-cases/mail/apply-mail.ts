import { ATTESTATION_BY_REPLY } from '../../domain/decision/attestation';
import type { SeatNo } from '../../domain/decision/decision';
import { wordsBeyond } from '../../domain/decision/reason-wording';
import type { SpokenAnswer } from '../../domain/decision/spoken-answer';
import { Refusal } from '../../domain/refusal';
import type { RefusalCode } from '../../domain/refusal';
import type { InboundMail, ReviewKey, StoredMail } from '../../ports/mail/inbound-mail';
import type { MailFacts, MailJudgement, VerdictKind } from '../../ports/mail/mail-reader';
import type { Secrets } from '../../ports/secrets';
import type { ChangeOrder } from '../change-order';
import type { createRecordDecision } from '../record-decision';

interface Needs {
  readonly ledger: Pick<InboundMail, 'claim'>;
  readonly secrets: Pick<Secrets, 'hash'>;
  readonly recordDecision: Pick<ReturnType<typeof createRecordDecision>, 'decide'>;
  readonly changeOrder: Pick<ChangeOrder, 'undo'>;
}

interface Applying {
  readonly facts: MailFacts;
  readonly review: ReviewKey;
  readonly command: NonNullable<MailJudgement['command']>;
}

/** What a command came to; `why` where the judgement alone does not tell. */
interface Applied {
  readonly verdict: VerdictKind;
  readonly why?: string | undefined;
  /** Seats that were decided before. */
  readonly late?: readonly SeatNo[] | undefined;
  /** Seats whose proofs were not shown to the writer. */
  readonly unseen?: readonly SeatNo[] | undefined;
}

export type ApplyMail = (stored: StoredMail, applying: Applying) => Promise<Applied>;

/**
 * Obeys a mail that was found to be a reviewer's own. Its dedupe key, the secret's hash with the mail's identity, is
 * claimed only now, after authentication, and is the Update's id: the same mail fetched again changes nothing.
 */
export function createApplyMail({ ledger, secrets, recordDecision, changeOrder }: Needs): ApplyMail {
  return async (stored, { facts, review, command }) => {
    const key = `mail-${secrets.hash(`${secrets.hash(facts.token ?? '')}\n${facts.identity}`).slice(0, 40)}`;
    if (!(await ledger.claim(stored.id, key))) return { verdict: 'duplicate', why: 'the same mail was handled before' };
    const head = { command: key, by: { role: 'reviewer', id: review.reviewer }, door: 'mail' } as const;
    try {
      if (command.kind === 'undo') {
        await changeOrder.undo(review.order, head);
        return { verdict: 'undone' };
      }
      const attestation = ATTESTATION_BY_REPLY.fr; // staff read French: it stood at the foot of the letter
      await recordDecision.decide(review.order, { ...head, review: review.review, answers: command.answers.map(messageOnly), attestation });
      return { verdict: 'applied' };
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const verdict = VERDICTS[refusal.code] ?? 'not-applied';
      return { verdict, why: refusal.message, ...seatsTold(verdict, seatsOf(command, review)) };
    }
  };
}

/** Letter and echo tell every word of a decision: what a reply only names its reason with is left out of it. */
function messageOnly(answer: SpokenAnswer): SpokenAnswer {
  return answer.kind === 'refuse' && answer.reason ? { ...answer, words: wordsBeyond(answer.reason, answer.words) } : answer;
}

/** Which seats the answer to the mail is about. */
function seatsTold(verdict: VerdictKind, seats: readonly SeatNo[]): Pick<Applied, 'late' | 'unseen'> {
  if (verdict === 'already-decided') return { late: seats };
  return verdict === 'unseen' ? { unseen: seats } : {};
}

function seatsOf(command: Applying['command'], { seats }: ReviewKey): readonly SeatNo[] {
  if (command.kind === 'undo') return [];
  return [...new Set(command.answers.flatMap((answer) => (answer.seats === 'all' ? seats : answer.seats)))];
}

/** What the rules refuse is a verdict like any other, and is answered in words. */
const VERDICTS: Partial<Record<RefusalCode, VerdictKind>> = {
  'already-decided': 'already-decided',
  'not-allowed-now': 'already-decided',
  'review-superseded': 'superseded',
  'proof-not-seen': 'unseen',
  'nothing-to-undo': 'nothing-to-undo',
  'too-late-to-undo': 'nothing-to-undo',
  'order-over': 'expired',
  'order-not-found': 'expired',
};
