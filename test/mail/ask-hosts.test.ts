import { createAskInbox, createAskMailer } from '../../src/mail/ask-hosts';
import { postOf } from './post';

const PATIENCE_MS = 60_000;
/** Nobody listens there (RFC 863 discards, and no test host runs it). */
const NOWHERE = '127.0.0.1:9';

function withPassword(url: string, user: string, password: string): string {
  const other = new URL(url);
  other.username = encodeURIComponent(user);
  other.password = password;
  return other.href;
}

test('the inbox answers, refuses a wrong password, or is away', async () => {
  const { url, address } = postOf('ask-inbox');
  expect(await createAskInbox(url, PATIENCE_MS)()).toBe('ok');
  expect(await createAskInbox(withPassword(url, address, 'wrong'), PATIENCE_MS)()).toBe('refused');
  await expect(createAskInbox(`imap://x:y@${NOWHERE}`, PATIENCE_MS)()).rejects.toThrow('ECONNREFUSED');
});

test('the host that sends letters answers, refuses a wrong password, or is away', async () => {
  const smtp = process.env['SMTP_URL'] ?? '';
  const { address } = postOf('ask-mailer');
  expect(await createAskMailer(withPassword(smtp, address, 'secret'), PATIENCE_MS)()).toBe('ok');
  expect(await createAskMailer(withPassword(smtp, address, 'wrong'), PATIENCE_MS)()).toBe('refused');
  await expect(createAskMailer(`smtp://${NOWHERE}`, PATIENCE_MS)()).rejects.toThrow('ECONNREFUSED');
});
