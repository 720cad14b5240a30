import type { Clock } from '../ports/clock';
import type { InboundMail, MailPlace } from '../ports/inbound-mail';
import type { Mailbox, WaitingMail } from '../ports/mailbox';
import type { HandleMail } from './handle-mail';

interface Needs {
  readonly mailbox: Mailbox;
  readonly ledger: InboundMail;
  readonly handleMail: HandleMail;
  readonly clock: Clock;
  /** This process, in the lease that makes it the mailbox's one consumer. */
  readonly holder: string;
  readonly leaseMs: number;
  /** How long a turn waits for mail when none is there, and how often it says that it lives. */
  readonly idleMs: number;
  readonly beatMs: number;
  readonly warn: (what: string, fault: unknown) => void;
}

export interface Turn {
  readonly handled: number;
  readonly busyElsewhere: boolean;
}

/**
 * One turn of a mailbox: everything in INBOX is stored, judged, applied and filed; then it waits for more. A mail that
 * fails stays in INBOX and does not keep the others; the fault rises at the end, and the next turn tries again.
 */
export function createTakeMailTurn({ mailbox, ledger, handleMail, clock, holder, leaseMs, idleMs, beatMs, warn }: Needs) {
  return async (beat: () => void, signal: AbortSignal): Promise<Turn> => {
    if (!(await keepLease())) return { handled: 0, busyElsewhere: true };
    const waiting = await mailbox.waiting();
    const done = await handleAll(waiting, beat, signal);
    if (waiting.length === 0) await waitForMail(beat, signal);
    return { handled: done, busyElsewhere: false };
  };

  function keepLease(): Promise<boolean> {
    return ledger.lease(mailbox.name, holder, new Date(Date.parse(clock.now()) + leaseMs).toISOString());
  }

  async function handleAll(waiting: readonly WaitingMail[], beat: () => void, signal: AbortSignal): Promise<number> {
    const faults: unknown[] = [];
    let done = 0;
    for (let start = 0; start < waiting.length && !signal.aborted; start += BATCH) {
      const filed: Record<'handled' | 'to-check', MailPlace[]> = { handled: [], 'to-check': [] };
      for (const mail of waiting.slice(start, start + BATCH)) {
        try {
          const folder = await handleOne(mail);
          if (folder) filed[folder].push(mail.place);
        } catch (fault) {
          warn('mail left in INBOX for the next turn', fault);
          faults.push(fault);
        }
        beat();
      }
      if (!(await keepLease())) return done;
      await mailbox.file(filed.handled, 'handled');
      await mailbox.file(filed['to-check'], 'to-check');
      done += filed.handled.length + filed['to-check'].length;
    }
    if (faults.length > 0) throw faults[0];
    return done;
  }

  /** `undefined`: expunged meanwhile by another client, nothing is left to do. */
  async function handleOne(mail: WaitingMail): Promise<'handled' | 'to-check' | undefined> {
    const fetched = await mail.fetch();
    if (!fetched) return undefined;
    const stored = await ledger.store(mail.place, { raw: fetched.raw, size: mail.size, at: clock.now() });
    return handleMail(stored, { ...fetched, mailbox: mail.place.mailbox });
  }

  async function waitForMail(beat: () => void, signal: AbortSignal): Promise<void> {
    const rounds = Math.ceil(idleMs / beatMs);
    for (let round = 0; round < rounds && !signal.aborted; round += 1) {
      const before = Date.parse(clock.now());
      await mailbox.idle(beatMs);
      beat();
      if (Date.parse(clock.now()) - before < beatMs - 50) return;
      if (!(await keepLease())) return;
    }
  }
}

const BATCH = 50;
