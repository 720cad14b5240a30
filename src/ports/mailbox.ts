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
  /** In one batch a folder. */
  file(mails: readonly MailPlace[], folder: 'handled' | 'to-check'): Promise<void>;
  /** Returns when something may have come, the line broke, or after `ms`. */
  idle(ms: number): Promise<void>;
  close(): Promise<void>;
}
