import type { Knex } from 'knex';
import type { LetterFacts, Letters } from '../../../src/ports/mail/letters';
import { HOUR } from '../../../src/domain/time';
import { createInboundMail } from '../../../src/mysql/inbound/inbound-mail';
import { createLetters } from '../../../src/mysql/letters/letters';
import { createNotes } from '../../../src/mysql/notes';
import { createOrders } from '../../../src/mysql/orders/orders';
import { MINUTE, PAID, PAID_AT, PERFORMANCE_AT, SOPHIE } from '../../domain/order/a-story';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { furnishTheatre, sellOrder } from '../sold-orders';
import { SECRETS, toldOrder } from '../told-order';
import { insertedId } from '../../../src/mysql/rows';

const ORDER = '7K2M-4Q9T';
const iso = (at: number) => new Date(at).toISOString();
const KARIM = { role: 'staff', id: 5 } as const;
const A_PROGRAM = { role: 'api-key', id: 9 } as const;

let database: FreshDatabase;
let knex: Knex;
let letters: Letters;
let told: ReturnType<typeof toldOrder>;

beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  await furnishTheatre(knex, PERFORMANCE_AT);
  await sellOrder(knex, PAID);
  letters = createLetters({ knex, orders: createOrders({ knex, secrets: SECRETS }) });
  told = toldOrder(knex, PAID);
  await told.start();
  await told.deposit(PAID_AT + MINUTE, 'lea', 2);
  await told.deposit(PAID_AT + MINUTE, 'tom', 3);
});

afterAll(() => database.drop());

async function factsOf(key: string): Promise<LetterFacts> {
  const facts = await letters.facts(key);
  if (!facts) throw new Error(`No letter ${key}.`);
  return facts;
}

async function refuse(by: typeof SOPHIE | typeof KARIM | typeof A_PROGRAM, seat: number): Promise<string> {
  const head = told.head(PAID_AT + HOUR, by, by.role === 'reviewer' ? 'mail' : by.role === 'staff' ? 'desk' : 'api');
  const noteRef = `${head.command}/0`;
  await createNotes({ knex }).write({ ref: noteRef, order: ORDER, text: 'La photo est trop sombre.', by: 'x', at: iso(PAID_AT) });
  const answers = [{ seats: [seat], kind: 'refuse', reason: 'unreadable', noteRef }] as const;
  await told.say({ kind: 'decided', ...head, answers });
  return head.command;
}

async function earlierOf(reviewer: number): Promise<LetterFacts['earlier']> {
  const about = { mail: 99, review: 1, reviewer };
  const key = await letters.write({ kind: 'answer', order: ORDER, about, language: 'fr', to: 'a@b.example', at: iso(PAID_AT) });
  const { earlier } = await factsOf(key);
  await knex('outgoing_mail').where({ letter_key: key }).delete();
  return earlier;
}

