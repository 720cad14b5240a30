import { Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { NEEDS_SMTPUTF8 } from '../../src/domain/mail-address';
import type { OrderView } from '../../src/domain/order-view';
import { calendarFile } from '../../src/letters/calendar-file';
import { composeLetter } from '../../src/letters/compose-letter';
import { createMailer } from '../../src/mail/smtp-mailer';
import { MARINIERS, ORDER, SOPHIE } from '../people';
import { startHost, USER } from './mail-host';
import type { Host } from './mail-host';
import { LETTERS, picture, SECRETS, SETTINGS } from '../letters/drawer';
import type { Drawn } from '../letters/drawer';

function mailerTo(smtpUrl: string) {
  return createMailer({ smtpUrl, compose: (facts, attachments) => composeLetter(facts, attachments, SETTINGS) });
}

async function sent(drawn: Drawn) {
  const host = await startHost();
  const mailer = mailerTo(host.url);
  try {
    const answer = await mailer.send(drawn.facts, drawn.attachments);
    const [mail] = host.mails;
    if (!mail) throw new Error('No mail came.');
    return { answer, mail, parsed: await simpleParser(mail.raw), raw: mail.raw.toString('latin1') };
  } finally {
    mailer.close();
    await host.close();
  }
}

test('the review request leaves from the venue, with Sophie’s own reply address', async () => {
  const { mail, parsed, raw, answer } = await sent(LETTERS['review-request']('fr'));
  const token = SECRETS.reviewerToken({ order: ORDER.reference, review: 2, reviewer: SOPHIE.id, version: 1 });
  expect(mail).toMatchObject({ from: MARINIERS.inboxAddress, to: [SOPHIE.address], user: undefined });
  expect(parsed.from?.value).toEqual([{ address: MARINIERS.email, name: 'Théâtre des Mariniers, billetterie' }]);
  expect(parsed.replyTo?.value[0]?.address).toBe(`justificatifs+${token}@theatre-des-mariniers.example`);
  expect(parsed.messageId).toMatch(new RegExp(`^<l\\.[0-9a-f]{20}\\.${token}@theatre-des-mariniers\\.example>$`));
  expect(answer).toEqual({ messageId: parsed.messageId });
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(raw).toMatch(/^X-Auto-Response-Suppress: All\r$/m);
  expect(raw).toMatch(/^X-Contremarque-Letter: review-request\r$/m);
  expect(raw).toMatch(/^Content-Language: fr\r$/m);
  expect(raw).not.toMatch(/^X-Mailer/m);
});

test('a letter is written to its host in one piece, however many parts it has', async () => {
  const write = jest.spyOn(Socket.prototype, 'write');
  const { raw } = await sent(LETTERS['review-request']('fr', { attachments: [picture(3), picture(4)] }));
  const written = write.mock.calls.map(([piece]) => Buffer.from(piece).toString('latin1'));
  write.mockRestore();
  const [border = ''] = /^--\S+(?=\r$)/m.exec(raw) ?? [];
  // As RFC 5321 4.5.2 writes it.
  expect(written.filter((piece) => piece.includes(border))).toEqual([raw.replaceAll(/^\./gm, '..')]);
});

test('pictures travel inside the letter, in its text and page alike', async () => {
  const { parsed } = await sent(LETTERS['review-request']('fr', { attachments: [picture(3)] }));
  expect(parsed.attachments.map(({ contentId, contentDisposition, related }) => ({ contentId, contentDisposition, related }))).toEqual([
    { contentId: '<place-3@contremarque>', contentDisposition: 'inline', related: true },
  ]);
  expect(parsed.text).toContain('Deux justificatifs à vérifier');
  expect(parsed.html).toContain('<h1');
});

test('the tickets leave with their file and the performance for the calendar', async () => {
  const { parsed } = await sent(LETTERS.tickets('fr'));
  expect(parsed.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
    ['billets-7K2M-4Q9T.pdf', 'application/pdf'],
    ['le-phare-d-hiver.ics', 'text/calendar'],
  ]);
  expect(parsed.replyTo?.value[0]?.address).toBe(MARINIERS.email);
  const calendar = parsed.attachments[1]?.content.toString() ?? '';
  expect(calendar).toContain('DTSTART:20270116T193000Z');
  expect(calendar).toContain('DTEND:20270116T210500Z');
  expect(calendar).toContain('DTSTAMP:20270108T132100Z');
  // Unfolded (RFC 5545 3.1): the seats, the order and where to find it, and no name or secret.
  const unfolded = calendar.replaceAll(/\r\n[ \t]/g, '');
  expect(unfolded).toContain('DESCRIPTION:place 1\u00a0: rang F\\, fauteuil 12\\n');
  expect(unfolded).toMatch(/^URL:http.*\/commande\/7K2M-4Q9T\r$/m);
  expect(unfolded).not.toMatch(/Roussel|Étudiant|\/c\//);
  expect(parsed.messageId).toMatch(/^<l\.[0-9a-f]{20}@theatre-des-mariniers\.example>$/);
});

test('an order that was cancelled says so in the calendar, in the entry of before', () => {
  const lineOf = (order: OrderView, field: string) =>
    new RegExp(`^${field}:.*$`, 'm').exec(calendarFile(order, SETTINGS).content.toString())?.[0].trim();
  const cancelled: OrderView = { ...ORDER, payment: 'refund-due', seats: ORDER.seats.map((seat) => ({ ...seat, delivery: 'void' })) };
  expect([lineOf(ORDER, 'STATUS'), lineOf(cancelled, 'STATUS')]).toEqual(['STATUS:CONFIRMED', 'STATUS:CANCELLED']);
  expect(lineOf(cancelled, 'UID')).toBe(lineOf(ORDER, 'UID'));
});

test('the answer to a mail is threaded under it', async () => {
  const { parsed, raw } = await sent(LETTERS.answer('fr'));
  expect(raw).toMatch(/^Auto-Submitted: auto-replied\r$/m);
  expect(parsed.inReplyTo).toBe('<reply-1@theatre-des-mariniers.example>');
  expect(parsed.references).toBe('<reply-1@theatre-des-mariniers.example>');
});

test('a letter about no order leaves from the house', async () => {
  const { parsed } = await sent(
    LETTERS['sign-in-link']('en', { order: undefined, recipient: { address: 'camille.roussel@courriel.example' } }),
  );
  expect(parsed.from?.value).toEqual([{ address: MARINIERS.email, name: 'Théâtre des Mariniers, box office' }]);
  expect(parsed.subject).toBe('Your link to find your tickets');
});

test('a venue that has a name for its sender is seen under it, as it is', async () => {
  const order = { ...ORDER, venue: { ...MARINIERS, senderName: 'Les Mariniers (réservations)' } };
  const { parsed } = await sent(LETTERS.confirmation('en', { order }));
  expect(parsed.from?.value[0]).toEqual({ address: MARINIERS.email, name: 'Les Mariniers (réservations)' });
});

test('a venue with a colon in its name still has a sender', async () => {
  const venue = { ...MARINIERS, name: 'La Cale : scène du port' };
  const { parsed } = await sent(LETTERS.reminder('fr', { order: { ...ORDER, venue } }));
  expect(parsed.from?.value[0]).toEqual({ address: MARINIERS.email, name: 'La Cale scène du port, billetterie' });
});

test('the same letter, sent twice, has the same name and the same words', async () => {
  const [once, twice] = [await sent(LETTERS.refusal('fr')), await sent(LETTERS.refusal('fr'))];
  expect(twice.answer).toEqual(once.answer);
  expect([twice.parsed.text, twice.parsed.html]).toEqual([once.parsed.text, once.parsed.html]);
});

function to(address: string) {
  return LETTERS.reminder('fr', { recipient: { address } }).facts;
}

test('what the host will never take is refused; what it cannot take now rises', async () => {
  const host = await startHost({
    'parti@courriel.example': { code: 550, says: '5.1.1 Adresse d au moins un destinataire invalide' },
    'pleine@courriel.example': { code: 452, says: '4.2.2 Boîte pleine' },
  });
  const mailer = mailerTo(host.url);
  try {
    const { refused, messageId } = await mailer.send(to('parti@courriel.example'), []);
    expect(refused).toContain('destinataire invalide');
    expect(messageId).toMatch(/^<l\./);
    await expect(mailer.send(to('pleine@courriel.example'), [])).rejects.toThrow('4.2.2');
    expect((await mailer.send(to('camille.roussel@courriel.example'), [])).refused).toBeUndefined();
  } finally {
    mailer.close();
    await host.close();
  }
});

describe('an address of any script', () => {
  const sentTo = async (address: string, host: Host) => {
    const mailer = mailerTo(host.url);
    try {
      return { answer: await mailer.send(to(address), []), mail: host.mails.at(-1) };
    } finally {
      mailer.close();
    }
  };

  it('leaves in plain ASCII where only its domain is beyond, whatever the host knows', async () => {
    const host = await startHost({}, { hideSMTPUTF8: true });
    try {
      const { answer, mail } = await sentTo('jean@théâtre.example', host);
      expect(answer.refused).toBeUndefined();
      // The listener writes domains out again, however they came: a host without the extension has taken it, so it was ASCII.
      expect(mail?.to).toEqual(['jean@théâtre.example']);
      expect(mail?.raw.toString('latin1')).toMatch(/^To: .*jean@xn--thtre-4qa2c\.example/m);
    } finally {
      await host.close();
    }
  });

  it('leaves as it is written where the host takes it (RFC 6531)', async () => {
    const host = await startHost();
    try {
      const { answer, mail } = await sentTo('zoé@théâtre.example', host);
      expect(answer.refused).toBeUndefined();
      expect(mail?.to.map((address) => address.normalize('NFC'))).toEqual([expect.stringMatching(/^zoé@/)]);
      expect(mail?.raw.toString('utf8')).toMatch(/^To: .*zoé@/m);
    } finally {
      await host.close();
    }
  });

  it('is refused for good, by name, where the host does not: nothing is tried for ever', async () => {
    const host = await startHost({}, { hideSMTPUTF8: true });
    try {
      const { answer, mail } = await sentTo('用户@例子.example', host);
      expect(answer.refused).toBe(NEEDS_SMTPUTF8);
      expect(mail).toBeUndefined();
    } finally {
      await host.close();
    }
  });

  it('of the venue stands in every header as any mail program reads it', async () => {
    const venue = { ...MARINIERS, email: 'billetterie@théâtre.example', inboxAddress: 'justificatifs@théâtre.example' };
    const { mail, raw } = await sent(LETTERS['review-request']('fr', { order: { ...ORDER, venue } }));
    expect(mail.from).toBe('justificatifs@théâtre.example');
    expect(raw).toMatch(/^Reply-To:\s+<?justificatifs\+[a-z2-7]{32}@xn--thtre-4qa2c\.example>?\r$/m);
    expect(raw).toMatch(/^Message-ID:\s+<l\.[^>]+@xn--thtre-4qa2c\.example>\r$/m);
    expect(raw).toMatch(/<billetterie@xn--thtre-4qa2c\.example>/);
  });
});

test('it signs in when the address of the host says as whom; a wrong password is nobody’s letter', async () => {
  const host = await startHost();
  const signed = (password: string) => `smtp://${USER.name}:${encodeURIComponent(password)}@${host.url.slice('smtp://'.length)}`;
  const mailer = mailerTo(signed(USER.password));
  const stranger = mailerTo(signed('guess'));
  try {
    await mailer.send(LETTERS.reminder('fr').facts, []);
    expect(host.mails.map(({ user }) => user)).toEqual([USER.name]);
    await expect(stranger.send(LETTERS.reminder('fr').facts, [])).rejects.toThrow(/535|login/i);
  } finally {
    mailer.close();
    stranger.close();
    await host.close();
  }
});

test('a host that is away is a fault, not a refusal', async () => {
  const host = await startHost();
  await host.close();
  const mailer = mailerTo(host.url);
  await expect(mailer.send(LETTERS.reminder('fr').facts, [])).rejects.toThrow('ECONNREFUSED');
  mailer.close();
});
