import type { MeantDecision } from '../domain/decision/reply';
import { authenticateMail } from './authentication';
import type { Authentication, AuthenticationMode } from './authentication';
import { judge, decisionsByAddress } from './judge';
import type { TokenFacts, Verdict } from './judge';
import { machineKind } from './machine-mail';
import type { MachineKind } from './machine-mail';
import { readMail } from './read-mail';
import type { ReadMail } from './read-mail';
import { findToken } from './token';
import type { TokenFound } from './token';
import { understand } from './understand';
import type { MailWords, Understood } from './understand';
import { isSameAddress } from '../domain/mail-address';

/** One line of `contremarque mail explain` without the file's name: kept stable (docs/contracts.md). */
export interface Explanation {
  readonly machine: MachineKind | null;
  readonly token: 'unchecked' | TokenFacts['kind'] | 'superseded' | 'expired' | 'retired';
  readonly sender: 'unchecked' | 'reviewer' | 'other' | 'refused';
  readonly authentication: Authentication['result'] | 'unchecked';
  readonly reply: string;
  readonly intent: 'decision' | 'undo' | 'unclear' | 'empty';
  readonly decisions: readonly Pick<MeantDecision, 'seats' | 'decision' | 'reason'>[];
  readonly verdict: Verdict['code'];
  readonly why: string;
}

export interface ExplainSettings {
  /** How many seats the letter listed; absent: not known. */
  readonly seats?: number;
  readonly authentication?: AuthenticationMode;
  /** The plain address of our inbox, where it is known. */
  readonly inbox?: string;
  /** Looks a secret up; without a database there is none. */
  readonly lookUp?: (token: string) => Promise<TokenFacts>;
  /** As the worker has it, in a thread with a time limit. */
  readonly reader?: Reader;
}

interface Reader {
  read(raw: Buffer): Promise<ReadMail>;
  understand(words: MailWords, listed?: readonly number[]): Promise<Understood>;
}

const DIRECT: Reader = { read: readMail, understand: (words, listed) => Promise.resolve(understand(words, listed)) };

/** What the worker would make of a raw mail, step by step, by the same code. */
export async function explainMail(raw: Buffer, settings: ExplainSettings = {}): Promise<Explanation> {
  const reader = settings.reader ?? DIRECT;
  const mail = await reader.read(raw);
  const machine = machineKind(mail);
  const found = findToken(mail, settings.inbox);
  const token = await tokenFacts(found, settings);
  const authentication = await authenticated(raw, mail, settings);
  const { kept, meaning } = await reader.understand(mail, seatsOf(token, settings));
  const byAddress = found?.verdict;
  const judged = {
    ...(mail.failure && { failure: mail.failure }),
    ...(mail.enclosed && { enclosed: mail.enclosed }),
    machine,
    sender: mail.sender,
    authentication,
    token,
    meaning,
    ...(byAddress && { byAddress }),
  };
  const verdict = judge(judged);
  const decisions = machine !== null ? [] : byAddress ? decisionsByAddress(byAddress, meaning) : meaning.decisions;
  return {
    machine,
    token: token.kind === 'known' && token.state !== 'open' ? token.state : token.kind,
    sender: senderWord(mail, token),
    authentication: settings.authentication ? authentication.result : 'unchecked',
    reply: kept,
    intent: intentOf(machine, decisions, meaning.intent),
    decisions: decisions.map(({ seats, decision, reason }) => ({ seats, decision, ...(reason && { reason }) })),
    verdict: verdict.code,
    why: verdict.why,
  };
}

/** Machines mean nothing; a decision that the address alone carries is one. */
function intentOf(machine: MachineKind | null, decisions: readonly unknown[], said: Explanation['intent']): Explanation['intent'] {
  if (machine !== null) return said === 'empty' ? 'empty' : 'unclear';
  if (decisions.length > 0) return 'decision';
  return said === 'decision' ? 'unclear' : said;
}

async function tokenFacts(found: TokenFound | undefined, { lookUp, seats }: ExplainSettings): Promise<TokenFacts> {
  if (!lookUp) return { kind: 'unchecked', ...(seats !== undefined && { seats: numbered(seats) }) };
  if (!found) return { kind: 'absent' };
  return found.ambiguous ? { kind: 'ambiguous' } : lookUp(found.token);
}

function seatsOf(token: TokenFacts, { seats }: ExplainSettings): readonly number[] | undefined {
  if (token.kind === 'known') return token.seats;
  return seats === undefined ? undefined : numbered(seats);
}

function numbered(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}

async function authenticated(raw: Buffer, mail: ReadMail, { authentication }: ExplainSettings): Promise<Authentication> {
  if (!authentication) return { result: 'none', why: 'no mode configured' };
  if (mail.sender.kind !== 'address') return { result: 'fail', why: 'no single plain sender' };
  if (mail.failure?.kind === 'too-big' && authentication.mode === 'mailauth') return { result: 'fail', why: 'too big to verify' };
  return authenticateMail({ raw, headers: mail.headers, domain: mail.sender.domain }, authentication);
}

function senderWord(mail: ReadMail, token: TokenFacts): Explanation['sender'] {
  if (token.kind !== 'known') return mail.sender.kind === 'refused' && token.kind !== 'unchecked' ? 'refused' : 'unchecked';
  const { sender } = mail;
  if (sender.kind === 'refused') return 'refused';
  return token.addresses.some((address) => isSameAddress(address, sender.address)) ? 'reviewer' : 'other';
}
