import type { Clock } from '../../ports/clock';
import type { InboundMail } from '../../ports/mail/inbound-mail';
import type { MailReader } from '../../ports/mail/mail-reader';
import type { Mailbox } from '../../ports/mail/mailbox';
import type { HandleMail } from './handle-mail';
import { createMailsLeft } from './mails-left';
import { createSweepInbox } from './sweep-inbox';
import { watchedMailbox } from './watched-mailbox';

interface Needs {
  readonly mailbox: Mailbox;
  readonly ledger: Pick<InboundMail, 'store' | 'lease' | 'mailboxRead' | 'mailboxFailed'>;
  readonly handleMail: HandleMail;
  readonly reader: Pick<MailReader, 'keptToJudge'>;
  readonly clock: Clock;
  /** This process, in the lease that makes it the mailbox's one consumer. */
  readonly holder: string;
  readonly leaseMs: number;
  /** How long a turn lasts where all is well, and how often it says that it lives. */
  readonly idleMs: number;
  readonly beatMs: number;
  readonly warn: (what: string, fault: unknown) => void;
  /** How long one mail may keep the others waiting. */
  readonly patienceMs?: number;
  /** Aborted when this process is told to stop: the turn ends soon, and gives the lease back. */
  readonly stopping?: AbortSignal;
}

export interface Turn {
  readonly handled: number;
  /** Mails that stay in INBOX for another try. */
  readonly left: number;
  readonly busyElsewhere: boolean;
}

/**
 * One turn of a mailbox: sweep INBOX, wait for mail, sweep again as soon as some may have come. The sweep is the truth,
 * what wakes us a hint. Faults of mailbox and ledger rise; a mail's own trouble does not end the turn.
 */
export function createTakeMailTurn(needs: Needs) {
  const mailbox = watchedMailbox(needs);
  const { ledger, clock, holder, leaseMs, idleMs, beatMs, stopping } = needs;
  const left = createMailsLeft();
  const sweep = createSweepInbox({ ...needs, mailbox, left, keepLease });
  let taking = false;

  return async (beat: () => void, cancelled: AbortSignal): Promise<Turn> => {
    // Temporal gives a turn again that it holds for lost; ours may still be at it.
    if (taking) return turned(0, true);
    taking = true;
    const beating = setInterval(beat, beatMs);
    try {
      if (!(await keepLease())) return turned(0, true);
      return turned(await take(stopping ? AbortSignal.any([cancelled, stopping]) : cancelled), false);
    } finally {
      clearInterval(beating);
      taking = false;
    }
  };

  async function take(ends: AbortSignal): Promise<number> {
    const until = now() + idleMs;
    let handled = 0;
    for (;;) {
      const swept = await sweep(() => !ends.aborted && now() < until);
      handled += swept.handled;
      if (!swept.keptLease) return handled;
      if (!(await somethingComes(until, ends))) break;
    }
    if (ends.aborted) await ledger.lease(mailbox.name, holder, clock.now());
    return handled;
  }

  /** False when the turn is over, or the mailbox is another's by now. */
  async function somethingComes(until: number, ends: AbortSignal): Promise<boolean> {
    while (!ends.aborted && now() < until) {
      const ms = Math.min(beatMs, until - now(), left.nextAt() - now());
      if (ms <= 0 || (await mailbox.idle(ms, ends))) return true;
      if (!(await keepLease())) return false;
    }
    return false;
  }

  function keepLease(): Promise<boolean> {
    return ledger.lease(mailbox.name, holder, new Date(now() + leaseMs).toISOString());
  }

  function now(): number {
    return Date.parse(clock.now());
  }

  function turned(handled: number, busyElsewhere: boolean): Turn {
    return { handled, left: left.count(), busyElsewhere };
  }
}
