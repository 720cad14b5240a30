import { Refusal } from '../domain/refusal';
import type { InboundMail, ReviewKey, StoredMail } from '../ports/inbound-mail';
import type { MailJudgement, OpenedMail, VerdictKind } from '../ports/mail-reader';
import type { Secrets } from '../ports/secrets';
import type { ChangeOrder } from './change-order';
import type { createRecordDecision } from './record-decision';

interface Needs {
  readonly ledger: Pick<InboundMail, 'claim'>;
  readonly secrets: Pick<Secrets, 'hash'>;
  readonly recordDecision: ReturnType<typeof createRecordDecision>;
  readonly changeOrder: Pick<ChangeOrder, 'undo'>;
}

interface Applying {
  readonly opened: OpenedMail;
  readonly review: ReviewKey;
  readonly command: NonNullable<MailJudgement['command']>;
}

export type ApplyMail = (stored: StoredMail, applying: Applying) => Promise<VerdictKind>;

/**
 * Obeys a mail that was found to be a reviewer's own. Its dedupe key, the secret's hash with the mail's identity, is
 * claimed only now, after authentication, and is the Update's id: the same mail fetched again changes nothing.
 */
export function createApplyMail({ ledger, secrets, recordDecision, changeOrder }: Needs): ApplyMail {
  return async (stored, { opened, review, command }) => {
    const key = `mail-${secrets.hash(`${secrets.hash(opened.token ?? '')}\n${opened.identity}`).slice(0, 40)}`;
    if (!(await ledger.claim(stored.id, key))) return 'duplicate';
    const head = { command: key, by: { role: 'reviewer', id: review.reviewer }, door: 'mail' } as const;
    try {
      if (command.kind === 'undo') {
        await changeOrder.undo(review.order, head);
        return 'undone';
      }
      const { late } = await recordDecision.decide(review.order, { ...head, review: review.review, answers: command.answers });
      return late.length > 0 && command.answers.every(({ seats }) => seats !== 'all' && seats.every((seat) => late.includes(seat)))
        ? 'already-decided'
        : 'applied';
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      return verdictOf(refusal);
    }
  };
}

/** What the rules refuse is a verdict like any other, and is answered in words. */
function verdictOf({ code }: Refusal): VerdictKind {
  switch (code) {
    case 'already-decided':
    case 'not-allowed-now':
      return 'already-decided';
    case 'review-superseded':
      return 'superseded';
    case 'nothing-to-undo':
    case 'too-late-to-undo':
      return 'nothing-to-undo';
    case 'order-over':
    case 'order-not-found':
      return 'expired';
    default:
      return 'unclear';
  }
}
