import type { SeatNo } from '../domain/decision/decision';
import type { MeantDecision, Meaning } from '../domain/decision/reply';
import type { Authentication } from './authentication';
import { tellable } from './meaning/tellable';
import type { Enclosure } from './parts/enclosure';
import type { AddressVerdict } from './token';
import type { MachineKind } from './machine-mail';
import { isSameAddress } from '../domain/mail-address';
import type { Sender } from './sender';

/** What was taken out of a mail, and what the caller looked up about its token. No I/O is done here. */
export interface JudgedMail {
  readonly failure?: { readonly kind: 'too-big' | 'unreadable'; readonly why: string };
  readonly machine: MachineKind | null;
  readonly sender: Sender;
  readonly authentication: Authentication;
  readonly token: TokenFacts;
  readonly meaning: Meaning;
  /** What the words are closed in, where they are. */
  readonly enclosed?: Enclosure;
  /** The second road: the recipient's address names the decision. */
  readonly byAddress?: AddressVerdict;
}

export type TokenFacts =
  /** Nobody looked it up (`mail explain` without a database): judged as if it were right. */
  | { readonly kind: 'unchecked'; readonly seats?: readonly SeatNo[] }
  /** The mail has none: it answers none of our letters. */
  | { readonly kind: 'absent' }
  /** Two of our secrets, or two answers, in one place of the mail. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      readonly state: 'open' | 'superseded' | 'expired' | 'retired';
      readonly addresses: readonly string[];
      /** Of the venue's other reviewers: each holds a secret of their own. */
      readonly colleagues?: readonly string[];
      /** The seats that the letter listed, and those of them that still wait for a decision. */
      readonly seats: readonly SeatNo[];
      readonly openSeats: readonly SeatNo[];
    };

const VERDICTS = [
  'applied',
  'unclear',
  'contradictory',
  'cannot-see',
  'forwarded',
  'enclosed',
  'already-decided',
  'unknown-token',
  'expired',
  'retired',
  'superseded',
  'sender-mismatch',
  'another-reviewer',
  'several-senders',
  'odd-sender',
  'authentication-failed',
  'try-again',
  'too-big',
  'unreadable',
  'machine',
  'bounce',
  'duplicate',
  'not-a-reply',
] as const;

/** `duplicate` is the caller's: only the ledger knows. `try-again`: DNS was away, nothing is decided. */
type VerdictCode = (typeof VERDICTS)[number];

type ReplyCommand = { readonly kind: 'decide'; readonly decisions: readonly MeantDecision[] } | { readonly kind: 'undo' };

export interface Verdict {
  readonly code: VerdictCode;
  /** In English, for developers and the desk's technical line. */
  readonly why: string;
  /** With `applied` only: what to ask of the order's workflow, for open seats only. */
  readonly command?: ReplyCommand;
  /** Seats that were decided before; the echo says so. */
  readonly alreadyDecided?: readonly SeatNo[];
  /** Whether a letter of explanation may go to the sender, as far as the mail itself tells (see may-answer.ts). */
  readonly answer: boolean;
}

/** From what says most about the mail to what says least: nothing is read of a mail that fails an earlier question. */
export function judge(mail: JudgedMail): Verdict {
  return fromTheMailItself(mail) ?? fromTheSender(mail) ?? fromTheToken(mail) ?? fromTheWords(mail);
}

function fromTheMailItself(mail: JudgedMail): Verdict | undefined {
  const { machine, failure, token } = mail;
  if (machine === 'bounce') return silent('bounce', 'a letter came back');
  if (machine !== null) return silent('machine', `written by a machine: ${machine}`);
  if (failure) return { code: failure.kind, why: failure.why, answer: isReviewer(mail) };
  if (token.kind === 'absent') return silent('not-a-reply', 'no secret of a letter of ours in its recipients or references');
  return undefined;
}

/** The reviewer of a letter of ours, beyond doubt. */
function isReviewer({ sender, token, authentication }: JudgedMail): boolean {
  if (sender.kind !== 'address' || token.kind !== 'known' || !isAuthentic(authentication)) return false;
  return isAmong(token.addresses, sender.address);
}

function isAmong(addresses: readonly string[], sender: string): boolean {
  return addresses.some((address) => isSameAddress(address, sender));
}

function fromTheSender({ sender, authentication, token }: JudgedMail): Verdict | undefined {
  if (sender.kind === 'refused') return silent(REFUSED[sender.cause], `no single plain sender: ${sender.cause}`);
  // Without a secret of ours there is nothing to wait for: no answer of DNS would make it a reply.
  if (authentication.result === 'temporary' && token.kind === 'unknown') return silent('unknown-token', 'the secret is none of ours');
  if (authentication.result === 'temporary') return silent('try-again', authentication.why);
  if (authentication.result === 'fail') return silent('authentication-failed', authentication.why);
  if (token.kind === 'unknown') return spoken('unknown-token', 'the secret is none of ours', authentication);
  if (token.kind !== 'known' || isAmong(token.addresses, sender.address)) return undefined;
  return isAmong(token.colleagues ?? [], sender.address)
    ? spoken('another-reviewer', 'the secret is of another reviewer of the venue', authentication)
    : spoken('sender-mismatch', 'the sender is not the reviewer whom the letter went to', authentication);
}

