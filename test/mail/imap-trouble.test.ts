import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ordinaryAccount } from '../../local/account';
import { startDovecot } from '../../local/dovecot';
import { startSmtp } from '../../local/smtp';
import { PasswordRefused } from '../../src/domain/mailbox-state';
import { createImapMailbox } from '../../src/mail/imap-mailbox';
import type { Mailbox } from '../../src/ports/mail/mailbox';
import { closedAfterwards } from '../closed-afterwards';
import { faultyLine, through } from './faulty-line';
import type { FaultyLine } from './faulty-line';
import { mailOf, postOf } from './post';
import type { Post } from './post';

const boxes: Mailbox[] = [];
let post: Post;
let line: FaultyLine;

beforeEach(async () => {
  post = postOf(`trouble-${boxes.length}`);
  line = await faultyLine(post.url);
});

afterEach(() => line.close());
afterAll(() => Promise.all(boxes.map((one) => one.close())));

function boxOn(url: string, options: Partial<Parameters<typeof createImapMailbox>[0]> = {}): Mailbox {
  const made = createImapMailbox({ url, ...options });
  boxes.push(made);
  return made;
}

/** Asks again as a worker does; the pause between two tries is the mailbox's own. */
async function sooner<T>(ask: () => Promise<T>, tries = 10): Promise<T> {
  try {
    return await ask();
  } catch (fault) {
    if (tries === 1) throw fault;
    return sooner(ask, tries - 1);
  }
}

describe('a line that breaks', () => {
  test('ends the waiting, and the next look makes a new one', async () => {
    const mailbox = boxOn(through(line, post.url));
    await mailbox.waiting();
    const woken = mailbox.idle(60_000);
    line.reset();
    expect(await woken).toBe(true);
    await post.deliver({ raw: mailOf('Accord') });
    expect(await sooner(() => mailbox.waiting())).toHaveLength(1);
    expect(line.connections()).toBe(2);
  });

  test('under a fetch fails that fetch, and never passes for a mail that is gone', async () => {
    const mailbox = boxOn(through(line, post.url));
    await post.deliver({ raw: mailOf('Accord', 'x'.repeat(70).concat('\r\n').repeat(10_000)) });
    const [mail] = await mailbox.waiting();
    const fetched = mail?.fetch();
    line.reset();
    await expect(fetched).rejects.toThrow(/connection|closed/i);
    expect(await sooner(async () => mail?.fetch())).toMatchObject({ whole: true });
  });

  test('that swallows every byte is given up after the deadline', async () => {
    const mailbox = boxOn(through(line, post.url), { deadlineMs: 4000 });
    await mailbox.waiting();
    line.swallow();
    await expect(mailbox.waiting()).rejects.toThrow('did not answer within 4000 ms');
    await expect(mailbox.waiting()).rejects.toThrow('did not answer within 4000 ms (connect)');
    line.mend();
    expect(await sooner(() => mailbox.waiting())).toEqual([]);
  });

  test('is closed in time even where the host does not say goodbye', async () => {
    const mailbox = boxOn(through(line, post.url));
    await mailbox.waiting();
    line.swallow();
    await mailbox.close();
    await expect(mailbox.waiting()).rejects.toThrow('closed');
  });
});

describe('a mail host', () => {
  test('that is away is a fault to be tried again, not the end of the program', async () => {
    await line.close();
    const mailbox = boxOn(through(line, post.url));
    await expect(mailbox.waiting()).rejects.toThrow('ECONNREFUSED');
    line = await faultyLine(post.url);
    const url = through(line, post.url);
    expect(await boxOn(url).waiting()).toEqual([]);
  });

  test('whose line breaks while we log in has not refused our password', async () => {
    const told: string[] = [];
    line.swallow();
    const mailbox = boxOn(through(line, post.url), { deadlineMs: 4000, warn: (what) => told.push(what) });
    await expect(mailbox.waiting()).rejects.toThrow('did not answer');
    line.mend();
    expect(await sooner(() => mailbox.waiting())).toEqual([]);
    expect(told).toEqual([]);
  });
});

describe('a mail host of our own', () => {
  let dir: string;
  let dovecot: Awaited<ReturnType<typeof startDovecot>>;
  let smtp: Awaited<ReturnType<typeof startSmtp>>;
  let own: Post;

  beforeAll(async () => {
    dir = realpathSync(mkdtempSync(join(tmpdir(), 'contremarque-dovecot-')));
    dovecot = await startDovecot({ dir, account: ordinaryAccount() });
    smtp = await startSmtp({ lmtpPort: dovecot.lmtpPort });
    own = postOf('own', `imap://127.0.0.1:${dovecot.port}`, `smtp://127.0.0.1:${smtp.port}`);
  });

  afterAll(async () => {
    await Promise.all([dovecot.stop(), smtp.stop()]);
    rmSync(dir, { recursive: true });
  });

  test('that is killed and numbers its mails anew gives every mail a new place', async () => {
    const mailbox = boxOn(own.url);
    await own.deliver({ raw: mailOf('Accord') });
    const [before] = await mailbox.waiting();
    const woken = mailbox.idle(60_000);
    await dovecot.kill('SIGKILL');
    expect(await woken).toBe(true);
    renumber(dir);
    await dovecot.start();
    const [after] = await sooner(() => mailbox.waiting());
    expect(after?.place.uidValidity).not.toBe(before?.place.uidValidity);
    await expect(mailbox.file(before ? [before.place] : [], 'handled')).rejects.toThrow('renumbered');
    await mailbox.file(after ? [after.place] : [], 'handled');
    expect(await own.subjects('Traités')).toEqual(['Accord']);
  });

  // Its own host, and the last: after a wrong password Dovecot lets everybody from this machine wait.
  test('that refuses our password is asked once, and a person is told once', async () => {
    const told: string[] = [];
    const toOwn = closedAfterwards(await faultyLine(own.url));
    const mailbox = boxOn(through(toOwn, own.url).replace(':secret@', ':wrong@'), { warn: (what) => told.push(what) });
    for (let look = 1; look <= 3; look += 1) await expect(mailbox.waiting()).rejects.toThrow(PasswordRefused);
    expect(toOwn.connections()).toBe(1);
    expect(told).toEqual(['the mail server refuses our user name or password: replies of staff wait']);
  });
});

/** A mailbox restored from a backup: the same mails under another UIDVALIDITY. */
function renumber(dir: string): void {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((file) => join(dir, file));
  for (const file of files.filter((name) => /Maildir\/dovecot\.(?:index|list)/.test(name))) rmSync(file);
  for (const list of files.filter((name) => name.endsWith('Maildir/dovecot-uidlist'))) {
    writeFileSync(list, readFileSync(list, 'utf8').replace(/ V\d+ /, ' V1234567890 '));
  }
}
