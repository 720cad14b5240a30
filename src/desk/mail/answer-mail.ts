import type { Clock } from '../../ports/clock';
import type { InboundMail, ReviewKey, StoredMail } from '../../ports/mail/inbound-mail';
import type { Letters } from '../../ports/mail/letters';
import type { MailFacts, MailJudgement, VerdictKind } from '../../ports/mail/mail-reader';

interface Needs {
  readonly ledger: Pick<InboundMail, 'mayAnswer'>;
  readonly letters: Pick<Letters, 'write'>;
  readonly clock: Clock;
}

interface Answering {
  readonly facts: MailFacts;
  readonly review: ReviewKey | undefined;
  readonly judgement: MailJudgement;
  readonly verdict: VerdictKind;
}

/** Gives the key of the answer, where there is one. */
export type AnswerMail = (stored: StoredMail, answering: Answering) => Promise<string | undefined>;

/** Told why nothing happened. A decision or an undo is echoed by the order's own story; the rest gets silence. */
const ANSWERED: readonly VerdictKind[] = [
  'unclear',
  'contradictory',
  'empty',
  'already-decided',
  'superseded',
  'expired',
  'nothing-to-undo',
  'not-applied',
  'unknown-token',
  'sender-mismatch',
  'another-reviewer',
  'too-big',
  'unreadable',
];

/** Writes the answer to a mail. Never to a stranger, never in a loop; and of the order nothing but to its reviewer. */
export function createAnswerMail({ ledger, letters, clock }: Needs): AnswerMail {
  return async (stored, { facts, review, judgement, verdict }) => {
    const { sender } = facts;
    if (sender === undefined || !judgement.authenticated || !facts.mayBeAnswered || !ANSWERED.includes(verdict)) return undefined;
    const at = clock.now();
    if (!(await ledger.mayAnswer(sender, `${verdict}:${review?.order ?? ''}`, at))) return undefined;
    const known = review?.addresses.some((address) => address.toLowerCase() === sender.toLowerCase()) ? review : undefined;
    const about = { mail: stored.id, ...(known && { review: known.review, reviewer: known.reviewer }) };
    return letters.write({ kind: 'answer', order: known?.order, about, language: 'fr', to: sender, at });
  };
}
