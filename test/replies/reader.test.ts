import type { MailAuthentication } from '../../src/domain/mail-authentication';
import { createTimedReader } from '../../src/replies/in-time';
import { createMailReader } from '../../src/replies/reader';
import type { ReviewKey } from '../../src/ports/mail/inbound-mail';
import { closedAfterwards } from '../closed-afterwards';
import { KARIM, MARINIERS, ORDER, SOPHIE } from '../people';
import { reply, TOKENS } from '../use-cases/an-inbox';

/** As long as a busy machine may need. */
const unhurried = () => createTimedReader({ readMs: 60_000, understandMs: 60_000 });
const reader = createMailReader({ ownAddresses: [MARINIERS.inboxAddress], reader: unhurried() });
const HOST: MailAuthentication = { mode: 'ar', authservId: 'mx.mariniers.example' };
const REVIEW: ReviewKey = {
  ...{ order: ORDER.reference, review: 2, seats: [3, 4], seatsInOrder: 5, venueId: 1, state: 'open' },
  ...{ reviewer: SOPHIE.id, reviewerName: SOPHIE.name, addresses: [SOPHIE.address], colleagues: [] },
};

afterAll(() => reader.close());

const read = (raw: string, whole = true) => reader.open(Buffer.from(raw), whole);
const judged = async (
  raw: string,
  { whole = true, review = REVIEW, host = HOST }: { whole?: boolean; review?: ReviewKey; host?: MailAuthentication } = {},
) => (await read(raw, whole)).judge(review, host);

describe('a mail that was read', () => {
  test('tells its secret, its sender and its first words', async () => {
    const long = `OUI ${'merci '.repeat(200)}`;
    const mail = await read(reply({ text: long, id: 'un@mariniers.example' }));
    expect(mail).toMatchObject({ token: TOKENS.sophie, sender: SOPHIE.address, identity: 'un@mariniers.example', mayBeAnswered: true });
    expect(mail.extract).toBe(long.slice(0, 500));
  });

  test('without a Message-ID is known by what lies below its trace', async () => {
    const raw = reply().replace(/^Message-ID: .*\r\n/m, '');
    const [once, again, other] = await Promise.all([
      read(raw),
      read(`Received: from another.example\r\n${raw}`),
      read(raw.replace('OUI', 'NON')),
    ]);
    expect(again.identity).toBe(once.identity);
    expect(other.identity).not.toBe(once.identity);
  });

  test('of our own is not answered', async () => {
    expect((await read(reply({ from: MARINIERS.inboxAddress }))).mayBeAnswered).toBe(false);
    expect((await read(reply({ headers: ['X-Contremarque-Letter: echo'] }))).mayBeAnswered).toBe(false);
  });

  test('however odd comes back to be judged', async () => {
    for (const raw of ['', '\0\0\0', 'From:\r\n\r\n', ':::', 'Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n']) {
      expect(await judged(raw)).toMatchObject({ command: undefined, authenticated: false });
    }
  });
});

describe('a judgement', () => {
  test('carries what is asked, with the words', async () => {
    expect(await judged(reply({ text: 'OUI 3\r\nNON 4 illisible' }))).toMatchObject({
      verdict: 'applied',
      authenticated: true,
      command: {
        kind: 'decide',
        answers: [
          { seats: [3], kind: 'approve' },
          { seats: [4], kind: 'refuse', reason: 'unreadable', words: 'illisible' },
        ],
      },
    });
    expect(await judged(reply({ text: 'Annuler' }))).toMatchObject({ command: { kind: 'undo' } });
  });

  test('takes the decision from an address that carries one, its words for the reason', async () => {
    const toSeat = (text: string) => reply({ text, token: `${TOKENS.sophie}-non3` });
    expect(await judged(toSeat('carte périmée'))).toMatchObject({ command: { answers: [{ seats: [3], reason: 'expired-document' }] } });
    expect(await judged(toSeat(''))).toMatchObject({ command: { answers: [{ seats: [3], kind: 'refuse', reason: 'insufficient' }] } });
  });

  test('of another reviewer’s reply, or of a forged one, asks nothing', async () => {
    expect(await judged(reply({ from: KARIM.address }))).toMatchObject({ verdict: 'sender-mismatch', command: undefined });
    expect(await judged(reply({ authenticated: false }))).toMatchObject({
      verdict: 'authentication-failed',
      command: undefined,
      authenticated: false,
    });
  });

  test('of a stranger asks DNS nothing, and verifies no large mail', async () => {
    let asked = 0;
    const resolver = () => {
      asked += 1;
      return Promise.resolve([]);
    };
    const other = closedAfterwards(createMailReader({ resolver, reader: unhurried() }));
    const judge = async (raw: string) => (await other.open(Buffer.from(raw), true)).judge(undefined, { mode: 'mailauth' });
    expect(await judge(reply({ token: '' }))).toMatchObject({ verdict: 'not-for-us', authenticated: false });
    expect(await judge(reply({ text: 'lorem ipsum\r\n'.repeat(100_000) }))).toMatchObject({ verdict: 'authentication-failed' });
    expect(asked).toBe(0);
  });

  test('of a mail whose header only was fetched tells it to its reviewer and to nobody else', async () => {
    const head = reply({ text: 'OUI' });
    expect(await judged(head, { whole: false })).toMatchObject({ verdict: 'too-big', command: undefined, authenticated: true });
    const notTheirs = [reply({ from: KARIM.address }), reply({ authenticated: false })];
    for (const raw of notTheirs) expect(await judged(raw, { whole: false })).toMatchObject({ verdict: 'too-big', authenticated: false });
    expect(await judged(head, { whole: false, host: { mode: 'mailauth' } })).toMatchObject({ verdict: 'too-big', authenticated: false });
  });

  test('is none where the venue’s settings do not say whom to trust', async () => {
    expect(await judged(reply(), { host: { mode: 'ar' } })).toMatchObject({ tryAgain: true, command: undefined, authenticated: false });
  });

  test('shows what was not understood', async () => {
    expect(await judged(reply({ text: 'OUI\r\nmais vérifiez la date' }))).toMatchObject({
      verdict: 'unclear',
      notUnderstood: expect.stringContaining('vérifiez'),
    });
  });
});
