import { anInbox, aWorker, reply } from '../an-inbox';
import type { AnInbox } from '../an-inbox';

let inbox: AnInbox;
let takeTurn: ReturnType<typeof aWorker>;

beforeEach(() => {
  inbox = anInbox();
  takeTurn = aWorker(inbox);
});

const verdicts = () => inbox.ledger.rows.map((row) => row.verdict?.verdict);

describe('what is kept of a mail', () => {
  const photo = `\r\n--b\r\nContent-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n\r\n${'QUFB\r\n'.repeat(500_000)}\r\n--b--\r\n`;
  const big = (options: Parameters<typeof reply>[0] = {}) =>
    reply({ ...options, headers: ['Content-Type: multipart/mixed; boundary=b'], text: `--b\r\n\r\nOUI 3${photo}` }).replace(
      'Content-Type: text/plain; charset=utf-8\r\n',
      '',
    );
  const kept = () => inbox.ledger.rows.map(({ raw, kept: as }) => ({ bytes: raw.length, stranger: as?.stranger, inPart: as?.inPart }));

  test('a reviewer’s own is kept as it came', async () => {
    inbox.mailbox.deliver(big());
    await takeTurn();
    expect(verdicts()).toEqual(['applied']);
    expect(kept()).toMatchObject([{ bytes: big().length }]);
  });

  test('of strangers’ only headers and the first part of the text', async () => {
    const secret = 'x'.repeat(32);
    inbox.mailbox.deliver(big({ token: secret, from: 'eve@attacker.example' }));
    inbox.mailbox.deliver(big({ token: '', from: 'eve@attacker.example' }));
    inbox.mailbox.deliver(reply({ token: secret, text: 'lorem ipsum\r\n'.repeat(200_000) }));
    await takeTurn();
    expect(verdicts()).toEqual(['unknown-token', 'not-for-us', 'unknown-token']);
    for (const { bytes, stranger, inPart } of kept()) expect([bytes < 50_000, stranger, inPart]).toEqual([true, true, true]);
    expect(inbox.ledger.rows.every(({ raw }) => raw.includes('From: <') && /OUI 3|lorem/.test(raw.toString()))).toBe(true);
  });

  test('and of whoever is not authenticated, though they know a secret', async () => {
    inbox.mailbox.deliver(big({ authenticated: false }));
    await takeTurn();
    expect(verdicts()).toEqual(['authentication-failed']);
    expect(kept()).toMatchObject([{ stranger: false, inPart: true }]);
  });
});
