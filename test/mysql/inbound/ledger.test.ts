import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { createInboundMail } from '../../../src/mysql/inbound/inbound-mail';
import type { InboundMail } from '../../../src/ports/mail/inbound-mail';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { PERFORMANCE_AT } from '../../domain/order/a-story';
import { furnishTheatre } from '../sold-orders';
import { SECRETS } from '../told-order';

const ORDER = '7K2M-4Q9T';
const MAILBOX = 'validation@mariniers.example';
const AT = '2027-01-09T08:00:00.000Z';
const reply = (text: string) => Buffer.from(`From: sophie.morel@mariniers.example\r\n\r\n${text}\r\n`);
let uid = 0;

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

function newPlace() {
  uid += 1;
  return { mailbox: MAILBOX, uidValidity: '1700000000', uid };
}

async function arrived(raw = reply('OK')): Promise<number> {
  return (await ledger.store(newPlace(), { raw, size: raw.length, at: AT })).id;
}

describe('a mail', () => {
  test('seen twice in the same place is one mail', async () => {
    const place = newPlace();
    const mail = { raw: reply('OK'), size: 50, at: AT };
    const first = await ledger.store(place, mail);
    expect(first).toMatchObject({ tries: 0 });
    await ledger.judge(first.id, { verdict: 'applied', why: 'understood', needsAPerson: false });
    const again = await ledger.store(place, { ...mail, at: '2027-01-09T09:30:00.000Z' });
    expect(again).toEqual({ id: first.id, receivedAt: AT, verdict: 'applied', needsAPerson: false, tries: 0 });
    expect(await knex('inbound_mail').where({ uid: place.uid })).toHaveLength(1);
  });

  test('that two workers fetch at once is stored by one, and both go on with the same row', async () => {
    const place = newPlace();
    const mail = { raw: reply('OUI 1'), size: 60, at: AT };
    const stored = await Promise.all([ledger.store(place, mail), ledger.store(place, mail), ledger.store(place, mail)]);
    expect(new Set(stored.map(({ id }) => id)).size).toBe(1);
    expect((await ledger.find(stored[0].id))?.raw).toEqual(mail.raw);
  });

  test('of 20 MB comes back to the byte', async () => {
    const raw = randomBytes(20 * 1024 * 1024);
    const found = await ledger.find(await arrived(raw));
    expect(found?.raw.equals(raw)).toBe(true);
  });

  test('put back after the server numbered its mails anew is another row; the dedupe key tells that it is the same', async () => {
    const first = await arrived();
    const again = await ledger.store({ mailbox: MAILBOX, uidValidity: '1800000000', uid: 1 }, { raw: reply('OK'), size: 40, at: AT });
    expect(again.id).not.toBe(first);
    expect(await ledger.claim(first, 'token-a:message-1')).toBe(true);
    expect(await ledger.claim(again.id, 'token-a:message-1')).toBe(false);
    expect(await ledger.claim(first, 'token-a:message-1')).toBe(true);
    expect(await ledger.claim(again.id, 'token-b:message-1')).toBe(true);
  });

  test('that two workers claim at once is claimed by one', async () => {
    const mails = await Promise.all([arrived(), arrived(), arrived(), arrived()]);
    const claims = await Promise.all(mails.map((id) => ledger.claim(id, 'token-c:message-2')));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  test('is judged once', async () => {
    const id = await arrived();
    await ledger.judge(id, { verdict: 'unclear', why: 'no decision', needsAPerson: true });
    await ledger.judge(id, { verdict: 'applied', why: 'understood', needsAPerson: false });
    expect(await ledger.find(id)).toMatchObject({ verdict: 'unclear', needsAPerson: true });
  });

  test('that fails by its own fault counts its tries', async () => {
    const id = await arrived();
    expect(await ledger.countFailure(id)).toBe(1);
    expect(await ledger.countFailure(id)).toBe(2);
  });
});

describe('« À vérifier »', () => {
  test('lists the mails that need a person, newest first, until somebody settles them', async () => {
    const judged = {
      verdict: 'sender-mismatch',
      why: 'From is not the reviewer',
      order: ORDER,
      review: 1,
      reviewer: 2,
      needsAPerson: true,
    };
    const words = { sender: 'sophie@perso.example', subject: 'Re: commande', messageId: '<m1@perso.example>', extract: 'ok pour moi' };
    const before = await ledger.countToCheck();
    const older = await arrived();
    const newer = await arrived();
    await ledger.judge(older, { ...judged, ...words });
    await ledger.judge(newer, judged);
    const toCheck = (limit: number) => ledger.list({ show: 'to-check', limit });
    expect((await toCheck(2)).map(({ id }) => id)).toEqual([newer, older]);
    expect(await ledger.countToCheck()).toBe(before + 2);
    await ledger.settle(newer, { how: 'dismissed', by: 'staff:5', reason: 'doublon', at: AT });
    expect(await ledger.countToCheck()).toBe(before + 1);
    expect((await toCheck(1))[0]).toMatchObject({ id: older, receivedAt: AT, ...judged, ...words });
    await ledger.judge(await arrived(), { verdict: 'applied', why: 'understood', order: ORDER, needsAPerson: false });
    const machine = await arrived();
    await ledger.judge(machine, { verdict: 'machine', why: 'auto-reply', needsAPerson: false });
    const ids = async (filter: object) => (await ledger.list({ show: 'not-applied', limit: 3, ...filter })).map(({ id }) => id);
    expect(await ids({ verdict: 'machine', limit: 1 })).toEqual([machine]);
    expect(await ids({ order: ORDER, verdict: 'sender-mismatch' })).toEqual([newer, older]);
    expect(await ids({ sender: 'Sophie@perso.example', before: newer })).toEqual([older]);
    expect(await ids({ show: 'to-check', verdict: 'sender-mismatch' })).toEqual([older]);
    expect(await ids({ show: 'all', verdict: 'applied', order: ORDER })).toHaveLength(1);
    expect(await ledger.find(newer)).toMatchObject({ settled: { how: 'dismissed', by: 'staff:5', reason: 'doublon', at: AT } });
  });

  test('a mail that a colleague has settled is not settled again', async () => {
    const id = await arrived();
    await ledger.settle(id, { how: 'applied', by: 'staff:5', at: AT });
    await expect(ledger.settle(id, { how: 'dismissed', by: 'staff:6', at: AT })).rejects.toMatchObject({ code: 'mail-already-settled' });
    await expect(ledger.settle(999_999, { how: 'dismissed', by: 'staff:6', at: AT })).rejects.toMatchObject({ code: 'mail-not-found' });
    expect(await ledger.find(999_999)).toBeUndefined();
  });

  test('a subject or an extract of any length is kept as far as the column goes', async () => {
    const id = await arrived();
    await ledger.judge(id, {
      verdict: 'unclear',
      why: 'long',
      subject: 'é'.repeat(30_000),
      extract: '😀'.repeat(30_000),
      needsAPerson: true,
    });
    const found = await ledger.find(id);
    expect(found?.subject).toHaveLength(16_000);
    expect(found?.extract?.startsWith('😀😀')).toBe(true);
  });
});
