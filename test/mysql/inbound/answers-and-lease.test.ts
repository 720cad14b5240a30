import type { Knex } from 'knex';
import { createInboundMail } from '../../../src/mysql/inbound/inbound-mail';
import type { InboundMail } from '../../../src/ports/mail/inbound-mail';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { DAY, HOUR } from '../../../src/domain/time';
import { MINUTE, PERFORMANCE_AT } from '../../domain/order/a-story';
import { furnishTheatre } from '../sold-orders';
import { SECRETS } from '../told-order';
import { defined } from '../../fakes/defined';

let database: FreshDatabase;
let knex: Knex;
let ledger: InboundMail;

beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  await furnishTheatre(knex, PERFORMANCE_AT);
  ledger = createInboundMail({ knex, secrets: SECRETS });
});

afterAll(() => database.drop());

const ORDERS = Array.from({ length: 12 }, (_, index) => `7K2M-4Q${10 + index}`);

describe('answers', () => {
  const NOW = Date.parse('2027-02-01T09:00:00Z');

  beforeEach(() => knex('answers_sent').delete());

  test('go once a day to the same sender about the same thing, however the address is written', async () => {
    expect(await ask('Sophie.Morel@mariniers.example', 'unclear', NOW)).toBe(true);
    expect(await ask('sophie.morel@mariniers.example', 'unclear', NOW + HOUR)).toBe(false);
    expect(await ask('sophie.morel@mariniers.example', 'expired', NOW + HOUR)).toBe(true);
    expect(await ask('karim@mariniers.example', 'unclear', NOW + HOUR)).toBe(true);
    expect(await ask('sophie.morel@mariniers.example', 'unclear', NOW + DAY)).toBe(true);
    expect(await ask('sophie.morel@mariniers.example', 'unclear', NOW + DAY + HOUR)).toBe(false);
  });

  test('about many orders stop at ten a day to one sender for one reason', async () => {
    const asked: boolean[] = [];
    for (const order of ORDERS) asked.push(await ask('sophie.morel@mariniers.example', 'unclear', NOW, order));
    expect(asked.filter(Boolean)).toHaveLength(10);
    expect(await ask('sophie.morel@mariniers.example', 'expired', NOW, ORDERS[0])).toBe(true);
  });

  test('are counted and written in one: what fails leaves no count, and run again gives the same letter', async () => {
    const letter = answerTo('sophie.morel@mariniers.example', NOW);
    const broken = { ...letter, language: 'français' as 'fr' };
    await expect(ledger.answer(broken, 'unclear')).rejects.toThrow('Data too long');
    expect(await knex('answers_sent')).toEqual([]);
    const key = await ledger.answer(letter, 'unclear');
    expect(key).toBe(`answer:-:${letter.about.mail}`);
    expect(await ledger.answer(letter, 'unclear')).toBe(key);
    expect(await knex('outgoing_mail').where({ letter_key: defined(key) })).toMatchObject([{ state: 'queued', address: letter.to }]);
  });

  test('asked for at once by two workers: one is sent', async () => {
    const asked = await Promise.all([1, 2, 3, 4].map(() => ask('a@b.example', 'unclear', NOW)));
    expect(asked.filter(Boolean)).toHaveLength(1);
  });

  test('stop at sixty an hour, whoever writes, and start again later', async () => {
    for (let n = 0; n < 60; n += 1) expect(await ask(`robot-${n}@loop.example`, 'unclear', NOW)).toBe(true);
    expect(await ask('sophie.morel@mariniers.example', 'unclear', NOW + MINUTE)).toBe(false);
    expect(await ask('sophie.morel@mariniers.example', 'unclear', NOW + HOUR)).toBe(true);
  });

  test('leave no list of addresses behind', async () => {
    await ask('sophie.morel@mariniers.example', 'unclear', NOW);
    expect(JSON.stringify(await knex('answers_sent'))).not.toContain('sophie');
  });
});

