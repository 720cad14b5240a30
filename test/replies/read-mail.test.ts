import { headOfMail, MAX_MAIL_BYTES, readMail } from '../../src/replies/read-mail';
import { machineKind } from '../../src/replies/machine-mail';
import { mayBeAnswered } from '../../src/replies/may-answer';
import { dedupeKey } from '../../src/replies/fingerprint';

const mail = (head: string, body = 'OK\r\n') => Buffer.from(`${head}\r\n\r\n${body}`);
const HEAD = 'From: Camille <camille@mairie.example>\r\nTo: validation@theatre.example\r\nSubject: Re: x\r\nMessage-ID: <a@mairie.example>';

describe('reading a mail', () => {
  it('reads only the headers of one that is too big', async () => {
    const big = Buffer.concat([mail(HEAD), Buffer.alloc(MAX_MAIL_BYTES, 'x')]);
    const read = await readMail(big);
    expect(read).toMatchObject({ failure: { kind: 'too-big' }, messageId: 'a@mairie.example', subject: 'Re: x', text: '' });
  });

  it.each([
    ['an mbox line first', `From camille Tue Sep 29\r\n${HEAD}`],
    ['empty lines first', `\r\n\r\n${HEAD}`],
    ['a byte order mark first', `\uFEFF${HEAD}`],
  ])('finds the headers after %s', async (_what, head) => {
    expect(await readMail(mail(head))).toMatchObject({ subject: 'Re: x', sender: { address: 'camille@mairie.example' } });
  });

  it('lists recipients as a token is looked for', async () => {
    const head =
      'Cc: d@x.example\r\nTo: C@x.example\r\nX-Original-To: b@x.example\r\nDelivered-To: a@x.example\r\nIn-Reply-To: <1@x.example>\r\nReferences: <3@x.example>,<2@x.example>';
    const read = await readMail(mail(head));
    expect(read.recipients.flat()).toEqual(['a@x.example', 'b@x.example', 'c@x.example', 'd@x.example']);
    expect(read.references).toEqual(['1@x.example', '2@x.example', '3@x.example']);
  });

  it.each(['', '\0\0\0', 'From', 'Content-Type: multipart/mixed; boundary=""\r\n\r\n--', '\xFF\xFE', 'A: b'])(
    'never throws: %j',
    async (raw) => {
      expect(await readMail(Buffer.from(raw, 'latin1'))).toMatchObject({ headers: expect.any(Array) });
    },
  );

  it('tells the head of a mail without any parser', () => {
    const read = headOfMail(mail(HEAD), { kind: 'unreadable', why: 'out of time' });
    expect(read).toMatchObject({
      messageId: 'a@mairie.example',
      sender: { address: 'camille@mairie.example' },
      failure: { why: 'out of time' },
    });
  });
});

describe('a letter that came back', () => {
  it('is named by the Message-ID of the letter inside, with the address that failed', async () => {
    const body = [
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Final-Recipient: rfc822; Naima@orange.example',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'Message-ID: <l.k7.abcdefghijklmnopqrstuvwxyz234567@theatre.example>',
      '',
      'OUI',
      '--b--',
    ].join('\r\n');
    const read = await readMail(
      mail('From: MAILER-DAEMON@mx.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b', body),
    );
    expect(machineKind(read)).toBe('bounce');
    expect(read.returned).toEqual({
      messageId: 'l.k7.abcdefghijklmnopqrstuvwxyz234567@theatre.example',
      recipient: 'naima@orange.example',
    });
  });

  it('is named by its recipient where the host writes letters beyond ASCII by their number', async () => {
    const body = '--b\r\nContent-Type: message/global-delivery-status\r\n\r\nFinal-Recipient: utf-8; zo\\x{E9}@orange.example\r\n--b--';
    const head = 'From: MAILER-DAEMON@mx.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b';
    expect((await readMail(mail(head, body))).returned).toEqual({ recipient: 'zoé@orange.example' });
  });

  it('is found in the text where the host quotes its headers there', async () => {
    const text = 'Le message suivant n’a pas pu être remis :\r\n> Message-ID: <l.k7.abc@theatre.example>\r\n';
    expect((await readMail(mail('From: postmaster@mx.example\r\nX-Failed-Recipients: naima@laposte.example', text))).returned).toEqual({
      messageId: 'l.k7.abc@theatre.example',
      recipient: 'naima@laposte.example',
    });
  });

  it.each([
    ['the words of Postfix', '<naima@laposte.example>: host smtp.laposte.example said: 550 5.5.0', 'naima@laposte.example'],
    [
      'the words of Exchange',
      'Échec de la remise pour ces destinataires ou groupes :\r\n\r\nnaima@ville.example\r\nL’adresse est introuvable.',
      'naima@ville.example',
    ],
    ['the dialogue of the hosts', 'in reply to RCPT TO:<Naima@orange.example>\r\n550 5.1.1 OFR_416', 'naima@orange.example'],
  ])('is told by its recipient in %s', async (_what, text, recipient) => {
    expect((await readMail(mail('From: postmaster@mx.example', text))).returned).toEqual({ recipient });
  });

  it('is told by the reference of a host that answers the letter', async () => {
    const head = 'From: postmaster@mx.example\r\nIn-Reply-To: <l.k7.abc@theatre.example>';
    expect((await readMail(mail(head, '550 5.1.1 OFR_416'))).returned).toEqual({ messageId: 'l.k7.abc@theatre.example' });
  });
});

describe('whether a mail may be answered', () => {
  it.each([
    ['a colleague', HEAD, true],
    ['our own inbox', HEAD.replace('camille@mairie', 'validation+abc@theatre'), false],
    ['a machine', `Auto-Submitted: auto-replied\r\n${HEAD}`, false],
    ['a mail without envelope sender', `Return-Path: <>\r\n${HEAD}`, false],
    ['one that asks for silence', `X-Auto-Response-Suppress: All\r\n${HEAD}`, false],
    ['one that only wants no delivery reports', `X-Auto-Response-Suppress: DR, RN\r\n${HEAD}`, true],
    ['two senders', `From: eve@attacker.example\r\n${HEAD}`, false],
  ])('%s: %#', async (_who, head, expected) => {
    expect(mayBeAnswered(await readMail(mail(head)), ['validation@theatre.example'])).toBe(expected);
  });
});

describe('the dedupe key', () => {
  it('is of the secret and the Message-ID, else of what the sender wrote', () => {
    const raw = mail(HEAD);
    const other = mail(`Received: by b; later\r\n\tmore\r\nDelivered-To: x@y.example\r\n${HEAD.replace(/\r\nMessage-ID.*$/, '')}`);
    const bare = mail(HEAD.replace(/\r\nMessage-ID.*$/, ''));
    expect(dedupeKey('t', { messageId: 'a' }, raw)).toBe(dedupeKey('t', { messageId: 'a' }, bare));
    expect(dedupeKey('t', { messageId: 'a' }, raw)).not.toBe(dedupeKey('u', { messageId: 'a' }, raw));
    expect(dedupeKey('t', {}, other)).toBe(dedupeKey('t', {}, bare));
    expect(dedupeKey('t', {}, bare)).not.toBe(dedupeKey('t', {}, raw));
  });
});