describe('a letter’s facts, read when it is sent', () => {
  test('the confirmation goes to the spectator with the whole order', async () => {
    expect(await factsOf(`confirmation:${ORDER}`)).toMatchObject({
      name: { kind: 'confirmation', order: ORDER, about: {} },
      language: 'fr',
      recipient: { name: `Camille Roussel ${ORDER}`, address: 'camille.roussel@courriel.example' },
      order: { reference: ORDER, status: 'under-review', venue: { name: 'Théâtre des Mariniers' } },
      decision: undefined,
      reviewer: undefined,
    });
  });

  test('the venue’s copy goes to its address for copies', async () => {
    const { recipient } = await factsOf(`venue-copy:${ORDER}:confirmation`);
    expect(recipient).toEqual({ name: 'Théâtre des Mariniers', address: 'copies@mariniers.example' });
  });

  test('the venue’s copy repeats the venue’s own words for the spectator, in the language of the order', async () => {
    const rows = [
      { kind: 'confirmation', language: 'en', text: 'Own words. {annonce}' },
      { kind: 'confirmation', language: 'fr', text: 'Propres mots. {annonce}' },
      { kind: 'venue-copy', language: 'fr', text: 'Pour le classeur. {message}' },
    ] as const;
    await knex('venue_texts').insert(rows.map((row) => ({ ...row, venue_id: 1, version: 1 })));
    await knex('orders').where({ reference: ORDER }).update({ language: 'en' });
    const { texts, language } = await factsOf(`venue-copy:${ORDER}:confirmation`);
    await knex('orders').where({ reference: ORDER }).update({ language: 'fr' });
    await knex('venue_texts').delete();
    expect(language).toBe('fr');
    expect(texts).toEqual({ confirmation: rows[0]?.text, 'venue-copy': rows[2]?.text });
  });

  test('each review request goes to its own reviewer, with the version of their secret', async () => {
    expect(await factsOf(`review-request:${ORDER}:1:2`)).toMatchObject({
      recipient: { name: 'Sophie Morel', address: 'sophie.morel@mariniers.example' },
      reviewer: { id: 2, name: 'Sophie Morel', address: 'sophie.morel@mariniers.example', version: 1 },
    });
    expect(await factsOf(`review-request:${ORDER}:1:1`)).toMatchObject({ recipient: { address: 'billetterie@mariniers.example' } });
  });

  test('the echo goes to whoever decided, with their own words; so does what is undone by a colleague', async () => {
    const command = await refuse(SOPHIE, 2);
    const decision = {
      by: SOPHIE,
      byName: 'Sophie Morel',
      door: 'mail',
      at: iso(PAID_AT + HOUR),
      settlesAt: iso(PAID_AT + HOUR + 10 * MINUTE),
      decisions: [{ seat: 2, kind: 'refuse', reason: 'unreadable', noteRef: `${command}/0`, note: 'La photo est trop sombre.' }],
    };
    expect(await factsOf(`echo:${ORDER}:${command}`)).toMatchObject({ recipient: { address: 'sophie.morel@mariniers.example' }, decision });
    // The answer to a mail tells its reader, and nobody else, of what they answered before.
    expect(await earlierOf(SOPHIE.id)).toMatchObject([
      { by: SOPHIE, settlesAt: decision.settlesAt, decisions: [{ seat: 2, kind: 'refuse' }] },
    ]);
    expect(await earlierOf(1)).toEqual([]);
    const undone = told.head(PAID_AT + HOUR + MINUTE, KARIM, 'desk');
    await told.say({ kind: 'undone', ...undone });
    const facts = await factsOf(`undone:${ORDER}:${undone.command}`);
    expect(facts).toMatchObject({ recipient: { address: 'sophie.morel@mariniers.example' }, decision });
    expect(await earlierOf(SOPHIE.id)).toEqual([]);
  });

  test('a decision taken on the desk is echoed to the person signed in', async () => {
    const command = await refuse(KARIM, 3);
    expect(await factsOf(`echo:${ORDER}:${command}`)).toMatchObject({
      recipient: { name: 'Karim Haddad', address: 'karim.haddad@mariniers.example' },
      decision: { by: KARIM, byName: 'Karim Haddad', door: 'desk' },
    });
  });

  test('one taken by a program is echoed to the venue', async () => {
    await knex('api_keys').insert({ id: 9, name: 'Passerelle', role: 'reviewer', hash: SECRETS.hash('k'), created_at: new Date(PAID_AT) });
    const command = await refuse(A_PROGRAM, 2);
    expect(await factsOf(`echo:${ORDER}:${command}`)).toMatchObject({
      recipient: { address: 'copies@mariniers.example' },
      decision: { by: A_PROGRAM, byName: 'Passerelle' },
    });
  });

  test('the refusal tells the spectator what the reviewer wrote', async () => {
    await told.wait();
    const [key = ''] = (await told.record.unsentLetters(ORDER)).filter((one) => one.startsWith('refusal:'));
    expect(await factsOf(key)).toMatchObject({
      recipient: { address: 'camille.roussel@courriel.example' },
      decision: { decisions: [{ kind: 'refuse', note: 'La photo est trop sombre.' }] },
    });
  });

  test('money to give back is the escalation address’s affair, with the payment', async () => {
    const paidAt = new Date(PAID_AT);
    const row = { reference: `${ORDER}.2`, order_reference: ORDER, amount: 2900, method: 'card', status: 'paid' } as const;
    const payment = await insertedId(knex, 'payments', { ...row, opened_at: paidAt });
    await told.say({ kind: 'payment-received', ...told.head(PAID_AT + 2 * HOUR, { role: 'system' }, 'system'), payment });
    expect(await factsOf(`payment-refund:${ORDER}:${payment}`)).toMatchObject({ payment: { reference: `${ORDER}.2`, amount: 2900 } });
    const { recipient } = await factsOf(`refund-to-do:${ORDER}:${payment}`);
    expect(recipient.address).toBe('direction@mariniers.example');
  });
});

