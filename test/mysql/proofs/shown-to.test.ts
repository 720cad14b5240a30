import type { Knex } from 'knex';
import type { Actor } from '../../../src/domain/actor';
import { HOUR } from '../../../src/domain/time';
import { createProofs } from '../../../src/mysql/proofs/proofs';
import type { Proofs } from '../../../src/ports/proofs/proofs';
import { MINUTE, PAID, PAID_AT, PERFORMANCE_AT, SOPHIE } from '../../domain/order/a-story';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { DISABLED, furnishTheatre, sellOrder } from '../sold-orders';
import { toldOrder } from '../told-order';
import { defined } from '../../fakes/defined';
import { insertedId } from '../../../src/mysql/rows';

const iso = (at: number) => new Date(at).toISOString();
const ORDER = 'EEEE-0001';

let database: FreshDatabase;
let knex: Knex;
let proofs: Proofs;

beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  await furnishTheatre(knex, PERFORMANCE_AT);
  proofs = createProofs({ knex });
});

afterAll(() => database.drop());

async function upload(id: string, seat: number, sending?: string): Promise<void> {
  const fingerprints = { bytes: id.padEnd(64, '0'), pixels: id.padEnd(64, '1') };
  const file = { kind: 'jpeg', fileName: 'carte.jpg', bytes: 1000, pages: 1, fingerprints } as const;
  await proofs.add({ id, sending, order: ORDER, seats: [seat], ...file, receivedAt: iso(PAID_AT) });
}

describe('whose eyes a proof was under', () => {
  const REVIEWER = SOPHIE;
  const shownTo = async (by: Actor) => (await proofs.seatsToJudge(ORDER, by)).map(({ seat, health, shown }) => [seat, health, shown]);

  beforeAll(async () => {
    const paid = { ...PAID, order: ORDER, seats: [1, 2].map((no) => ({ no, needsProof: true })) };
    await sellOrder(knex, paid, DISABLED);
    const told = toldOrder(knex, paid);
    await told.start();
    await upload('health-1', 1);
    await told.deposit(PAID_AT + MINUTE, 'health-1', 1);
    await upload('health-2', 2, 'health-2');
    await upload('health-2-back', 2, 'health-2');
    await told.deposit(PAID_AT + MINUTE, 'health-2', 2);
  });

  test('nobody’s, before it is opened', async () => {
    const none = [
      [1, true, false],
      [2, true, false],
    ];
    expect(await shownTo(REVIEWER)).toEqual(none);
    expect(await shownTo({ role: 'staff', id: 5 })).toEqual(none);
    expect(await shownTo({ role: 'api-key', id: 1 })).toEqual(none);
  });

  test('of those to whom the desk showed it: theirs, those of the same address, and of the programs that act for the desk', async () => {
    const { address } = defined(await knex('reviewers').where({ id: SOPHIE.id }).first('address'));
    const member = { name: 'Sophie', email: address.toLowerCase(), role: 'reviewer', password_hash: 'x', totp_secret: 'x' } as const;
    const id = await insertedId(knex, 'staff', member);
    await proofs.logView({ proof: 'health-1', by: `staff:${id}`, how: 'view', at: iso(PAID_AT + HOUR) });
    await proofs.logView({ proof: 'health-2', by: `staff:${id}`, how: 'view', at: iso(PAID_AT + HOUR) });
    // The second seat has two files: both must have been opened.
    const one = [
      [1, true, true],
      [2, true, false],
    ];
    expect(await shownTo({ role: 'staff', id })).toEqual(one);
    expect(await shownTo(REVIEWER)).toEqual(one);
    expect(await shownTo({ role: 'api-key', id: 1 })).toEqual(one);
    expect(await shownTo({ role: 'staff', id: id + 1 })).toEqual([
      [1, true, false],
      [2, true, false],
    ]);
    await proofs.logView({ proof: 'health-2-back', by: address, how: 'letter', at: iso(PAID_AT + HOUR) });
    expect(await shownTo(REVIEWER)).toEqual([
      [1, true, true],
      [2, true, true],
    ]);
  });

  test('a proof that came instead has been seen by nobody', async () => {
    await proofs.logView({ proof: 'health-1', by: 'staff:5', how: 'view', at: iso(PAID_AT + HOUR) });
    expect(await shownTo({ role: 'staff', id: 5 })).toContainEqual([1, true, true]);
    await knex('proof_seats')
      .where({ proof_id: 'health-1' })
      .update({ replaced_at: new Date(PAID_AT + HOUR) });
    await upload('health-1-new', 1);
    await knex('proofs')
      .where({ id: 'health-1-new' })
      .update({ accepted_at: new Date(PAID_AT + HOUR) });
    expect(await shownTo({ role: 'staff', id: 5 })).toContainEqual([1, true, false]);
  });
});
