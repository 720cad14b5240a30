import { HOUR } from '../../domain/time';
import type { Clock } from '../../ports/clock';
import type { InboundMail, MailVerdict, ReviewKey, StoredMail } from '../../ports/mail/inbound-mail';
import type { MailFacts, MailJudgement, MailReader, VerdictKind } from '../../ports/mail/mail-reader';
import type { Secrets } from '../../ports/secrets';
import type { AnswerMail } from './answer-mail';
import type { ApplyMail } from './apply-mail';
import type { FollowCorrection } from './follow-correction';
import { createKeepMail } from './keep-mail';

interface Needs {
  readonly ledger: InboundMail;
  readonly reader: MailReader;
  readonly applyMail: ApplyMail;
  readonly answerMail: AnswerMail;
  readonly followCorrection: FollowCorrection;
  readonly secrets: Pick<Secrets, 'hash'>;
  readonly clock: Clock;
  /** An answer leaves at once; what could not, leaves with the next round of stray letters. */
  readonly sendLetter?: (key: string) => Promise<unknown>;
  readonly warn?: (what: string, fault: unknown) => void;
}

export type Folder = 'handled' | 'to-check';
/** `later`: it cannot be judged now, and stays where it is. */
type Outcome = Folder | 'later';

/** A mail that was read and judged. Nothing has come of it yet. */
export interface Handling {
  /** The order it speaks of, where its secret tells: replies about one order are finished one after the other. */
  readonly order?: string | undefined;
  /** Obeys it, and says in which folder it belongs. May be cut anywhere and run again. */
  finish(): Promise<Outcome>;
}

export type HandleMail = (
  stored: StoredMail,
  mail: { readonly raw: Buffer; readonly whole: boolean; readonly mailbox: string },
) => Promise<Handling>;

/** These need nobody: they were obeyed, or are no reply at all. Everything else is on the « À vérifier » list. */
const NEEDS_NOBODY: readonly VerdictKind[] = [
  'applied',
  'undone',
  'duplicate',
  'machine',
  'bounce',
  'already-decided',
  'superseded',
  'unseen',
  'nothing-to-undo',
];

/** A mail whose own fault it is that reading fails is put aside after so many tries; the others go on. */
const TRIES = 5;
/** How long the sender's DNS is waited for. */
const LONGEST_DOUBT_MS = HOUR;

/** Judges a stored mail once. */
export function createHandleMail(needs: Needs): HandleMail {
  const { ledger, reader, secrets } = needs;
  const finish = createFinish(needs);
  const keepMail = createKeepMail(needs);

  return async (stored, { raw, whole, mailbox }) => {
    if (stored.verdict !== undefined) return at(folderOf(stored.needsAPerson === true));
    const opened = await tried(stored, () => reader.open(raw, whole));
    if (typeof opened === 'string') return at(opened);
    const { judge, ...facts } = opened;
    const review = facts.token === undefined ? undefined : await ledger.reviewByToken(secrets.hash(facts.token));
    const authentication = await ledger.authenticationOf(mailbox);
    const judgement = await tried(stored, () => judge(review, authentication));
    if (typeof judgement === 'string') return { ...at(judgement), order: review?.order };
    await keepMail(stored.id, { raw, whole, review, judgement });
    return { order: review?.order, finish: () => finish(stored, { facts, review, judgement }) };
  };

  /** A fault while reading is the mail's own: it is tried some times, then put aside for a person. */
  async function tried<T extends object>({ id }: StoredMail, read: () => Promise<T>): Promise<T | Outcome> {
    try {
      return await read();
    } catch (fault) {
      const tries = await ledger.countFailure(id);
      needs.warn?.(`inbound mail ${id} cannot be read${tries < TRIES ? '' : ' and was put aside for a person'}`, fault);
      if (tries < TRIES) return 'later';
      const why = `reading failed ${TRIES} times: ${fault instanceof Error ? fault.message.slice(0, 200) : typeof fault}`;
      await ledger.judge(id, { verdict: 'unreadable', why, needsAPerson: true });
      return 'to-check';
    }
  }
}

interface Judged {
  readonly facts: MailFacts;
  readonly review: ReviewKey | undefined;
  readonly judgement: MailJudgement;
}

function createFinish({ ledger, applyMail, answerMail, followCorrection, clock, sendLetter, warn }: Needs) {
  return async (stored: StoredMail, judged: Judged): Promise<Outcome> => {
    const { facts, review, judgement } = judged;
    if (judgement.tryAgain) return postponed(stored, judged);
    if (judgement.verdict === 'bounce') return bounced(stored, judged);
    const { command } = judgement;
    const came = review && command ? await applyMail(stored, { facts, review, command }) : judgement;
    const verdict = verdictOf(judged, { verdict: came.verdict, why: came.why ?? judgement.why });
    // The answer is written first: run again after a cut, the same letter is written once.
    const late = 'late' in came ? came.late : undefined;
    const unseen = 'unseen' in came ? came.unseen : undefined;
    const answer = await answerMail(stored, { facts, review, judgement, verdict: came.verdict, late, unseen });
    await ledger.judge(stored.id, verdict);
    send(answer);
    return folderOf(verdict.needsAPerson);
  };

  /** DNS or the like is away, which is not the mail's fault. Still it comes before a person rather than wait for ever. */
  async function postponed(stored: StoredMail, judged: Judged): Promise<Outcome> {
    const { why } = judged.judgement;
    warn?.(`inbound mail ${stored.id} cannot be judged now: ${why}`, undefined);
    if (Date.parse(clock.now()) - Date.parse(stored.receivedAt) < LONGEST_DOUBT_MS) return 'later';
    await ledger.judge(stored.id, verdictOf(judged, { verdict: 'not-verifiable', why }));
    return 'to-check';
  }

  async function bounced(stored: StoredMail, judged: Judged): Promise<Folder> {
    const { facts, judgement } = judged;
    const letter = facts.returnedLetter === undefined ? undefined : await ledger.markBounced(facts.returnedLetter, clock.now());
    // Before the mail is judged: a run that is cut short asks again.
    const again = letter?.late && (await followCorrection(letter.late));
    const why = letter ? judgement.why : 'a letter came back, and no letter of ours is known by it';
    const verdict = { ...verdictOf(judged, { verdict: 'bounce', why }), order: letter?.order, needsAPerson: letter === undefined };
    await ledger.judge(stored.id, verdict);
    send(letter?.told);
    send(again);
    return folderOf(verdict.needsAPerson);
  }

  /** It leaves at once, or with the next round of stray letters. */
  function send(key: string | undefined): void {
    if (key === undefined) return;
    sendLetter?.(key).catch((fault: unknown) => warn?.('a letter about a mail leaves with the next round', fault));
  }
}

function at(outcome: Outcome): Handling {
  return { finish: () => Promise.resolve(outcome) };
}

function folderOf(needsAPerson: boolean): Folder {
  return needsAPerson ? 'to-check' : 'handled';
}

function verdictOf(
  { facts, review, judgement }: Judged,
  { verdict, why }: { readonly verdict: VerdictKind; readonly why: string },
): MailVerdict {
  return {
    verdict,
    why,
    order: review?.order,
    review: review?.review,
    reviewer: review?.reviewer,
    sender: facts.sender,
    subject: facts.subject,
    messageId: facts.messageId,
    extract: facts.extract,
    notUnderstood: judgement.notUnderstood,
    needsAPerson: !NEEDS_NOBODY.includes(verdict),
  };
}
