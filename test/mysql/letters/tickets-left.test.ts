import type { Knex } from 'knex';
import type { Letters, Told } from '../../../src/ports/mail/letters';
import type { StoryRecord } from '../../../src/ports/story-record';
import { createLetters } from '../../../src/mysql/letters/letters';
import { createOrders } from '../../../src/mysql/orders/orders';
import { MINUTE, PAID, PAID_AT, PERFORMANCE_AT } from '../../domain/order/a-story';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { furnishTheatre, sellOrder } from '../sold-orders';
import { SECRETS, toldOrder } from '../told-order';
import type { LetterKind } from '../../../src/domain/letter';
import type { LetterState } from '../../../src/mysql/schema/mail';

/** A letter with tickets: what the record has of it, for a story that comes back. */
const ORDER = '7K2M-4Q9T';
const iso = (at: number) => new Date(at).toISOString();

let database: FreshDatabase;
let knex: Knex;
let letters: Letters;
let record: StoryRecord;

beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  await furnishTheatre(knex, PERFORMANCE_AT);
  await sellOrder(knex, PAID);
  letters = createLetters({ knex, orders: createOrders({ knex, secrets: SECRETS }) });
  ({ record } = toldOrder(knex, PAID));
});

afterEach(() => knex('outgoing_mail').delete());
afterAll(() => database.drop());

const letter = (key: string, kind: LetterKind, about: object, state: LetterState = 'queued') =>
  knex('outgoing_mail').insert({
    ...{ letter_key: key, kind, order_reference: ORDER, story_seq: 99, language: 'fr', about: JSON.stringify(about) },
    ...{ recipient: 'spectator', state, created_at: new Date(PAID_AT) },
  });

test('refused for good: its release has failed, until they were sent again', async () => {
  await letter('a', 'tickets', { release: 7 }, 'failed');
  await letter('b', 'tickets', { release: 8 }, 'sent');
  expect(await record.failedReleases(ORDER)).toEqual([7]);
  await letter('c', 'tickets-again', { command: 'c' }, 'sent');
  expect(await record.failedReleases(ORDER)).toEqual([]);
});

test('what it knew of its order is kept, of each release by the last that carried them', async () => {
  const sent = (key: string, minute: number, told?: Told) =>
    letters.markSent(key, { at: iso(PAID_AT + minute * MINUTE), messageId: `<${key}@x>`, told });
  await knex('positions').update({ delivery: 'ready', release_no: 27 });
  await knex('positions').where({ no: 3 }).update({ release_no: 28 });
  await letter('first', 'tickets', { release: 27 });
  await letter('second', 'tickets', { release: 28 });
  await sent('first', 1, { seq: 4, carried: [1, 2] });
  await sent('second', 2);
  const knew = { seq: 4, carried: [1, 2] };
  expect([await letters.toldBy('first'), await letters.toldBy('second')]).toEqual([knew, undefined]);
  expect(await record.toldReleases(ORDER)).toEqual([{ release: 27, ...knew }]);
  await knex('positions').where({ no: 3 }).update({ delivery: 'failed', delivered_at: null });
  await letter('third', 'tickets-again', { command: 'd' });
  await sent('third', 3, { seq: 6, carried: [1, 2, 3] });
  // Of the two others the first letter had brought the ticket.
  const again = { seq: 6, carried: [3] };
  expect(await record.toldReleases(ORDER)).toEqual(expect.arrayContaining([27, 28].map((release) => ({ release, ...again }))));
});

test('when a ticket left is kept, also of one that was cancelled while its letter was on its way, and only where it was in it', async () => {
  await knex('positions').update({ delivery: 'ready', release_no: 31, delivered_at: null });
  await letter('on-its-way', 'tickets', { release: 31 });
  await knex('positions').where({ no: 2 }).update({ delivery: 'held' });
  await knex('positions').where({ no: 3 }).update({ delivery: 'held' });
  const at = iso(PAID_AT + 9 * MINUTE);
  await letters.markSent('on-its-way', { at, messageId: '<on-its-way@x>', told: { seq: 8, carried: [1, 2] } });
  const left = new Date(at);
  expect(await knex('positions').orderBy('no').select('no', 'delivery', 'delivered_at')).toEqual([
    { no: 1, delivery: 'sent', delivered_at: left },
    { no: 2, delivery: 'held', delivered_at: left },
    { no: 3, delivery: 'held', delivered_at: null },
  ]);
});
