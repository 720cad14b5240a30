import { isSameAddress } from '../../domain/mail-address';
import type { SeatNo } from '../../domain/decision/decision';
import type { Clock } from '../../ports/clock';
import type { InboundMail, ReviewKey, StoredMail } from '../../ports/mail/inbound-mail';
import type { MailFacts, MailJudgement, VerdictKind } from '../../ports/mail/mail-reader';

interface Needs {
  readonly ledger: Pick<InboundMail, 'answer'>;
  readonly clock: Clock;
}

interface Answering {
  readonly facts: MailFacts;
  readonly review: ReviewKey | undefined;
  readonly judgement: MailJudgement;
  readonly verdict: VerdictKind;
  /** Seats that somebody else had decided before. */
  readonly late?: readonly SeatNo[] | undefined;
  /** Seats whose proofs were not shown to the writer. */
  readonly unseen?: readonly SeatNo[] | undefined;
}

/** Gives the key of the answer, where there is one. */
export type AnswerMail = (stored: StoredMail, answering: Answering) => Promise<string | undefined>;

/** Told why nothing happened. A decision or an undo is echoed by the order's own story; the rest gets silence. */
const ANSWERED: readonly VerdictKind[] = [
  'unclear',
  'contradictory',
  'empty',
  'cannot-see',
  'forwarded',
  'enclosed',
  'already-decided',
  'superseded',
  'unseen',
  'expired',
  'retired',
  'nothing-to-undo',
  'not-applied',
  'unknown-token',
  'sender-mismatch',
  'another-reviewer',
  'too-big',
  'unreadable',
];

/** Writes the answer to a mail. Never to a stranger, never in a loop; and of the order nothing but to its reviewer. */
export function createAnswerMail({ ledger, clock }: Needs): AnswerMail {
  return async (stored, { facts, review, judgement, verdict, late, unseen }) => {
    const { sender } = facts;
    if (sender === undefined || !judgement.authenticated || !facts.mayBeAnswered || !ANSWERED.includes(verdict)) return undefined;
    const known = review?.addresses.some((address) => isSameAddress(address, sender)) ? review : undefined;
    const seats = { ...(late && { late }), ...(unseen && { unseen }) };
    const about = { mail: stored.id, ...(known && { review: known.review, reviewer: known.reviewer, ...seats }) };
    return ledger.answer({ kind: 'answer', order: known?.order, about, language: 'fr', to: sender, at: clock.now() }, verdict);
  };
}
