import { ImapFlow } from 'imapflow';
import type { MailPlace } from '../ports/mail/inbound-mail';
import type { Mailbox, WaitingMail } from '../ports/mail/mailbox';
import { createImapLine } from './imap-line';

export interface ImapMailboxOptions {
  /** imaps://user%40venue.example:password@host:993 */
  readonly url: string;
  /** Over this only the header is fetched. */
  readonly maxSize?: number;
  /** A command that takes longer is given up with its connection: a black hole looks like silence. */
  readonly deadlineMs?: number;
  /** Told once when the host refuses our password, and what else a person should know. */
  readonly warn?: (what: string, fault: unknown) => void;
}

const FOLDERS = { handled: 'Traités', 'to-check': 'À vérifier' } as const;
const LARGEST_MAIL = 30 * 1024 * 1024;
/** A header, too, may have any size. */
const MOST_OF_A_HEADER = 256 * 1024;
const BATCH = 50;

/**
 * The venue's mailbox by IMAP. INBOX is the queue; imapflow answers a dead line, a refusal and an empty folder alike
 * (`undefined`, `false`, `[]`), so every answer is checked before it is believed.
 */
export function createImapMailbox(options: ImapMailboxOptions): Mailbox {
  const { url, maxSize = LARGEST_MAIL, deadlineMs = 30_000, warn = () => undefined } = options;
  const name = mailboxName(url);
  const line = createImapLine({ connect: () => newClient(url), deadlineMs, folders: Object.values(FOLDERS), warn });

  return {
    name,

    async waiting() {
      const found = await line.use('search', async (client) => {
        // SEARCH answers from the session's last view: NOOP brings what came since.
        await client.noop();
        line.forgetNews();
        return searched(await client.search({ all: true }, { uid: true }));
      });
      const validity = line.uidValidity();
      const mails: WaitingMail[] = [];
      for (let start = 0; start < found.length; start += BATCH) mails.push(...(await sizesOf(found.slice(start, start + BATCH), validity)));
      return mails;
    },

    async file(mails, folder) {
      if (mails.length === 0) return;
      const uids = mails.map(({ uid }) => uid).join(',');
      await line.use('move', (client) => move(client, uids, FOLDERS[folder]), mails[0]?.uidValidity);
    },

    idle: (ms, signal) => line.waitForNews(ms, signal),
    close: () => line.close(),
  };

  async function sizesOf(uids: readonly number[], uidValidity: string): Promise<readonly WaitingMail[]> {
    const range = uids.join(',');
    const rows = await line.use('fetch sizes', (client) => client.fetchAll(range, { uid: true, size: true }, { uid: true }), uidValidity);
    const sizes = new Map(rows.map((row) => [row.uid, row.size ?? 0]));
    const missing = uids.filter((uid) => !sizes.has(uid));
    if (missing.length > 0) await mustBeGone(missing, uidValidity);
    return uids.flatMap((uid) => {
      const size = sizes.get(uid);
      const place = { mailbox: name, uidValidity, uid };
      return size === undefined ? [] : [{ place, size, fetch: () => fetchMail(place, size) }];
    });
  }

  async function fetchMail({ uid, uidValidity }: MailPlace, size: number): ReturnType<WaitingMail['fetch']> {
    const whole = size <= maxSize;
    const query = { uid: true, source: whole || { start: 0, maxLength: MOST_OF_A_HEADER } };
    const row = await line.use('fetch', (client) => client.fetchOne(String(uid), query, { uid: true }), uidValidity);
    if (row && row.source) return { raw: row.source, whole };
    await mustBeGone([uid], uidValidity);
    return undefined;
  }

  /** No row, or one without its bytes: expunged by another client meanwhile, or a refusal that imapflow hides. */
  async function mustBeGone(uids: readonly number[], uidValidity: string): Promise<void> {
    const still = await line.use(
      'search again',
      async (client) => {
        await client.noop();
        return searched(await client.search({ uid: uids.join(',') }, { uid: true }));
      },
      uidValidity,
    );
    if (still.length > 0) throw new Error(`The mail server would not hand over ${still.length} of its mails.`);
  }
}

/** A folder that was removed or renamed meanwhile is made again. */
async function move(client: ImapFlow, uids: string, folder: string): Promise<void> {
  if (await client.messageMove(uids, folder, { uid: true })) return;
  await client.mailboxCreate(folder);
  if (await client.messageMove(uids, folder, { uid: true })) return;
  throw new Error(`The mail server would not move mail to ${folder}.`);
}

function searched(answer: unknown): readonly number[] {
  if (!Array.isArray(answer)) throw new Error('The mail server did not answer the search.');
  return answer.map(Number).toSorted((a, b) => a - b);
}

function newClient(url: string): ImapFlow {
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
    // No push comes before IDLE, which starts 15 s after the last command where nobody says otherwise.
    autoIdleDelay: 500,
    maxLiteralSize: 64 * 1024 * 1024,
  });
}

/** As the host knows it: the user that the address names. */
export function mailboxName(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
