import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { ImapFlow } from 'imapflow';
import { createBackOff } from './imap-back-off';

export interface ImapLineOptions {
  readonly connect: () => ImapFlow;
  readonly deadlineMs: number;
  /** Created when missing. */
  readonly folders: readonly string[];
  readonly warn: (what: string, fault: unknown) => void;
}

type Command<T> = (client: ImapFlow) => Promise<T>;

const LOGOUT_MS = 2000;

/**
 * One connection kept between turns. A client is single-use: after any trouble the next use makes a new one. Every
 * command has a deadline that closes the connection, for imapflow has none of its own.
 */
export function createImapLine({ connect, deadlineMs, folders, warn }: ImapLineOptions) {
  let client: ImapFlow | undefined;
  let opening: Promise<ImapFlow> | undefined;
  let uidValidity = '';
  let news = false;
  const bell = new EventEmitter().setMaxListeners(0);
  const closed = new AbortController();
  const backOff = createBackOff(warn);

  return {
    /** Runs one command on a connection with INBOX selected. `validity` is that of the mails it speaks of, if any. */
    async use<T>(what: string, command: Command<T>, validity?: string): Promise<T> {
      const open = await selected();
      if (validity !== undefined && validity !== uidValidity) throw new Error('INBOX was renumbered: its mails have new places.');
      return within(open, what, () => command(open));
    },

    uidValidity: () => uidValidity,

    /** Before a sweep: what arrives during the sweep is news again. */
    forgetNews(): void {
      news = false;
    },

    /** True at once when something came since the last sweep, or there is no line; else when it comes or the line breaks. */
    async waitForNews(ms: number, signal?: AbortSignal): Promise<boolean> {
      requireOpen();
      if (news || !client?.usable) return true;
      return rang(bell, ms, signal ? [signal, closed.signal] : [closed.signal]);
    },

    async close(): Promise<void> {
      closed.abort();
      const last = client;
      client = undefined;
      if (!last?.usable) return;
      await Promise.race([last.logout().catch(() => undefined), pause(LOGOUT_MS)]);
      last.close();
    },
  };

  async function selected(): Promise<ImapFlow> {
    requireOpen();
    if (client?.usable) return client;
    opening ??= openLine().finally(() => {
      opening = undefined;
    });
    return opening;
  }

  function requireOpen(): void {
    if (closed.signal.aborted) throw new Error('The mailbox was closed.');
  }

  async function openLine(): Promise<ImapFlow> {
    await backOff.wait(closed.signal);
    const next = connect();
    // Before connect(): an unheard 'error' ends the process.
    next.on('error', ring);
    next.on('close', ring);
    next.on('exists', ring);
    try {
      await within(next, 'connect', () => next.connect());
      const box = await within(next, 'select', () => next.mailboxOpen('INBOX'));
      backOff.succeeded();
      uidValidity = String(box.uidValidity);
      for (const folder of folders) await makeFolder(next, folder);
    } catch (fault) {
      next.close();
      throw backOff.failed(fault);
    }
    client = next;
    return next;
  }

  /** Mail can be read and obeyed without them; filing it will say so again. */
  async function makeFolder(open: ImapFlow, folder: string): Promise<void> {
    try {
      await within(open, 'create', () => open.mailboxCreate(folder));
    } catch (fault) {
      if (!open.usable) throw fault;
      warn('a folder of the mailbox could not be made', fault);
    }
  }

  function ring(): void {
    news = true;
    bell.emit('news');
  }

  async function within<T>(open: ImapFlow, what: string, work: () => Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`The mail server did not answer within ${deadlineMs} ms (${what}).`));
        open.close();
      }, deadlineMs);
    });
    try {
      return await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

function rang(bell: EventEmitter, ms: number, ends: readonly AbortSignal[]): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (came: boolean) => {
      clearTimeout(timer);
      bell.off('news', ring);
      for (const end of ends) end.removeEventListener('abort', stop);
      resolve(came);
    };
    const ring = () => answer(true);
    const stop = () => answer(false);
    const timer = setTimeout(stop, ms);
    bell.once('news', ring);
    for (const end of ends) end.addEventListener('abort', stop);
    if (ends.some((end) => end.aborted)) stop();
  });
}
