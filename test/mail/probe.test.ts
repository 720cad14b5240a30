import { AUTHSERV_ID } from '../../local/authentication-results';
import { probeMail } from '../../src/mail/probe';
import { adviceFor } from '../../src/replies/probe-advice';
import { replyAddress } from '../../src/letters/reply-address';
import { postOf } from './post';

const smtpAs = (user: string) => {
  const url = new URL(process.env['SMTP_URL'] ?? '');
  url.username = encodeURIComponent(user);
  url.password = 'secret';
  return url.href;
};

const READING = { replyAddress, adviceFor };

test('a mail through the real host says which setting fits, and is taken away again', async () => {
  const post = postOf('probe');
  const probed = await probeMail({ smtpUrl: smtpAs(post.address), imapUrl: post.url, patienceMs: 60_000 }, READING);
  expect(probed).toMatchObject({
    from: post.address,
    recipientHeader: 'delivered-to',
    fits: { mode: 'ar', authservId: AUTHSERV_ID },
  });
  const left = await post.open(async (client) => client.status('INBOX', { messages: true }));
  expect(left).toMatchObject({ messages: 0 });
});

test('in somebody else’s name, whom the host does not vouch for, no setting fits', async () => {
  const post = postOf('probe-forged');
  const settings = { smtpUrl: smtpAs(post.address), imapUrl: post.url, from: 'sophie@ailleurs.example', patienceMs: 60_000 };
  const probed = await probeMail(settings, READING);
  expect(probed?.fits).toBeUndefined();
  expect(probed?.warnings.join(' ')).toContain('No setting holds');
});

test('a mail that never comes is told as such', async () => {
  const [here, elsewhere] = [postOf('probe-here'), postOf('probe-elsewhere')];
  const inbox = new URL(here.url);
  const probing = probeMail({ smtpUrl: smtpAs(elsewhere.address), imapUrl: inbox.href, patienceMs: 0 }, READING);
  expect(await probing).toBeUndefined();
});

describe('what a host writes', () => {
  const to = 'validation+abcdefghijklmnopqrstuvwxyz234567@mariniers.example';
  const advise = (...lines: readonly string[]) => {
    const raw = Buffer.from([...lines, 'From: sophie@mariniers.example', '', 'x'].join('\r\n'));
    const nowhere = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
    return adviceFor({ raw, domain: 'mariniers.example', to }, nowhere);
  };

  test('with its name in front is believed by that name', async () => {
    const { fits, recipientHeader } = await advise(
      'Authentication-Results: mx.host.example; dkim=pass header.d=mariniers.example; dmarc=pass',
      'Received: from a by mx.host.example',
      `To: ${to}`,
    );
    expect([fits, recipientHeader]).toEqual([{ mode: 'ar', authservId: 'mx.host.example' }, 'to']);
  });

  test('without a name is believed by its place, as Exchange Online’s', async () => {
    const { fits, warnings } = await advise(
      'Authentication-Results: dkim=pass (ok) header.d=mariniers.example; dmarc=pass action=none',
      'X-MS-Exchange-Organization-AuthAs: Internal',
      `To: ${to}`,
    );
    expect(fits).toEqual({ mode: 'ar-topmost-noid' });
    expect(warnings.join(' ')).toContain('never left the tenant');
  });

  test('below what came with the mail is not believed, and a lost secret is told', async () => {
    const { fits, recipientHeader, warnings } = await advise(
      'Received: from a by mx.host.example',
      'Received: from b by a',
      'Authentication-Results: forged.example; dkim=pass header.d=mariniers.example',
      'To: validation@mariniers.example',
    );
    expect([fits, recipientHeader]).toEqual([undefined, undefined]);
    expect(warnings.join(' ')).toContain('does not keep what follows the plus');
  });
});
