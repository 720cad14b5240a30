import type { Knex } from 'knex';
import { createInboundMail } from '../../../src/mysql/inbound/inbound-mail';
import { MOST_STRANGERS } from '../../../src/mysql/inbound/keep';
import type { InboundMail } from '../../../src/ports/mail/inbound-mail';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { SECRETS } from '../told-order';

const AT = '2027-01-09T08:00:00.000Z';
const raw = Buffer.from('From: eve@attacker.example\r\n\r\nbonjour\r\n');

let database: FreshDatabase;
let knex: Knex;
let ledger: InboundMail;
let uid = 0;

beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  ledger = createInboundMail({ knex, secrets: SECRETS });
});

afterAll(() => database.drop());

const arrived = async () =>
  (await ledger.store({ mailbox: 'validation@mariniers.example', uidValidity: '1', uid: (uid += 1) }, { raw, size: raw.length, at: AT }))
    .id;

test('the bytes that are kept take the place of those that were stored', async () => {
  const id = await arrived();
  await ledger.keep(id, { raw: Buffer.from('From: eve'), inPart: true, stranger: false });
  expect(await ledger.find(id)).toMatchObject({ raw: Buffer.from('From: eve'), inPart: true });
  await ledger.keep(id, { raw });
  const found = await ledger.find(id);
  expect([found?.raw, found?.inPart]).toEqual([raw, undefined]);
});

test('of strangers’ mails the newest are kept; the oldest go, but none that waits for its verdict or for our answer', async () => {
  const known = await arrived();
  await ledger.keep(known, { raw });
  const waiting = await arrived();
  await knex('inbound_mail').where({ id: waiting }).update({ stranger: true });
  const answered = await arrived();
  await ledger.judge(answered, { verdict: 'unknown-token', why: 'none of ours', needsAPerson: true });
  await knex('inbound_mail').where({ id: answered }).update({ stranger: true });
  await ledger.answer({ kind: 'answer', about: { mail: answered }, language: 'fr', to: 'eve@attacker.example', at: AT }, 'unknown-token');
  const rows = Array.from({ length: MOST_STRANGERS + 20 }, (_, at) => ({
    ...{ mailbox: 'flood@mariniers.example', uid_validity: '1', uid: at, size: 40, received_at: new Date(AT) },
    ...{ verdict: 'not-for-us', why: 'no secret', needs_a_person: true, stranger: true },
  }));
  await knex.batchInsert('inbound_mail', rows, 200);
  const last = await arrived();
  await ledger.keep(last, { raw, stranger: true });
  const left: readonly number[] = await knex('inbound_mail').where({ stranger: true }).pluck('id');
  // The two that are spared lie under the newest ones.
  expect(left).toHaveLength(MOST_STRANGERS + 2);
  for (const id of [known, waiting, answered, last]) expect(await ledger.find(id)).toMatchObject({ id });
});