describe('a letter that no story owns', () => {
  test('answers a mail, to its sender, and says which mail it was', async () => {
    const ledger = createInboundMail({ knex, secrets: SECRETS });
    const place = { mailbox: 'INBOX', uidValidity: '1', uid: 1 };
    const { id: mail } = await ledger.store(place, { raw: Buffer.from('x'), size: 1, at: iso(PAID_AT) });
    const words = { subject: 'Re: justificatifs', messageId: '<m7@mariniers.example>', notUnderstood: 'bof' };
    await ledger.judge(mail, { verdict: 'unclear', why: 'no decision', ...words, needsAPerson: true });
    const name = { kind: 'answer', order: ORDER, about: { mail, review: 1, reviewer: 2 } } as const;
    const letter = { ...name, language: 'fr', to: 'sophie.morel@mariniers.example', at: iso(PAID_AT) } as const;
    const key = await letters.write(letter);
    expect(await letters.write({ ...letter, to: 'somebody.else@elsewhere.example' })).toBe(key);
    expect(await letters.unsent(key)).toMatchObject({
      recipient: { address: 'sophie.morel@mariniers.example' },
      mail: { verdict: 'unclear', ...words },
      reviewer: { id: 2, version: 1 },
    });
  });

  test('that came too late tells who had answered for those seats, when and what; not what was taken back', async () => {
    const about = { mail: 2, review: 1, reviewer: 2, late: [2, 3] };
    const key = await letters.write({ kind: 'answer', order: ORDER, about, language: 'fr', to: 'a@b.example', at: iso(PAID_AT) });
    expect((await factsOf(key)).earlier).toMatchObject([
      { byName: 'Passerelle', door: 'api', decisions: [{ seat: 2 }] },
      { byName: 'Karim Haddad', door: 'desk', at: iso(PAID_AT + HOUR), decisions: [{ seat: 3, kind: 'refuse', reason: 'unreadable' }] },
    ]);
  });

  test('to somebody of no order has no order', async () => {
    const key = await letters.write({ kind: 'answer', about: { mail: 1 }, language: 'fr', to: 'a@b.example', at: iso(PAID_AT) });
    expect(await letters.facts(key)).toMatchObject({ recipient: { address: 'a@b.example' }, order: undefined });
  });

  test('carries the id of the link that it brings', async () => {
    const name = { kind: 'sign-in-link', order: ORDER, about: { command: 'request-1' } } as const;
    const key = await letters.write({ ...name, language: 'en', to: 'camille.roussel@courriel.example', at: iso(PAID_AT) });
    expect(await letters.facts(key)).toMatchObject({ language: 'en', request: 'request-1', order: { reference: ORDER } });
  });

  test('is found by the sweep when it has waited, and no letter of a story is', async () => {
    const stray = await letters.stray(iso(PAID_AT + MINUTE), 10);
    expect(stray).toHaveLength(4);
    expect(await letters.stray(iso(PAID_AT), 10)).toEqual([]);
    expect(await letters.stray(iso(PAID_AT + MINUTE), 1)).toEqual(stray.slice(0, 1));
    await letters.markSent(stray[0] ?? '', { at: iso(PAID_AT + MINUTE), messageId: '<s@mariniers.example>' });
    expect(await letters.stray(iso(PAID_AT + MINUTE), 10)).toEqual(stray.slice(1));
  });
});

describe('a letter leaves once', () => {
  test('sent: it is unsent no more, and hearing so twice changes nothing', async () => {
    const key = `confirmation:${ORDER}`;
    expect(await letters.unsent(key)).toBeDefined();
    await letters.markSent(key, { at: iso(PAID_AT), messageId: '<first@mariniers.example>' });
    await letters.markSent(key, { at: iso(PAID_AT + HOUR), messageId: '<second@mariniers.example>' });
    expect(await letters.unsent(key)).toBeUndefined();
    expect(await letters.stateOf(key)).toBe('sent');
    expect(await knex('outgoing_mail').where({ letter_key: key }).first()).toMatchObject({ message_id: '<first@mariniers.example>' });
    expect(await told.record.unsentLetters(ORDER)).not.toContain(key);
  });

  test('refused for good by the host: it says why', async () => {
    const key = `venue-copy:${ORDER}:confirmation`;
    await letters.markFailed(key, { at: iso(PAID_AT), why: '550 5.1.1 unknown' });
    expect(await letters.stateOf(key)).toBe('failed');
    expect(await knex('outgoing_mail').where({ letter_key: key }).first()).toMatchObject({ why: '550 5.1.1 unknown' });
  });

  test('of no such key there is none', async () => {
    expect(await letters.stateOf('tickets:ZZZZ-0000:1')).toBeUndefined();
    expect(await letters.facts('tickets:ZZZZ-0000:1')).toBeUndefined();
    expect(await letters.unsent('tickets:ZZZZ-0000:1')).toBeUndefined();
    await expect(letters.markSent('tickets:ZZZZ-0000:1', { at: iso(PAID_AT), messageId: '<x>' })).rejects.toThrow('No letter');
  });
});
