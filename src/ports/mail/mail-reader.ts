import type { MailAuthentication } from '../../domain/mail-authentication';
import type { SpokenAnswer } from '../../domain/decision/spoken-answer';
import type { ReturnedLetter, ReviewKey } from './inbound-mail';

export type VerdictKind =
  | 'applied'
  | 'undone'
  | 'unclear'
  | 'contradictory'
  | 'empty'
  /** The reviewer could not see or open the proofs: no verdict, but a call for help. */
  | 'cannot-see'
  /** Passed on rather than answered: its words are for somebody else. */
  | 'forwarded'
  /** Encrypted, or closed in a format that only its own program opens. */
  | 'enclosed'
  | 'already-decided'
  | 'superseded'
  | 'expired'
  /** By somebody whom the venue asks no more. */
  | 'retired'
  | 'nothing-to-undo'
  | 'unknown-token'
  | 'sender-mismatch'
  /** A reviewer of the venue, with a colleague's secret. */
  | 'another-reviewer'
  | 'several-senders'
  /** No From, or none that is one plain address. */
  | 'odd-sender'
  | 'authentication-failed'
  /** Nobody could tell in time whether the sender is who they say: the DNS of their domain never answered. */
  | 'not-verifiable'
  | 'too-big'
  | 'unreadable'
  | 'machine'
  | 'bounce'
  | 'duplicate'
  /** Understood, but nobody has shown the proof to whoever answers. */
  | 'unseen'
  /** Understood, but the rules say no. */
  | 'not-applied'
  | 'not-for-us';

export interface MailJudgement {
  /** Of a mail that may be obeyed: what it asks. The verdict is then what its command comes to. */
  readonly command?: { readonly kind: 'decide'; readonly answers: readonly SpokenAnswer[] } | { readonly kind: 'undo' } | undefined;
  readonly verdict: VerdictKind;
  /** For developers and the desk, in English. */
  readonly why: string;
  /** First words that were not understood, as typed. */
  readonly notUnderstood?: string | undefined;
  /** The sender is who they say they are, so an answer reaches no stranger. */
  readonly authenticated: boolean;
  /** Our DNS or the like was away: judge again later, refuse nothing. */
  readonly tryAgain?: boolean | undefined;
}

/** A mail that has been read: what it carries by itself, before anything is looked up. */
export interface OpenedMail {
  /** The reply secret found in its recipients or references. */
  readonly token?: string | undefined;
  /** Its Message-ID, or a hash of what lies below the trace headers. */
  readonly identity: string;
  readonly sender?: string | undefined;
  readonly subject: string;
  readonly messageId?: string | undefined;
  /** The first lines of the kept text. */
  readonly extract: string;
  /** Of a bounce: the letter of ours that came back. */
  readonly returnedLetter?: ReturnedLetter | undefined;
  /** May a letter answer it at all? Not a machine's, not one that asks for silence. */
  readonly mayBeAnswered: boolean;
  readonly judge: (review: ReviewKey | undefined, authentication: MailAuthentication) => Promise<MailJudgement>;
}

/** What is left of a mail once it is judged: small, for many wait in memory. */
export type MailFacts = Omit<OpenedMail, 'judge'>;

export interface MailReader {
  /** Never throws on odd mail: it comes back to be judged `unreadable`. `whole` is false when only the header was fetched. */
  open(raw: Buffer, whole: boolean): Promise<OpenedMail>;
  /** As much of a mail as is kept before it is judged: all of a small one, else headers and texts. */
  keptToJudge(raw: Buffer): Buffer;
  /** Of a mail that nobody vouches for: headers and the first part of the text. */
  keptOfAStranger(raw: Buffer): Buffer;
}
