import { PasswordRefused } from '../../domain/mailbox-state';
import type { Clock } from '../../ports/clock';
import type { InboundMail } from '../../ports/mail/inbound-mail';
import type { Mailbox } from '../../ports/mail/mailbox';

/** Told no oftener than this. */
const TELL_MS = 60_000;

interface Needs {
  readonly mailbox: Mailbox;
  readonly ledger: Pick<InboundMail, 'mailboxRead' | 'mailboxFailed'>;
  readonly clock: Clock;
  readonly warn: (what: string, fault: unknown) => void;
}

/** The same mailbox, which tells the desk when it was read last, and what keeps it from being read. */
export function watchedMailbox({ mailbox, ledger, clock, warn }: Needs): Mailbox {
  let toldAt = 0;
  return {
    name: mailbox.name,
    file: (mails, folder) => mailbox.file(mails, folder),
    idle: (ms, signal) => mailbox.idle(ms, signal),
    close: () => mailbox.close(),
    async waiting() {
      try {
        const mails = await mailbox.waiting();
        await told(() => tellRead(clock.now()));
        return mails;
      } catch (fault) {
        toldAt = 0;
        const trouble = fault instanceof PasswordRefused ? 'password-refused' : 'unreachable';
        await told(() => ledger.mailboxFailed(mailbox.name, { trouble, at: clock.now() }));
        throw fault;
      }
    },
  };

  /** Once a minute is enough. */
  async function tellRead(at: string): Promise<void> {
    if (Date.parse(at) - toldAt < TELL_MS) return;
    await ledger.mailboxRead(mailbox.name, at);
    toldAt = Date.parse(at);
  }

  /** The mails go on, whether or not this can be told. */
  async function told(tell: () => Promise<void>): Promise<void> {
    try {
      await tell();
    } catch (fault) {
      warn('how the mailbox is doing could not be written', fault);
    }
  }
}
