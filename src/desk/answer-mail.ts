import type { Clock } from '../ports/clock';
import type { InboundMail, ReviewKey, StoredMail } from '../ports/inbound-mail';
import type { Letters } from '../ports/letters';
import type { MailJudgement, OpenedMail, VerdictKind } from '../ports/mail-reader';

interface Needs {
  readonly ledger: Pick<InboundMail, 'mayAnswer'>;
  readonly letters: Pick<Letters, 'write'>;
  readonly clock: Clock;
}

interface Answering {
  readonly opened: OpenedMail;
  readonly review: ReviewKey | undefined;
  readonly judgement: MailJudgement;
  readonly verdict: VerdictKind;
}

export type AnswerMail = (stored: StoredMail, answering: Answering) => Promise<void>;

/** Told why nothing happened. A decision or an undo is echoed by the order's own story; the rest gets silence. */
const ANSWERED: readonly VerdictKind[] = [
  'unclear',
  'contradictory',
  'empty',
  'already-decided',
  'superseded',
  'expired',
  'nothing-to-undo',
  'unknown-token',
  'sender-mismatch',
  'too-big',
  'unreadable',
];

/** Writes the answer to a mail; it leaves with the next round of stray letters. Never to a stranger, never in a loop. */
export function createAnswerMail({ ledger, letters, clock }: Needs): AnswerMail {
  return async (stored, { opened, review, judgement, verdict }) => {
    const { sender } = opened;
    if (sender === undefined || !judgement.authenticated || !opened.mayBeAnswered || !ANSWERED.includes(verdict)) return;
    const at = clock.now();
    if (!(await ledger.mayAnswer(sender, `${verdict}:${review?.order ?? ''}`, at))) return;
    const about = { mail: stored.id, ...(review ? { review: review.review, reviewer: review.reviewer } : {}) };
    await letters.write({ kind: 'answer', order: review?.order, about, language: 'fr', to: sender, at });
  };
}
