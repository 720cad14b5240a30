import { explainMail } from '../../src/replies/explain';

const mail = (text: string, head = '') => Buffer.from(`From: camille@mairie.example\r\n${head}\r\n${text}\r\n`);

describe('explaining a mail without a database', () => {
  it('says what the words mean, and what was not checked', async () => {
    expect(await explainMail(mail('OUI 1\r\nNON 2 illisible'), { seats: 2 })).toEqual({
      machine: null,
      token: 'unchecked',
      sender: 'unchecked',
      authentication: 'unchecked',
      reply: 'OUI 1\nNON 2 illisible',
      intent: 'decision',
      decisions: [
        { seats: [1], decision: 'approve' },
        { seats: [2], decision: 'refuse', reason: 'unreadable' },
      ],
      verdict: 'applied',
      why: 'understood',
    });
  });

  it('knows how many seats the letter listed, when it is told', async () => {
    expect((await explainMail(mail('OUI 3'))).intent).toBe('decision');
    expect((await explainMail(mail('OUI 3'), { seats: 2 })).intent).toBe('unclear');
  });

  it('lets no machine decide', async () => {
    expect(await explainMail(mail('OK', 'Auto-Submitted: auto-replied\r\n'))).toMatchObject({
      machine: 'auto-reply',
      intent: 'unclear',
      decisions: [],
      verdict: 'machine',
    });
  });

  it('explains what cannot be read', async () => {
    expect(await explainMail(Buffer.from(''))).toMatchObject({ intent: 'empty', decisions: [] });
  });

  it('explains a mail of nearly 30 MB by its words, and a larger one by its header alone', async () => {
    const photo = Buffer.alloc(20 * 1024 * 1024, 7)
      .toString('base64')
      .replaceAll(/.{76}/g, '$&\r\n');
    const part = (head: string, body: string) => `--b\r\n${head}\r\n\r\n${body}\r\n`;
    const parts = [
      part('Content-Type: text/plain', 'NON 2 illisible'),
      part('Content-Type: image/jpeg\r\nContent-Transfer-Encoding: base64', photo),
    ];
    const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n';
    const large = mail(`${parts.join('')}--b--`, head);
    expect(large.length).toBeGreaterThan(27 * 1024 * 1024);
    expect(await explainMail(large)).toMatchObject({ intent: 'decision', decisions: [{ seats: [2], decision: 'refuse' }] });
    expect(await explainMail(Buffer.concat([large, Buffer.alloc(4 * 1024 * 1024, 'x')]))).toMatchObject({
      verdict: 'too-big',
      decisions: [],
    });
  });

  it.each([
    ['bytes of anything', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 31) % 256))],
    ['a mail in UTF-16', Buffer.from('From: camille@mairie.example\r\n\r\nOUI', 'utf16le')],
    ['a charset that nobody knows', mail('OUI', 'Content-Type: text/plain; charset=klingon\r\n')],
    ['a part that never ends', mail('--b\r\nContent-Type: multipart/mixed; boundary=c', 'Content-Type: multipart/mixed; boundary=b\r\n')],
  ])('explains %s without a fault', async (_what, raw) => {
    expect(await explainMail(raw)).toMatchObject({ token: 'unchecked' });
  });
});
