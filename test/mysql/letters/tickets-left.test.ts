import type { Knex } from 'knex';
import type { Letters } from '../../../src/ports/mail/letters';
import type { StoryRecord } from '../../../src/ports/story-record';
import { createLetters } from '../../../src/mysql/letters/letters';
import { createOrders } from '../../../src/mysql/orders/orders';
import { PAID, PAID_AT, PERFORMANCE_AT } from '../../domain/order/a-story';
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
  const sent = (key: string, seq?: number) => letters.markSent(key, { at: iso(PAID_AT), messageId: `<${key}@x>`, told: seq });
  await letter('first', 'tickets', { release: 27 });
  await letter('second', 'tickets', { release: 28 });
  await sent('first', 4);
  await sent('second');
  expect([await letters.toldBy('first'), await letters.toldBy('second')]).toEqual([4, undefined]);
  expect(await record.toldReleases(ORDER)).toEqual([{ release: 27, seq: 4 }]);
  await letter('third', 'tickets-again', { command: 'd' });
  await sent('third', 6);
  expect(await record.toldReleases(ORDER)).toEqual(expect.arrayContaining([27, 28].map((release) => ({ release, seq: 6 }))));
});
