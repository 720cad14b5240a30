import request from 'supertest';
import { Mail, MailLine } from '../../src/web/api/schemas';
import type { Theatre } from './harness';
import { API_KEY, openTheatre } from './harness';

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
    expect(body.mails.map((line: unknown) => MailLine.strict().parse(line).id)).toEqual([7, 8]);
    const mail = await withKey('get', '/mails/7').expect(200);
    expect(Buffer.from(Mail.strict().parse(mail.body).raw, 'base64').equals(RAW)).toBe(true);
    await withKey('get', '/mails/99').expect(404);
  });

  it('are applied once, whoever reads them first', async () => {
    const apply = () => withKey('post', '/mails/7/apply').send({ answers: [{ seats: [3], kind: 'approve' }] });
    await apply().expect(200);
    expect(theatre.book.get('7K2M-4Q9T')?.view.seats[2]?.proof).toBe('approved');
    expect((await apply().expect(409)).body.code).toBe('mail-already-settled');
    expect((await withKey('get', '/mails')).body.mails).toHaveLength(1);
  });

  it('that are about no known order are applied to the one that is named', async () => {
    const answers = [{ seats: [4], kind: 'approve' }];
    await withKey('post', '/mails/8/apply').send({ answers }).expect(404);
    await withKey('post', '/mails/8/apply').send({ answers, order: '7K2M-4Q9T' }).expect(200);
    expect(theatre.book.get('7K2M-4Q9T')?.view.seats[3]?.proof).toBe('approved');
  });

  it('stay on the list when the rules say no', async () => {
    await withKey('post', '/mails/7/apply').send({ answers: [{ seats: [2], kind: 'approve' }] }).expect(409); // prettier-ignore
    expect((await withKey('get', '/mails')).body.mails).toHaveLength(2);
  });

  it('are dismissed with a reason', async () => {
    await withKey('post', '/mails/8/dismiss').send({ reason: 'advertising' }).expect(200);
    await withKey('post', '/mails/8/dismiss').send({}).expect(409);
    expect((await withKey('get', '/mails')).body.mails).toHaveLength(1);
  });
});
