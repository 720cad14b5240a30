import type { Knex } from 'knex';
import { HOUR } from '../../../src/domain/time';
import { createLookalikes } from '../../../src/mysql/proofs/lookalikes';
import { createProofs } from '../../../src/mysql/proofs/proofs';
import { PAID_AT, PERFORMANCE_AT } from '../../domain/order/a-story';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { furnishTheatre } from '../sold-orders';
import { camilleAt } from '../story/camille';

let database: FreshDatabase;
let knex: Knex;

beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  await furnishTheatre(knex, PERFORMANCE_AT);
});

afterAll(() => database.drop());

/** One student's order that stands on one file, known by its fingerprints. */
async function order(reference: string, id: string, fingerprints: { readonly bytes: string; readonly pixels: string }) {
  const told = await camilleAt(knex).order(reference, { seats: [{ no: 1, needsProof: true }] });
  await told.start();
  const file = { kind: 'jpeg', fileName: 'carte.jpg', bytes: 1, pages: 1, receivedAt: new Date(PAID_AT).toISOString() } as const;
  const hashes = { bytes: fingerprints.bytes.padEnd(64, '0'), pixels: fingerprints.pixels.padEnd(64, '0') };
  await createProofs({ knex }).add({ id, order: reference, seats: [1], ...file, fingerprints: hashes });
  await told.deposit(PAID_AT + HOUR, id, 1);
}

test('a card that served another order is pointed out, as the same file or as the same picture, also once it is purged', async () => {
  await order('AAAA-0001', 'first', { bytes: 'a', pixels: 'p' });
  await order('AAAA-0002', 'copy', { bytes: 'a', pixels: 'p' });
  await order('AAAA-0003', 'screenshot', { bytes: 'b', pixels: 'p' });
  await order('AAAA-0004', 'stranger', { bytes: 'c', pixels: 'q' });
  await createProofs({ knex }).markPurged('first', new Date(PAID_AT + HOUR).toISOString());
  const lookalikes = createLookalikes({ knex });
  const receivedAt = new Date(PAID_AT).toISOString();
  expect(await lookalikes.of('AAAA-0003')).toEqual(
    expect.arrayContaining([
      { like: 'screenshot', proof: 'first', order: 'AAAA-0001', receivedAt, sameFile: false },
      { like: 'screenshot', proof: 'copy', order: 'AAAA-0002', receivedAt, sameFile: false },
    ]),
  );
  expect(await lookalikes.of('AAAA-0003')).toHaveLength(2);
  expect(await lookalikes.of('AAAA-0002')).toContainEqual({ like: 'copy', proof: 'first', order: 'AAAA-0001', receivedAt, sameFile: true });
  expect(await lookalikes.of('AAAA-0004')).toEqual([]);
});
