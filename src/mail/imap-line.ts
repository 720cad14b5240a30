import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';

export interface ImapLineOptions {
  readonly connect: () => ImapFlow;
  readonly deadlineMs: number;
  /** Created when missing. */
  readonly folders: readonly string[];
}

/**
 * One connection kept between turns. A client is single-use: after any trouble the next use makes a new one. Every
 * command has a deadline that closes the connection, for imapflow has none of its own.
 */
export function createImapLine({ connect, deadlineMs, folders }: ImapLineOptions) {
  let client: ImapFlow | undefined;
  let validity = '';
  let fresh = false;
  const bell = new EventEmitter();

  return {
    async use<T>(what: string, command: (client: ImapFlow) => Promise<T>): Promise<T> {
      const open = client?.usable ? client : await openLine();
      return within(open, what, command(open));
    },

    uidValidity: () => validity,

    /** Before a sweep: what arrives during the sweep counts as news again. */
    forgetNews(): void {
      fresh = false;
    },

    /** Returns at once when something came since the last sweep; else when it comes, the line breaks, or time is up. */
    async news(ms: number): Promise<void> {
      if (fresh || !client?.usable) return;
      const stop = new AbortController();
      const ring = once(bell, 'news', { signal: stop.signal });
      try {
        await Promise.race([ring, pause(ms, undefined, { signal: stop.signal })]);
      } finally {
        stop.abort();
        await ring.catch(ignoreAbort);
      }
    },

    async close(): Promise<void> {
      const last = client;
      client = undefined;
      if (last?.usable) await Promise.race([last.logout(), pause(2000)]).finally(() => last.close());
    },
  };

  async function openLine(): Promise<ImapFlow> {
    const next = connect();
    // Before connect(): an unheard 'error' ends the process.
    next.on('error', ring);
    next.on('close', ring);
    next.on('exists', () => {
      fresh = true;
      ring();
    });
    await within(next, 'connect', next.connect());
    const box = await within(next, 'select', next.mailboxOpen('INBOX'));
    validity = String(box.uidValidity);
    for (const folder of folders) await within(next, 'create', next.mailboxCreate(folder));
    client = next;
    return next;
  }

  function ring(): void {
    bell.emit('news');
  }

  async function within<T>(open: ImapFlow, what: string, work: Promise<T>): Promise<T> {
    const stop = new AbortController();
    const late = pause(deadlineMs, 'late' as const, { signal: stop.signal });
    try {
      const first = await Promise.race([work.then((value) => ({ value })), late]);
      if (first !== 'late') return first.value;
      open.close();
      throw new Error(`The mail server did not answer within ${deadlineMs} ms (${what}).`);
    } finally {
      stop.abort();
      await late.catch(ignoreAbort);
    }
  }
}

function ignoreAbort(reason: unknown): void {
  if (!(reason instanceof Error && reason.name === 'AbortError')) throw reason;
}
