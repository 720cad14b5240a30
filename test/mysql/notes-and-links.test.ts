import type { Knex } from 'knex';
import { HOUR } from '../../src/domain/time';
import { createAttestations } from '../../src/mysql/attestations';
import { createNotes } from '../../src/mysql/notes';
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

test('a reviewer’s words are kept under their command, as they were first said', async () => {
  const note = { ref: 'mail-abc/0', order: PAID.order, text: 'La date est cachée 🙂', by: 'reviewer:2', at: iso(PAID_AT) };
  await createNotes({ knex }).write(note);
  await createNotes({ knex }).write({ ...note, text: 'autre chose' });
  expect(await knex('notes').where({ ref: 'mail-abc/0' })).toEqual([
    { ref: 'mail-abc/0', order_reference: PAID.order, text: 'La date est cachée 🙂', author: 'reviewer:2', at: new Date(PAID_AT) },
  ]);
});

test('what was confirmed by accepting is kept once, with its author and time', async () => {
  const attestations = createAttestations({ knex });
  const said = { order: PAID.order, command: 'desk-abc', sentence: 'J’ai vérifié le justificatif.', by: 'staff:1', at: iso(PAID_AT) };
  await attestations.write(said);
  await attestations.write({ ...said, by: 'staff:2' });
  expect(await knex('attestations')).toEqual([
    { order_reference: PAID.order, command: 'desk-abc', sentence: said.sentence, author: 'staff:1', at: new Date(PAID_AT) },
  ]);
});

describe('a link asked for on the page', () => {
  test('opens its order once, also when two clicks come together', async () => {
    await links().add({ hash: asked('r1'), order: PAID.order, expiresAt: iso(PAID_AT + HOUR) });
    const opened = await Promise.all([1, 2, 3].map(() => links().use(asked('r1'), iso(PAID_AT))));
    expect(opened.filter((order) => order !== undefined)).toEqual([PAID.order]);
  });

  test('that is too old, or none of ours, opens nothing', async () => {
    await links().add({ hash: asked('r2'), order: PAID.order, expiresAt: iso(PAID_AT + HOUR) });
    expect(await links().use(asked('r2'), iso(PAID_AT + HOUR))).toBeUndefined();
    expect(await links().use(asked('guessed'), iso(PAID_AT))).toBeUndefined();
  });
});

function links() {
  return createSignInLinks({ knex });
}

function asked(request: string): string {
  return SECRETS.hash(SECRETS.signInLink(request));
}
