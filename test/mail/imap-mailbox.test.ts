import { detailed, mailOf, postOf } from './post';
import type { Post } from './post';
import { createImapMailbox } from '../../src/mail/imap-mailbox';
import type { Mailbox } from '../../src/ports/mail/mailbox';

const opened: Mailbox[] = [];
let post: Post;
let mailbox: Mailbox;

/** Each test has a mailbox of its own. */
beforeEach(() => {
  post = postOf(`imap-${opened.length}`);
  mailbox = boxOn(post.url);
});

afterAll(() => Promise.all(opened.map((one) => one.close())));

function boxOn(url: string, options: Partial<Parameters<typeof createImapMailbox>[0]> = {}): Mailbox {
  const made = createImapMailbox({ url, ...options });
  opened.push(made);
  return made;
}

async function subjectsWaiting(): Promise<readonly string[]> {
  const waiting = await mailbox.waiting();
  const fetched = await Promise.all(waiting.map((mail) => mail.fetch()));
  return fetched.map((mail) => /^Subject: (.*)$/im.exec(mail?.raw.toString() ?? '')?.[1]?.trim() ?? 'gone');
}

describe('what waits in INBOX', () => {
  test('is given oldest first, byte for byte, with the secret of its address', async () => {
    const to = detailed(post.address, 'a2b3c4d5');
    await post.deliver({ raw: mailOf('Premier') });
    await post.deliver({ to, raw: mailOf('Deuxième'.normalize('NFD').replaceAll(/[^\w]/g, '')) });
    const [first, second, ...others] = await mailbox.waiting();
    expect(others).toEqual([]);
    expect(first?.place).toMatchObject({ mailbox: post.address, uid: 1 });
    const mail = await second?.fetch();
    expect(mail?.whole).toBe(true);
    expect(mail?.raw.length).toBe(second?.size);
    expect(mail?.raw.toString()).toContain(`Delivered-To: ${to}`);
    expect(mail?.raw.toString()).toMatch(/\r\n\r\nOK\r\n$/);
  });

  test('includes what came since the last look, whether or not anybody rang', async () => {
    expect(await mailbox.waiting()).toEqual([]);
    await post.deliver({ raw: mailOf('Plus tard') });
    expect(await subjectsWaiting()).toEqual(['Plus tard']);
  });

  test('of many mails leaves none out', async () => {
    await post.open(async (client) => {
      for (let no = 1; no <= 120; no += 1) await client.append('INBOX', mailOf(`Envoi ${no}`));
    });
    const waiting = await mailbox.waiting();
    expect(waiting.map(({ place }) => place.uid)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
  });

  test('is fetched as its beginning only where it is too big to be read', async () => {
    const small = boxOn(post.url, { maxSize: 1000 });
    await post.deliver({ raw: mailOf('Trop lourd', 'x'.repeat(70).concat('\r\n').repeat(20_000)) });
    const [mail] = await small.waiting();
    const fetched = await mail?.fetch();
    expect(fetched?.whole).toBe(false);
    expect(fetched?.raw.length).toBeLessThan(mail?.size ?? 0);
    expect(fetched?.raw.toString()).toContain('Subject: Trop lourd');
  });

  test('may be gone by the time it is fetched', async () => {
    await post.deliver({ raw: mailOf('Effacé ailleurs') });
    await post.deliver({ raw: mailOf('Reste') });
    const [first, second] = await mailbox.waiting();
    await post.open(async (client) => {
      await client.mailboxOpen('INBOX');
      await client.messageDelete('1', { uid: true });
    });
    expect(await first?.fetch()).toBeUndefined();
    expect(await second?.fetch()).toMatchObject({ whole: true });
    await mailbox.file(
      [first, second].flatMap((mail) => mail?.place ?? []),
      'handled',
    );
    expect(await mailbox.waiting()).toEqual([]);
  });
});

describe('a handled mail', () => {
  test('is filed in one of two folders, which are made where they are missing', async () => {
    await post.deliver({ raw: mailOf('Accord') });
    await post.deliver({ raw: mailOf('Question') });
    const [first, second] = (await mailbox.waiting()).map(({ place }) => place);
    await mailbox.file(first ? [first] : [], 'handled');
    await mailbox.file(second ? [second] : [], 'to-check');
    expect(await mailbox.waiting()).toEqual([]);
    expect(await post.subjects('Traités')).toEqual(['Accord']);
    expect(await post.subjects('À vérifier')).toEqual(['Question']);
  });

  test('is filed all the same where somebody has removed or renamed the folder meanwhile', async () => {
    await post.deliver({ raw: mailOf('Accord') });
    const places = (await mailbox.waiting()).map(({ place }) => place);
    await post.open(async (client) => {
      await client.mailboxRename('Traités', 'Anciens');
    });
    await mailbox.file(places, 'handled');
    expect(await post.subjects('Traités')).toEqual(['Accord']);
  });

  test('that a person moves back waits again', async () => {
    await post.deliver({ raw: mailOf('Accord') });
    await mailbox.file(
      (await mailbox.waiting()).map(({ place }) => place),
      'handled',
    );
    await post.open(async (client) => {
      await client.mailboxOpen('Traités');
      await client.messageMove('1:*', 'INBOX');
    });
    expect(await subjectsWaiting()).toEqual(['Accord']);
  });

  test('is filed by one of two programs and none of them fails', async () => {
    for (const subject of ['Un', 'Deux', 'Trois']) await post.deliver({ raw: mailOf(subject) });
    const other = boxOn(post.url);
    const places = (await mailbox.waiting()).map(({ place }) => place);
    await other.waiting();
    await mailbox.file(places, 'handled');
    await other.file(places, 'handled');
    expect(await mailbox.waiting()).toEqual([]);
  });
});

describe('waiting for mail', () => {
  test('ends as soon as a mail is delivered', async () => {
    await mailbox.waiting();
    const woken = mailbox.idle(60_000);
    await post.deliver({ raw: mailOf('Accord') });
    expect(await woken).toBe(true);
    expect(await subjectsWaiting()).toEqual(['Accord']);
  });

  test('ends when the time is over, or when nobody wants to wait any more', async () => {
    await mailbox.waiting();
    expect(await mailbox.idle(20)).toBe(false);
    const stop = new AbortController();
    const waited = mailbox.idle(60_000, stop.signal);
    stop.abort();
    expect(await waited).toBe(false);
  });

  test('does not begin where mail came while the last was being handled', async () => {
    await post.deliver({ raw: mailOf('Un') });
    const [first] = await mailbox.waiting();
    await post.deliver({ raw: mailOf('Deux') });
    await mailbox.file(first ? [first.place] : [], 'handled');
    expect(await mailbox.idle(60_000)).toBe(true);
    expect(await subjectsWaiting()).toEqual(['Deux']);
  });

  test('ends when the mailbox is closed, and nothing is asked of it afterwards', async () => {
    await mailbox.waiting();
    const waited = mailbox.idle(60_000);
    await mailbox.close();
    expect(await waited).toBe(false);
    await expect(mailbox.waiting()).rejects.toThrow('closed');
    await expect(mailbox.idle(60_000)).rejects.toThrow('closed');
    await mailbox.close();
  });
});
