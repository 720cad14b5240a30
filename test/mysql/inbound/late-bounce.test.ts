import type { Knex } from 'knex';
import { letterKey, type LetterName } from '../../../src/domain/letter';
import { createInboundMail } from '../../../src/mysql/inbound/inbound-mail';
import { createLetters } from '../../../src/mysql/letters/letters';
import { undeliveredLetters } from '../../../src/mysql/letters/undelivered';
import { writeLetter } from '../../../src/mysql/letters/write-letter';
import type { InboundMail } from '../../../src/ports/mail/inbound-mail';
import type { Letters } from '../../../src/ports/mail/letters';
import { PAID, PERFORMANCE_AT } from '../../domain/order/a-story';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { furnishTheatre, sellOrder } from '../sold-orders';
import { SECRETS } from '../told-order';

const { order } = PAID;
const [BEFORE, CORRECTED, AFTER, LATER] = [
  '2027-01-09T08:00:00.000Z',
  '2027-01-09T08:30:00.000Z',
  '2027-01-09T09:00:00.000Z',
  '2027-01-09T10:00:00.000Z',
] as const;

let database: FreshDatabase;
let knex: Knex;
let ledger: InboundMail;
let letters: Letters;

beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  await furnishTheatre(knex, PERFORMANCE_AT);
  await sellOrder(knex, PAID);
  ledger = createInboundMail({ knex, secrets: SECRETS });
  letters = createLetters({ knex, orders: { view: async () => undefined } });
});

beforeEach(async () => {
  await knex('outgoing_mail').delete();
  await knex('orders').update({ address_corrected_at: new Date(CORRECTED) });
});

afterAll(() => database.drop());

const TICKETS: LetterName = { kind: 'tickets', order, about: { release: 1 } };
const REFUSAL: LetterName = { kind: 'refusal', order, about: { command: 'no-1', seats: [2] } };

describe('a letter that had left for the wrong address and comes back when it has been put right', () => {
  test.each([TICKETS, REFUSAL])('is told as one that is to be followed: $kind', async (name) => {
    await sent(name, { written: BEFORE, at: BEFORE });
    const late = { letter: name, correctedAt: CORRECTED };
    expect(await returned(name, AFTER)).toEqual({ order, late });
    // a run that was cut short asks again
    expect(await returned(name, LATER)).toEqual({ order, late });
    expect(await undeliveredLetters(knex, order)).toEqual([]);
  });

  test('and that has been followed is not told again, unless what followed did not arrive either', async () => {
    await sent(TICKETS, { written: BEFORE, at: BEFORE });
    const again: LetterName = { kind: 'tickets-again', order, about: { again: 'desk-1' } };
    await sent(again, { written: AFTER, at: AFTER });
    expect(await returned(TICKETS, LATER)).toEqual({ order });
    expect(await returned(again, LATER)).toEqual({ order });
    expect(await undeliveredLetters(knex, order)).toMatchObject([{ letter: 'tickets-again' }]);
  });

  test('is followed for itself: another of its kind says something else', async () => {
    await sent(REFUSAL, { written: BEFORE, at: BEFORE });
    await sent({ ...REFUSAL, about: { command: 'no-11', seats: [3] } }, { written: AFTER, at: AFTER });
    expect(await returned(REFUSAL, LATER)).toMatchObject({ late: { letter: REFUSAL } });
    await sent({ ...REFUSAL, about: { ...REFUSAL.about, again: 'desk-1' } }, { written: AFTER, at: AFTER });
    expect(await returned(REFUSAL, LATER)).toEqual({ order });
  });
});

test('one that came back before was told with the correction', async () => {
  await sent(TICKETS, { written: BEFORE, at: BEFORE });
  await knex('orders').update({ address_corrected_at: null });
  expect(await returned(TICKETS, BEFORE)).toEqual({ order });
  await knex('orders').update({ address_corrected_at: new Date(CORRECTED) });
  expect(await returned(TICKETS, AFTER)).toEqual({ order });
});

test('one that was written before and left after went to the new address: that one is wrong', async () => {
  await sent(TICKETS, { written: BEFORE, at: AFTER });
  expect(await returned(TICKETS, LATER)).toEqual({ order });
  expect(await undeliveredLetters(knex, order)).toMatchObject([{ letter: 'tickets', how: 'returned' }]);
});

async function sent(name: LetterName, { written, at }: { readonly written: string; readonly at: string }): Promise<void> {
  await knex.transaction((trx) => writeLetter(trx, { ...name, language: 'fr', to: 'camille@courriel.example', at: written }));
  await letters.markSent(letterKey(name), { at, messageId: messageId(name) });
}

function returned(name: LetterName, at: string) {
  return ledger.markBounced({ messageId: messageId(name) }, at);
}

function messageId(name: LetterName): string {
  return `<${letterKey(name)}@mariniers.example>`;
}
