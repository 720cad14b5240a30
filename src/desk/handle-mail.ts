import type { InboundMail, MailVerdict, ReviewKey, StoredMail } from '../ports/inbound-mail';
import type { MailJudgement, MailReader, OpenedMail, VerdictKind } from '../ports/mail-reader';
import type { Secrets } from '../ports/secrets';
import type { AnswerMail } from './answer-mail';
import type { ApplyMail } from './apply-mail';
import type { Clock } from '../ports/clock';

interface Needs {
  readonly ledger: InboundMail;
  readonly reader: MailReader;
  readonly applyMail: ApplyMail;
  readonly answerMail: AnswerMail;
  readonly secrets: Secrets;
  readonly clock: Clock;
}

export type Folder = 'handled' | 'to-check';
export type HandleMail = (
  stored: StoredMail,
  mail: { readonly raw: Buffer; readonly whole: boolean; readonly mailbox: string },
) => Promise<Folder>;

/** These need nobody: they were obeyed, or are no reply at all. Everything else is on the « À vérifier » list. */
const NEEDS_NOBODY: readonly VerdictKind[] = [
  'applied',
  'undone',
  'duplicate',
  'machine',
  'bounce',
  'already-decided',
  'superseded',
  'nothing-to-undo',
];

/** A mail whose own fault it is that reading fails is put aside after so many tries; the others go on. */
const TRIES = 5;

/** Judges a stored mail once, obeys it, and says in which folder it belongs. May be cut anywhere and run again. */
export function createHandleMail({ ledger, reader, applyMail, answerMail, secrets, clock }: Needs): HandleMail {
  return async (stored, { raw, whole, mailbox }) => {
    if (stored.verdict !== undefined) return folderOf(stored.needsAPerson === true);
    const opened = await open(stored, raw, whole);
    if (!opened) return settle(stored, { verdict: 'unreadable', why: `reading failed ${TRIES} times`, needsAPerson: true });
    const review = opened.token === undefined ? undefined : await ledger.reviewByToken(secrets.hash(opened.token));
    const judgement = await opened.judge(review, await ledger.authenticationOf(mailbox));
    if (judgement.tryAgain) throw new Error(`The mail cannot be judged now: ${judgement.why}`);
    if (judgement.verdict === 'bounce') return bounced(stored, opened, judgement);
    const verdict =
      review && judgement.command ? await applyMail(stored, { opened, review, command: judgement.command }) : judgement.verdict;
    await answerMail(stored, { opened, review, judgement, verdict });
    return settle(stored, verdictOf(opened, judgement, { verdict, review }));
  };

  /** A fault while reading is the mail's own; it rises until it has been seen often enough. */
  async function open(stored: StoredMail, raw: Buffer, whole: boolean): Promise<OpenedMail | undefined> {
    try {
      return await reader.open(raw, whole);
    } catch (fault) {
      if ((await ledger.countFailure(stored.id)) < TRIES) throw fault;
      return undefined;
    }
  }

  async function bounced(stored: StoredMail, opened: OpenedMail, judgement: MailJudgement): Promise<Folder> {
    const order = opened.returnedLetter === undefined ? undefined : await ledger.markBounced(opened.returnedLetter, clock.now());
    const known = order !== undefined;
    return settle(stored, { ...verdictOf(opened, judgement, { verdict: 'bounce', review: undefined }), order, needsAPerson: !known });
  }

  async function settle(stored: StoredMail, verdict: MailVerdict): Promise<Folder> {
    await ledger.judge(stored.id, verdict);
    return folderOf(verdict.needsAPerson);
  }
}

function folderOf(needsAPerson: boolean): Folder {
  return needsAPerson ? 'to-check' : 'handled';
}

function verdictOf(
  opened: OpenedMail,
  judgement: MailJudgement,
  { verdict, review }: { readonly verdict: VerdictKind; readonly review: ReviewKey | undefined },
): MailVerdict {
  return {
    verdict,
    why: judgement.why,
    order: review?.order,
    review: review?.review,
    reviewer: review?.reviewer,
    sender: opened.sender,
    subject: opened.subject,
    extract: opened.extract,
    notUnderstood: judgement.notUnderstood,
    needsAPerson: !NEEDS_NOBODY.includes(verdict),
  };
}
