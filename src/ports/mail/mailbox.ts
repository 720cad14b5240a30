import type { MailPlace } from './inbound-mail';

export interface WaitingMail {
  readonly place: MailPlace;
  readonly size: number;
  /** Header only when the mail is over the size that we read. `undefined`: expunged meanwhile. */
  fetch(): Promise<{ readonly raw: Buffer; readonly whole: boolean } | undefined>;
}

/** One mailbox, one connection kept between turns. INBOX is the queue. */
export interface Mailbox {
  readonly name: string;
  /** Everything that waits in INBOX, oldest first; throws when the server did not answer. */
  waiting(): Promise<readonly WaitingMail[]>;
  /** In one batch. Mails that are gone already are none of its concern; throws when the server refused. */
  file(mails: readonly MailPlace[], folder: 'handled' | 'to-check'): Promise<void>;
  /** True when something may have come or the line broke; false after `ms`, or when `signal` ends the waiting. */
  idle(ms: number, signal?: AbortSignal): Promise<boolean>;
  /** Ends the connection for good; what waits or is asked afterwards fails. */
  close(): Promise<void>;
}