const REFUSED = {
  'no-from': 'odd-sender',
  'odd-address': 'odd-sender',
  'several-from': 'several-senders',
  'several-addresses': 'several-senders',
} as const satisfies Record<Extract<Sender, { kind: 'refused' }>['cause'], VerdictCode>;

function fromTheToken({ token, authentication, meaning, byAddress }: JudgedMail): Verdict | undefined {
  if (token.kind === 'ambiguous') return spoken('unclear', 'two secrets or two answers in one place', authentication);
  if (token.kind !== 'known' || token.state === 'open') return undefined;
  // What was decided may still be taken back when another seat's proof has come since: the story knows until when.
  if (token.state === 'superseded' && meaning.intent === 'undo' && !byAddress) return undefined;
  return spoken(token.state, WHY_CLOSED[token.state], authentication);
}

const WHY_CLOSED = {
  expired: 'the time to decide is over',
  superseded: 'another proof came since',
  retired: 'whoever writes is asked no more',
} as const;

function fromTheWords(mail: JudgedMail): Verdict {
  const { meaning, authentication, token, byAddress, enclosed } = mail;
  if (enclosed) return spoken('enclosed', `the words are in an envelope that we cannot open: ${enclosed}`, authentication);
  if (meaning.noVerdict === 'cannot-see') return spoken('cannot-see', 'the reviewer cannot see or open what was sent', authentication);
  if (meaning.noVerdict === 'forwarded') return spoken('forwarded', 'passed on: the words are for somebody else', authentication);
  if (meaning.intent === 'undo' && !byAddress)
    return { code: 'applied', why: 'takes back the last answer', command: { kind: 'undo' }, answer: false };
  const decisions = byAddress ? decisionsByAddress(byAddress, meaning) : meaning.decisions;
  if (decisions.length === 0) {
    if ((byAddress && !meaning.noVerdict) || meaning.contradictory)
      return spoken('contradictory', `one thing said excludes another: ${meaning.notUnderstood ?? ''}`, authentication);
    return spoken(
      'unclear',
      meaning.intent === 'empty' ? 'no words above the quotation' : `not understood: ${meaning.notUnderstood ?? ''}`,
      authentication,
    );
  }
  return token.kind === 'known'
    ? forOpenSeats(decisions, token, authentication)
    : { code: 'applied', why: 'understood', command: { kind: 'decide', decisions }, answer: false };
}

/** The address decides; words can only give the reason of a refusal, or stand against the address: then nobody knows. */
export function decisionsByAddress(byAddress: AddressVerdict, meaning: Meaning): readonly MeantDecision[] {
  const { decision, seats } = byAddress;
  const against = meaning.decisions.some((one) => one.decision !== decision) || meaning.intent === 'undo' || meaning.contradictory;
  if (against || meaning.noVerdict) return [];
  if (decision === 'approve' || decision === 'check-at-door') return meaning.hesitant ? [] : [{ seats, decision }];
  const [first] = meaning.decisions;
  const words = first?.words ?? (tellable(meaning.notUnderstood ?? '') || undefined);
  return [{ seats, decision, ...(first?.reason && { reason: first.reason }), ...(words !== undefined && { words }) }];
}

function forOpenSeats(
  decisions: readonly MeantDecision[],
  token: Extract<TokenFacts, { kind: 'known' }>,
  authentication: Authentication,
): Verdict {
  const named = decisions.flatMap(({ seats }) => (seats === 'all' ? token.openSeats : seats));
  const unknown = named.find((seat) => !token.seats.includes(seat));
  if (unknown !== undefined) return spoken('unclear', `the letter listed no seat ${unknown}`, authentication);
  const open = decisions.flatMap((one): readonly MeantDecision[] => {
    if (one.seats === 'all') return token.openSeats.length > 0 ? [one] : [];
    const seats = one.seats.filter((seat) => token.openSeats.includes(seat));
    return seats.length > 0 ? [{ ...one, seats }] : [];
  });
  if (open.length === 0) return spoken('already-decided', 'every seat of this answer was decided before', authentication);
  const alreadyDecided = named.filter((seat) => !token.openSeats.includes(seat));
  return {
    code: 'applied',
    why: 'understood',
    command: { kind: 'decide', decisions: open },
    ...(alreadyDecided.length > 0 && { alreadyDecided }),
    answer: false,
  };
}

function silent(code: VerdictCode, why: string): Verdict {
  return { code, why, answer: false };
}

/** A sender whose mail was not authenticated may be anybody's victim: no answer goes there. */
function spoken(code: VerdictCode, why: string, authentication: Authentication): Verdict {
  return { code, why, answer: isAuthentic(authentication) };
}

function isAuthentic({ result }: Authentication): boolean {
  return result === 'pass' || result === 'none';
}
