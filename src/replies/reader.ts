import type { MailAuthentication } from '../domain/mail-authentication';
import type { MeantDecision } from '../domain/decision/reply';
import type { SpokenAnswer } from '../domain/decision/spoken-answer';
import type { ReviewKey } from '../ports/mail/inbound-mail';
import type { MailJudgement, MailReader, OpenedMail, VerdictKind } from '../ports/mail/mail-reader';
import { authenticateMail } from './authentication';
import type { Authentication, AuthenticationMode } from './authentication';
import { dedupeKey } from './fingerprint';
import { createTimedReader } from './in-time';
import type { TimedReader } from './in-time';
import { judge } from './judge';
import type { TokenFacts, Verdict } from './judge';
import { machineKind } from './machine-mail';
import { mayBeAnswered } from './may-answer';
import { keptOfAStranger, keptToJudge } from './parts/kept-mail';
import { headOfMail } from './read-mail';
import type { ReadMail } from './read-mail';
import { isSameAddress } from '../domain/mail-address';
import { findToken } from './token';
import type { TokenFound } from './token';
import type { Understood } from './understand';

export interface MailReaderOptions {
  /** Plain addresses that we write from or are read by us: a mail of theirs is never answered. */
  readonly ownAddresses?: readonly string[];
  /** The plain address of our inbox, where there is one only: a secret in another address is none. */
  readonly inbox?: string;
  /** DNS for `mailauth`; the system's own when absent. */
  readonly resolver?: (name: string, type: string) => Promise<string[][]>;
  /** A thread with a time limit when absent. */
  readonly reader?: TimedReader;
}

const EXTRACT = 500;

/** Reads raw mails of anybody, each in bounded time, and judges them one question after the other. */
export function createMailReader(options: MailReaderOptions = {}): MailReader & { close(): Promise<void> } {
  const reader = options.reader ?? createTimedReader();
  return {
    async open(raw, whole) {
      const mail = whole ? await reader.read(raw) : headOfMail(raw, { kind: 'too-big', why: 'only the header was fetched' });
      const found = findToken(mail, options.inbox);
      const seen = await reader.understand(mail);
      const opened = { mail, found, raw, reader, resolver: options.resolver };
      return {
        ...factsOf(opened, seen),
        mayBeAnswered: mayBeAnswered(mail, options.ownAddresses ?? []),
        judge: (review, authentication) => judged(opened, review, authentication),
      };
    },

    keptToJudge,
    keptOfAStranger,
    close: () => reader.close(),
  };
}

interface Opened {
  readonly mail: ReadMail;
  readonly found: TokenFound | undefined;
  readonly raw: Buffer;
  readonly reader: TimedReader;
  readonly resolver: MailReaderOptions['resolver'];
}

function factsOf({ mail, found, raw }: Opened, { kept }: Understood): Omit<OpenedMail, 'judge' | 'mayBeAnswered'> {
  const { returned } = mail;
  return {
    token: found?.token,
    identity: mail.messageId ?? dedupeKey('', {}, raw),
    sender: mail.sender.kind === 'address' ? mail.sender.address : undefined,
    subject: mail.subject,
    messageId: mail.messageId,
    extract: kept.slice(0, EXTRACT),
    // with brackets, as our letters carry it
    returnedLetter: returned && { ...returned, messageId: returned.messageId === undefined ? undefined : `<${returned.messageId}>` },
  };
}

async function judged(opened: Opened, review: ReviewKey | undefined, settings: MailAuthentication): Promise<MailJudgement> {
  const { mail, found, reader } = opened;
  const authentication = await authenticated(opened, { review, settings });
  const { meaning } = await reader.understand(mail, review?.seats);
  const verdict = judge({
    ...(mail.failure && { failure: mail.failure }),
    ...(mail.enclosed && { enclosed: mail.enclosed }),
    machine: machineKind(mail),
    sender: mail.sender,
    authentication,
    token: tokenFacts(found, review),
    meaning,
    ...(found?.verdict && { byAddress: found.verdict }),
  });
  const empty = verdict.code === 'unclear' && meaning.intent === 'empty' && !found?.verdict;
  return {
    command: commandOf(verdict),
    verdict: empty ? 'empty' : kindOf(verdict),
    why: verdict.why,
    notUnderstood: verdict.code === 'unclear' || verdict.code === 'contradictory' ? meaning.notUnderstood : undefined,
    authenticated: isTheirs(mail, authentication, review),
    tryAgain: verdict.code === 'try-again',
  };
}

