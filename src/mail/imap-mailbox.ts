import { ImapFlow } from 'imapflow';
import type { MailPlace } from '../ports/inbound-mail';
import type { Mailbox, WaitingMail } from '../ports/mailbox';
import { createImapLine } from './imap-line';

export interface ImapMailboxOptions {
  /** imaps://user%40venue.example:password@host:993 */
  readonly url: string;
  /** Over this only the header is fetched. */
  readonly maxSize?: number;
  /** A command that takes longer is given up with its connection: a black hole looks like silence. */
  readonly deadlineMs?: number;
}

const FOLDERS = { handled: 'Traités', 'to-check': 'À vérifier' } as const;
const LARGEST_MAIL = 30 * 1024 * 1024;
const BATCH = 50;

/**
 * The venue's mailbox by IMAP. INBOX is the queue; imapflow answers a dead line and an empty folder alike
 * (`undefined`, `false`), so every answer is checked before it is believed.
 */
export function createImapMailbox({ url, maxSize = LARGEST_MAIL, deadlineMs = 30_000 }: ImapMailboxOptions): Mailbox {
  const line = createImapLine({ connect: () => connect(url), deadlineMs, folders: Object.values(FOLDERS) });

  return {
    name: decodeURIComponent(new URL(url).username),

    async waiting() {
      const places = await line.use('search', async (client) => {
        // SEARCH answers from the session's last view: NOOP brings what came since.
        await client.noop();
        line.forgetNews();
        return uidsOf(await client.search({ all: true }, { uid: true }));
      });
      const mails: WaitingMail[] = [];
      for (let start = 0; start < places.length; start += BATCH) mails.push(...(await sizes(places.slice(start, start + BATCH))));
      return mails;
    },

    async file(mails, folder) {
      if (mails.length === 0) return;
      const uids = mails.map(({ uid }) => uid).join(',');
      const moved = await line.use('move', (client) => client.messageMove(uids, FOLDERS[folder], { uid: true }));
      if (!moved) throw new Error(`The server would not move mail to ${FOLDERS[folder]}.`);
    },

    idle: (ms) => line.news(ms),
    close: () => line.close(),
  };

  async function sizes(uids: readonly number[]): Promise<readonly WaitingMail[]> {
    const rows = await line.use('fetch sizes', (client) => client.fetchAll(uids.join(','), { uid: true, size: true }, { uid: true }));
    const { uidValidity } = line;
    return rows.map(({ uid, size }) => {
      const place = { mailbox: decodeURIComponent(new URL(url).username), uidValidity: uidValidity(), uid };
      return { place, size: size ?? 0, fetch: () => fetchMail(place, size ?? 0) };
    });
  }

  async function fetchMail({ uid }: MailPlace, size: number): Promise<{ readonly raw: Buffer; readonly whole: boolean } | undefined> {
    const whole = size <= maxSize;
    const query = whole ? { uid: true, source: true } : { uid: true, headers: true };
    const row = await line.use('fetch', (client) => client.fetchOne(String(uid), query, { uid: true }));
    // Expunged by another client meanwhile: a row without its source, or no row at all.
    const raw = row ? (whole ? row.source : row.headers) : undefined;
    return raw ? { raw, whole } : undefined;
  }
}

function uidsOf(answer: number[] | false | undefined): readonly number[] {
  if (!Array.isArray(answer)) throw new Error('The server did not answer the search.');
  return answer.toSorted((a, b) => a - b);
}

function connect(url: string): ImapFlow {
  const { hostname, port, protocol, username, password } = new URL(url);
  const secure = protocol === 'imaps:';
  return new ImapFlow({
    host: hostname,
    port: Number(port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    connectionTimeout: 15_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    maxIdleTime: 30_000,
  });
}
