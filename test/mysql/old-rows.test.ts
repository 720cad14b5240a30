import type { Knex } from 'knex';
import { DAY } from '../../src/domain/time';
import { createInboundMail } from '../../src/mysql/inbound/inbound-mail';
import { createLetters } from '../../src/mysql/letters/letters';
import { createNotes } from '../../src/mysql/notes';
import { createOldRows } from '../../src/mysql/old-rows';
import { createProofs } from '../../src/mysql/proofs/proofs';
import { createSignInLinks } from '../../src/mysql/sign-in-links';
import { PAID, PAID_AT, PERFORMANCE_AT } from '../domain/order/a-story';
import { freshDatabase, type FreshDatabase } from './fresh-database';
import { furnishTheatre, sellOrder } from './sold-orders';
import { SECRETS } from './told-order';

const iso = (at: number) => new Date(at).toISOString();

let database: FreshDatabase;
let knex: Knex;

beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  await furnishTheatre(knex, PERFORMANCE_AT);
  await sellOrder(knex, PAID);
});

afterAll(() => database.drop());

/** What was written on the day of the payment and is forgotten so many days later. */
async function forget(days: number): Promise<number> {
  return createOldRows({ knex }).forget(iso(PAID_AT + days * DAY + 1));
}

test('handled mails lose their source after a week, those that wait for a person do not', async () => {
  const ledger = createInboundMail({ knex, secrets: SECRETS });
  const store = (uid: number) =>
    ledger.store({ mailbox: 'a', uidValidity: '1', uid }, { raw: Buffer.from('Bonjour'), size: 7, at: iso(PAID_AT) });
  const [handled, waiting, unjudged] = [await store(1), await store(2), await store(3)];
  const words = { sender: 'sophie.morel@mariniers.example', subject: 'Re: 7K2M-4Q9T', extract: 'OK' };
  await ledger.judge(handled.id, { verdict: 'applied', why: 'understood', ...words, needsAPerson: false });
  await ledger.judge(waiting.id, { verdict: 'unclear', why: 'no decision', ...words, needsAPerson: true });
  await forget(6);
  expect((await ledger.find(handled.id))?.raw.toString()).toBe('Bonjour');
  await forget(7);
  expect((await ledger.find(handled.id))?.raw).toHaveLength(0);
  expect((await ledger.find(waiting.id))?.raw.toString()).toBe('Bonjour');
  expect((await ledger.find(unjudged.id))?.raw.toString()).toBe('Bonjour');
  await forget(90);
  expect(await knex('inbound_mail_parts')).toEqual([]);
  expect(await ledger.find(handled.id)).toMatchObject(words);
  await forget(365);
  expect(await ledger.find(handled.id)).toMatchObject({ verdict: 'applied', why: 'understood', sender: undefined, extract: undefined });
});

test('addresses, notes, links and views go when their time has come, and nothing twice', async () => {
  const letters = createLetters({ knex, orders: { view: async () => undefined } });
  const letter = { kind: 'answer', about: { mail: 7 }, language: 'fr', to: 'camille.roussel@courriel.example', at: iso(PAID_AT) } as const;
  const key = await letters.write(letter);
  const waiting = await letters.write({ ...letter, about: { mail: 8 } });
  await letters.markSent(key, { at: iso(PAID_AT), messageId: '<a@mariniers.example>' });
  await createNotes({ knex }).write({ ref: 'n', order: PAID.order, text: 'illisible', by: 'reviewer:2', at: iso(PAID_AT) });
  await createSignInLinks({ knex }).add({ hash: SECRETS.hash('once'), order: PAID.order, expiresAt: iso(PAID_AT) });
  const fingerprints = { bytes: '0'.repeat(64), pixels: '1'.repeat(64) };
  const file = { kind: 'jpeg', fileName: 'carte.jpg', bytes: 1, pages: 1, fingerprints, receivedAt: iso(PAID_AT) } as const;
  await createProofs({ knex }).add({ id: 'a-proof', order: PAID.order, seats: [2], ...file });
  await createProofs({ knex }).logView({ proof: 'a-proof', by: 'staff:5', how: 'view', at: iso(PAID_AT) });

  await forget(30);
  expect(await knex('sign_in_links')).toEqual([]);
  expect(await knex('outgoing_mail').orderBy('id').pluck('address')).toEqual([null, 'camille.roussel@courriel.example']);
  expect(await knex('proof_views')).toHaveLength(1);
  await forget(3 * 365);
  expect(await knex('proof_views')).toEqual([]);
  expect(await knex('notes').pluck('text')).toEqual(['']);
  expect(await letters.stateOf(waiting)).toBe('queued');
  expect(await forget(3 * 365)).toBe(0);
});
