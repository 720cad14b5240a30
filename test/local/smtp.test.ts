import { randomUUID } from 'node:crypto';
import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';

const smtp = new URL(process.env['SMTP_URL'] ?? '');
const imap = new URL(process.env['IMAP_URL'] ?? '');

type Sent = { readonly from: string; readonly to: string; readonly signedInAs?: string; readonly headers?: Record<string, string> };

test('a reply of the reviewer who has signed in arrives vouched for, its plus-address in Delivered-To', async () => {
  const inbox = freshAddress('validation');
  const odile = freshAddress('odile');

  await send({ from: odile, to: inbox.replace('@', '+c7h2k9@'), signedInAs: odile });

  const source = await onlyMailOf(inbox);
  expect(source).toContain(`Return-Path: <${odile}>\r\n`);
  expect(source).toContain(`Delivered-To: ${inbox.replace('@', '+c7h2k9@')}\r\n`);
  expect(source).toMatch(
    /\r\nAuthentication-Results: mx\.demo\.local; dkim=pass header\.d=theatre\.example; spf=pass; dmarc=pass\r\nReceived: from /,
  );
});

test('a forged From is not vouched for, and the verdict that it brought along is gone', async () => {
  const inbox = freshAddress('validation');
  const forged = { 'Authentication-Results': 'mx.demo.local; dkim=pass header.d=theatre.example; spf=pass; dmarc=pass' };

  await send({ from: freshAddress('odile'), to: inbox, headers: forged });

  const source = await onlyMailOf(inbox);
  expect(source).toContain('Authentication-Results: mx.demo.local; dkim=fail header.d=theatre.example; spf=fail; dmarc=fail\r\n');
  expect(source).not.toContain('dkim=pass');
});

test('a wrong password is refused', async () => {
  const transport = createTransport({
    host: smtp.hostname,
    port: Number(smtp.port),
    auth: { user: 'odile@theatre.example', pass: 'devine' },
  });

  await expect(transport.sendMail({ from: 'odile@theatre.example', to: 'validation@theatre.example' })).rejects.toThrow(/535/);
});

test('a mail host that reports a failure may leave the sender empty', async () => {
  const inbox = freshAddress('validation');
  const transport = createTransport({ host: smtp.hostname, port: Number(smtp.port) });

  await transport.sendMail({ envelope: { from: false, to: inbox }, from: 'mailer-daemon@ailleurs.example', to: inbox, text: 'Non remis' });

  expect(await onlyMailOf(inbox)).toContain('Return-Path: <>\r\n');
});

test('a mail to two people lies in both mailboxes, each with its own address', async () => {
  const inboxes = [freshAddress('odile'), freshAddress('marius')];
  const transport = createTransport({ host: smtp.hostname, port: Number(smtp.port) });

  await transport.sendMail({ from: 'claire@spectateur.example', to: inboxes, text: 'Bonsoir' });

  for (const inbox of inboxes) expect(await onlyMailOf(inbox)).toContain(`Delivered-To: ${inbox}`);
});

/** Every address has a mailbox, so each test has its own. */
function freshAddress(name: string): string {
  return `${name}-${randomUUID().slice(0, 8)}@theatre.example`;
}

async function send({ from, to, signedInAs, headers = {} }: Sent): Promise<void> {
  const auth = signedInAs === undefined ? {} : { auth: { user: signedInAs, pass: 'secret' } };
  const transport = createTransport({ host: smtp.hostname, port: Number(smtp.port), ...auth });
  await transport.sendMail({ from, to, subject: 'Re: dossier C-1042', text: 'Accordé', headers });
}

async function onlyMailOf(address: string): Promise<string> {
  const auth = { user: address, pass: 'secret' };
  const client = new ImapFlow({ host: imap.hostname, port: Number(imap.port), secure: false, auth, logger: false });
  await client.connect();
  await client.mailboxOpen('INBOX');
  const mails = await client.fetchAll('1:*', { source: true });
  await client.logout();
  expect(mails).toHaveLength(1);
  return mails[0]?.source?.toString('utf8') ?? '';
}
