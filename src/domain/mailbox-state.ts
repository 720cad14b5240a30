const MINUTE = 60_000;

/** The host of a mailbox does not take our password: only a person can put that right. */
export class PasswordRefused extends Error {
  override readonly name = 'PasswordRefused';
}

export type MailboxTrouble = 'password-refused' | 'unreachable';

/** What is known of a mailbox that staff's replies come to. */
export interface MailboxState {
  readonly mailbox: string;
  /** Last seen to the end, and nothing was in the way. */
  readonly readAt?: string | undefined;
  readonly trouble?: MailboxTrouble | undefined;
  readonly since?: string | undefined;
}

/** A host that is away for so long is news; shorter, the next try finds it back. */
const PATIENCE_MS = 10 * MINUTE;

/** What a person should know of it: replies wait there, and nobody reads them. */
export function mailboxNews({ readAt, trouble, since }: MailboxState, now: string): MailboxTrouble | 'not-read' | undefined {
  if (trouble === 'password-refused') return trouble;
  const isOld = (at: string | undefined) => at !== undefined && Date.parse(now) - Date.parse(at) > PATIENCE_MS;
  if (trouble !== undefined) return isOld(since) ? trouble : undefined;
  return isOld(readAt) ? 'not-read' : undefined;
}