describe('the lease of a mailbox', () => {
  test('is held by one of those who ask at once, and kept by asking again', async () => {
    const holders = ['worker-1', 'worker-2', 'worker-3', 'worker-4'];
    const got = await Promise.all(holders.map((holder) => ledger.lease('race', holder, inAnHour())));
    expect(got.filter(Boolean)).toHaveLength(1);
    const winner = holders[got.indexOf(true)] ?? '';
    expect(await ledger.lease('race', winner, inAnHour())).toBe(true);
    expect(await ledger.lease('race', 'worker-5', inAnHour())).toBe(false);
    expect(await ledger.lease('another-mailbox', 'worker-5', inAnHour())).toBe(true);
  });

  test('passes on when it is over, to one', async () => {
    expect(await ledger.lease('over', 'worker-1', new Date(Date.now() - 1000).toISOString())).toBe(true);
    const got = await Promise.all(['worker-2', 'worker-3'].map((holder) => ledger.lease('over', holder, inAnHour())));
    expect(got.filter(Boolean)).toHaveLength(1);
    expect(await ledger.lease('over', 'worker-1', inAnHour())).toBe(false);
  });
});

test('how a mailbox is doing is known to all: the same trouble keeps its beginning, until it is read', async () => {
  const mailbox = 'validation@mariniers.example';
  const at = (minute: number) => `2027-01-10T18:${minute}:00.000Z`;
  await ledger.mailboxRead(mailbox, at(10));
  await ledger.mailboxFailed(mailbox, { trouble: 'password-refused', at: at(11) });
  await ledger.mailboxFailed(mailbox, { trouble: 'password-refused', at: at(12) });
  expect(await ledger.mailboxes()).toEqual([{ mailbox, readAt: at(10), trouble: 'password-refused', since: at(11) }]);
  await ledger.mailboxRead(mailbox, at(13));
  expect(await ledger.mailboxes()).toEqual([{ mailbox, readAt: at(13) }]);
});

test('a password that the mailbox refuses is told to whoever stands above the reviewers, once a day', async () => {
  const mailbox = 'refused@mariniers.example';
  const told = () =>
    database
      .knex('outgoing_mail')
      .where({ kind: 'mailbox-refused' })
      .where('created_at', '>=', new Date('2027-02-01'))
      .orderBy('id')
      .pluck('address');
  await ledger.mailboxFailed(mailbox, { trouble: 'unreachable', at: '2027-02-01T08:00:00.000Z' });
  expect(await told()).toEqual([]);
  for (const at of ['2027-02-01T09:00:00.000Z', '2027-02-01T09:01:00.000Z'])
    await ledger.mailboxFailed(mailbox, { trouble: 'password-refused', at });
  await ledger.mailboxRead(mailbox, '2027-02-01T10:00:00.000Z');
  await ledger.mailboxFailed(mailbox, { trouble: 'password-refused', at: '2027-02-01T11:00:00.000Z' });
  const [escalation] = await database.knex('venues').orderBy('id').pluck('escalation_address');
  expect(await told()).toEqual([escalation]);
  await ledger.mailboxRead(mailbox, '2027-02-01T12:00:00.000Z');
  await ledger.mailboxFailed(mailbox, { trouble: 'password-refused', at: '2027-02-02T08:00:00.000Z' });
  expect(await told()).toEqual([escalation, escalation]);
});

let mail = 0;

function answerTo(to: string, at: number, order?: string) {
  mail += 1;
  return { kind: 'answer', order, about: { mail }, language: 'fr', to, at: new Date(at).toISOString() } as const;
}

async function ask(sender: string, reason: string, at: number, order?: string): Promise<boolean> {
  return (await ledger.answer(answerTo(sender, at, order), reason)) !== undefined;
}

function inAnHour(): string {
  return new Date(Date.now() + HOUR).toISOString();
}