/** Of a mail too big to be read the header alone must tell that it is the reviewer's. */
function isTheirs({ failure, sender }: ReadMail, { result }: Authentication, review: ReviewKey | undefined): boolean {
  if (result !== 'pass' && result !== 'none') return false;
  return (
    failure?.kind !== 'too-big' ||
    (sender.kind === 'address' && review?.addresses.some((one) => isSameAddress(one, sender.address)) === true)
  );
}

interface Asked {
  readonly review: ReviewKey | undefined;
  readonly settings: MailAuthentication;
}

/** A stranger has us verify no more than this: a signature is of all the bytes, and costs as they do. */
const MOST_OF_A_STRANGER = 1024 * 1024;

async function authenticated({ mail, found, raw, resolver }: Opened, { review, settings }: Asked): Promise<Authentication> {
  if (!found) return { result: 'fail', why: 'no secret of ours: whoever wrote it decides nothing' };
  const mode = modeOf(settings, resolver);
  // No mail is to suffer for our own settings.
  if (!mode) return { result: 'temporary', why: 'the venue trusts Authentication-Results, but its settings do not say of which host' };
  if (mail.sender.kind !== 'address') return { result: 'fail', why: 'no single plain sender' };
  if (!review && raw.length > MOST_OF_A_STRANGER && mode.mode === 'mailauth')
    return { result: 'fail', why: 'too big to verify for a stranger' };
  // DKIM signs the whole of a mail.
  if (mail.failure?.kind === 'too-big' && mode.mode === 'mailauth') return { result: 'fail', why: 'too big to verify' };
  return authenticateMail({ raw, headers: mail.headers, domain: mail.sender.domain }, mode);
}

function modeOf(
  { mode, authservId, sameTenant }: MailAuthentication,
  resolver: MailReaderOptions['resolver'],
): AuthenticationMode | undefined {
  if (mode === 'mailauth') return { mode, ...(resolver && { resolver }) };
  if (mode === 'ar-topmost-noid') return { mode, sameTenant };
  if (mode === 'none') return { mode };
  return authservId ? { mode, authservId } : undefined;
}

/** Which seats are still open is the story's to say, when it obeys. */
function tokenFacts(found: TokenFound | undefined, review: ReviewKey | undefined): TokenFacts {
  if (!found) return { kind: 'absent' };
  if (found.ambiguous) return { kind: 'ambiguous' };
  if (!review) return { kind: 'unknown' };
  const { state, addresses, colleagues, seats } = review;
  return { kind: 'known', state, addresses, colleagues, seats, openSeats: seats };
}

/** `try-again` is never kept: the mail is judged again later. */
function kindOf({ code }: Verdict): VerdictKind {
  if (code === 'not-a-reply') return 'not-for-us';
  return code === 'try-again' ? 'authentication-failed' : code;
}

function commandOf({ command }: Verdict): MailJudgement['command'] {
  return command?.kind === 'decide' ? { kind: 'decide', answers: command.decisions.map(answerOf) } : command;
}

/** A bare « NON » says that this document will not do: then another one is asked for, and no reason is invented. */
function answerOf({ seats, decision, reason, words }: MeantDecision): SpokenAnswer {
  const said = { seats, kind: decision, ...(words !== undefined && { words }) };
  if (decision !== 'refuse') return said;
  return { ...said, reason: reason ?? (words?.trim() ? 'other' : 'insufficient') };
}
