import type { LetterName } from '../../domain/letter';
import type { MailAuthentication } from '../../domain/mail-authentication';
import type { MailboxState, MailboxTrouble } from '../../domain/mailbox-state';
import type { SeatNo } from '../../domain/decision/decision';
import type { Letters } from './letters';

/** A mail as it lies in a mailbox. */
export interface MailPlace {
  readonly mailbox: string;
  readonly uidValidity: string;
  readonly uid: number;
}

/** Who holds a reply's secret, and what their review is about. */
export interface ReviewKey {
  readonly order: string;
  readonly review: number;
  readonly reviewer: number;
  readonly reviewerName: string;
  readonly addresses: readonly string[];
  /** Of the venue's other reviewers. */
  readonly colleagues: readonly string[];
  /** `retired`: whoever holds it is asked no more. */
  readonly state: 'open' | 'superseded' | 'expired' | 'retired';
  readonly seats: readonly SeatNo[];
  readonly seatsInOrder: number;
  readonly venueId: number;
}

/** The bytes of a mail that the ledger keeps. */
export interface KeptMail {
  readonly raw: Buffer;
  /** Not all of it: the mailbox has the rest. */
  readonly inPart?: boolean;
  /** It holds no secret of ours. */
  readonly stranger?: boolean;
}

export interface StoredMail {
  readonly id: number;
  /** When it was stored first. */
  readonly receivedAt: string;
  /** Set once judged; a judged mail is only moved. */
  readonly verdict?: string | undefined;
  readonly needsAPerson?: boolean | undefined;
  readonly tries: number;
}

export interface MailVerdict {
  readonly verdict: string;
  readonly why: string;
  readonly order?: string | undefined;
  readonly review?: number | undefined;
  readonly reviewer?: number | undefined;
  readonly sender?: string | undefined;
  readonly subject?: string | undefined;
  /** As the mail gives it: what an answer to it refers to. */
  readonly messageId?: string | undefined;
  /** The first lines of the kept text. */
  readonly extract?: string | undefined;
  /** The first words that were not understood, as typed. */
  readonly notUnderstood?: string | undefined;
  /** A person must look at it. */
  readonly needsAPerson: boolean;
}

export interface MailLine extends MailVerdict {
  readonly id: number;
  readonly receivedAt: string;
  /** Only its beginning is kept: the mailbox has the rest. */
  readonly inPart?: true | undefined;
  readonly settled?:
    { readonly how: 'applied' | 'dismissed'; readonly by: string; readonly at: string; readonly reason?: string | undefined } | undefined;
}

export const MAIL_LISTS = ['to-check', 'not-applied', 'all'] as const;

export interface MailFilter {
  /** `to-check`: those that wait for a person; `not-applied`: all that decided nothing, machines and duplicates too. */
  readonly show: (typeof MAIL_LISTS)[number];
  readonly verdict?: string | undefined;
  readonly order?: string | undefined;
  readonly sender?: string | undefined;
  /** Older than this one: the next page. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** What a mail host says of a letter that it gives back: its Message-ID, or only who did not get it. */
export interface ReturnedLetter {
  readonly messageId?: string | undefined;
  readonly recipient?: string | undefined;
}

export interface Bounced {
  readonly order?: string | undefined;
  /** The key of the letter that tells somebody else of a request that did not arrive. */
  readonly told?: string | undefined;
  /** It had left before the customer's address was put right, and what it said has not left for the address of now. */
  readonly late?: LateBounce | undefined;
}

export interface LateBounce {
  readonly letter: LetterName & { readonly order: string };
  readonly correctedAt: string;
}

/** The letter that answers a mail: its `about.mail`. */
export type MailAnswer = Parameters<Letters['write']>[0];

/** The ledger of what came in: stored before anything else, judged once (docs/inbound-mail.md 3). */
export interface InboundMail {
  /** Stores the raw mail, or as much of it as is kept before it is judged; the same place gives the same row. Commits before it returns. */
  store(place: MailPlace, mail: KeptMail & { readonly size: number; readonly at: string }): Promise<StoredMail>;
  /** Keeps these bytes of a stored mail. Of strangers' mails only the newest stay. */
  keep(id: number, mail: KeptMail): Promise<void>;
  /** How the host of this mailbox vouches for senders: a setting of the venue whose inbox it is. */
  authenticationOf(mailbox: string): Promise<MailAuthentication>;
  /** Counts a failure that was the mail's own fault; returns how many there were. */
  countFailure(id: number): Promise<number>;
  /** Claims the dedupe key for this mail. False when another mail already had it. */
  claim(id: number, dedupeKey: string): Promise<boolean>;
  judge(id: number, verdict: MailVerdict): Promise<void>;
  /** By the hash of a reply's secret; `undefined` when it is none of ours. */
  reviewByToken(tokenHash: string): Promise<ReviewKey | undefined>;
  /**
   * Writes the answer to a mail where its sender may be answered once more about this: counted and written in one, and
   * written once. Gives the letter's key; `undefined` when there is no answer.
   */
  answer(letter: MailAnswer, reason: string): Promise<string | undefined>;
  /**
   * A bounce: marks the letter, and where an answer to it is awaited writes the letter that tells. `undefined`: none of ours. Asked
   * once more, it tells of a late one until it has been followed.
   */
  markBounced(returned: ReturnedLetter, at: string): Promise<Bounced | undefined>;
  /** How many mails need a person: the « À vérifier » list. */
  countToCheck(): Promise<number>;
  /** Everything that came in, newest first. */
  list(filter: MailFilter): Promise<readonly MailLine[]>;
  find(id: number): Promise<(MailLine & { readonly raw: Buffer }) | undefined>;
  /** Refuses with `mail-already-settled`. */
  settle(
    id: number,
    how: { readonly how: 'applied' | 'dismissed'; readonly by: string; readonly reason?: string | undefined; readonly at: string },
  ): Promise<void>;
  /** How each mailbox is doing, as its worker told last. */
  mailboxes(): Promise<readonly MailboxState[]>;
  mailboxRead(mailbox: string, at: string): Promise<void>;
  /** The same trouble again changes nothing. */
  mailboxFailed(mailbox: string, failed: { readonly trouble: MailboxTrouble; readonly at: string }): Promise<void>;
  /** One consumer a mailbox: takes or keeps the lease until `until`; false when another holds it. */
  lease(mailbox: string, holder: string, until: string): Promise<boolean>;
}
