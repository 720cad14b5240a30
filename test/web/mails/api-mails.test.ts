import request from 'supertest';
import { Mail, MailLine } from '../../../src/web/mails/mail-schemas';
import type { Theatre } from '../harness';
import { API_KEY, openTheatre } from '../harness';

let theatre: Theatre;

const RAW = Buffer.from('From: sophie.marchand@theatre-des-mariniers.example\r\n\r\nÇa dépend.\r\n');

beforeEach(async () => {
  theatre = await openTheatre({
    mails: [
      {
        ...{ id: 7, receivedAt: '2027-01-11T16:00:00.000Z', verdict: 'unclear', why: 'No verdict was found in the words.' },
        ...{ order: '7K2M-4Q9T', review: 2, sender: 'sophie.marchand@theatre-des-mariniers.example', subject: 'Re: Camille Roussel' },
        ...{ extract: 'Ça dépend.', needsAPerson: true, raw: RAW },
      },
      { id: 10, receivedAt: '2027-01-11T18:00:00.000Z', verdict: 'applied', why: 'understood', order: '7K2M-4Q9T', needsAPerson: false, raw: RAW }, // prettier-ignore
      { id: 9, receivedAt: '2027-01-11T17:00:00.000Z', verdict: 'machine', why: 'auto-reply', needsAPerson: false, raw: RAW },
      { id: 8, receivedAt: '2027-01-11T15:00:00.000Z', verdict: 'no-token', why: 'No secret of ours.', needsAPerson: true, raw: RAW },
    ],
  });
});
afterEach(() => theatre.close());

const withKey = (method: 'get' | 'post', path: string) =>
  request(theatre.url)[method](`/api${path}`).set('Authorization', `Bearer ${API_KEY}`);

describe('mails that need a person', () => {
  it('are listed, and shown as they came', async () => {
    const { body } = await withKey('get', '/mails').expect(200);
    expect(body.mails.map((line: unknown) => MailLine.strict().parse(line).id)).toEqual([8, 7]);
    const mail = await withKey('get', '/mails/7').expect(200);
    expect(Buffer.from(Mail.strict().parse(mail.body).raw, 'base64').equals(RAW)).toBe(true);
    await withKey('get', '/mails/99').expect(404);
  });

  it('and those that need nobody are found by what became of them, a page at a time', async () => {
    const ids = async (query: string) => {
      const { body } = await withKey('get', `/mails?${query}`).expect(200);
      return [body.mails.map((line: unknown) => MailLine.strict().parse(line).id), body.next];
    };
    expect(await ids('show=not-applied')).toEqual([[9, 8, 7], undefined]);
    expect(await ids('show=all')).toEqual([[10, 9, 8, 7], undefined]);
    expect(await ids('show=not-applied&verdict=machine')).toEqual([[9], undefined]);
    expect(await ids('show=all&limit=2')).toEqual([[10, 9], 9]);
    expect(await ids('show=all&limit=2&before=9')).toEqual([[8, 7], 7]);
    await withKey('get', '/mails?show=everything').expect(400);
  });

  it('that had their effect are applied by nobody', async () => {
    const answers = [{ seats: [3], kind: 'approve' }];
    expect((await withKey('post', '/mails/10/apply').send({ answers }).expect(409)).body.code).toBe('mail-already-settled');
  });

  it('are applied once, whoever reads them first', async () => {
    const answers = [{ seats: [3], kind: 'approve' }];
    const apply = (attested = true) => withKey('post', '/mails/7/apply').send({ answers, attested });
    expect((await apply(false).expect(422)).body.code).toBe('attestation-needed');
    await apply().expect(200);
    expect(theatre.book.get('7K2M-4Q9T')?.view.seats[2]?.proof).toBe('approved');
    expect((await apply().expect(409)).body.code).toBe('mail-already-settled');
    expect((await withKey('get', '/mails')).body.mails).toHaveLength(1);
  });

  it('that are about no known order are applied to the one that is named', async () => {
    const answers = [{ seats: [4], kind: 'approve' }];
    await withKey('post', '/mails/8/apply').send({ answers }).expect(404);
    await withKey('post', '/mails/8/apply').send({ answers, order: '7K2M-4Q9T', attested: true }).expect(200);
    expect(theatre.book.get('7K2M-4Q9T')?.view.seats[3]?.proof).toBe('approved');
  });

  it('stay on the list when the rules say no', async () => {
    await withKey('post', '/mails/7/apply').send({ answers: [{ seats: [2], kind: 'approve' }], attested: true }).expect(409); // prettier-ignore
    expect((await withKey('get', '/mails')).body.mails).toHaveLength(2);
  });

  it('are dismissed with a reason', async () => {
    await withKey('post', '/mails/8/dismiss').send({ reason: ' ' }).expect(400);
    await withKey('post', '/mails/8/dismiss').send({ reason: 'advertising' }).expect(200);
    await withKey('post', '/mails/8/dismiss').send({ reason: 'again' }).expect(409);
    expect((await withKey('get', '/mails')).body.mails).toHaveLength(1);
  });
});
