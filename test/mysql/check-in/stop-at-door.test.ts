import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { createCheckIns } from '../../../src/mysql/check-in/check-ins';
import { createOrders } from '../../../src/mysql/orders/orders';
import { createStoryRecord } from '../../../src/mysql/story/story-record';
import type { CheckIn } from '../../../src/ports/tickets/check-ins';
import { PAID, PAID_AT, PERFORMANCE_AT } from '../../domain/order/a-story';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { furnishTheatre, sellOrder } from '../sold-orders';
import { SECRETS } from '../told-order';

const iso = (at: number) => new Date(at).toISOString();
const DOORS = PERFORMANCE_AT - 30 * 60_000;

let database: FreshDatabase;
let knex: Knex;
beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  await furnishTheatre(knex, PERFORMANCE_AT);
  await sellOrder(knex, PAID);
});
afterAll(() => database.drop());

beforeEach(async () => {
  await knex('check_ins').delete();
  await knex('tickets').delete();
  const ticket = {
    order_reference: PAID.order,
    release_no: 1,
    admission: 'valid',
    proof_to_show: false,
    issued_at: new Date(PAID_AT),
  } as const;
  await knex('tickets').insert([1, 2].map((seat) => ({ ...ticket, number: seat, uid: uid(seat), seat })));
});

const uid = (seat: number) => `CM-${PAID.order}-${seat}`;

function shown(seat: number): CheckIn {
  return {
    ...{ id: randomUUID(), performanceId: 1, ticket: { uid: uid(seat) }, at: iso(DOORS), receivedAt: iso(DOORS), by: 'staff:5' },
    ...{ signed: true, typed: false, proofSeen: false, offline: false },
  };
}

const door = () => createCheckIns({ knex });
const admissionOf = async (number: number) => (await knex('tickets').where({ number }).first('admission'))?.admission;

test('of an entry and a cancellation at once, one is obeyed: either somebody is inside, or the ticket lets nobody in', async () => {
  const record = createStoryRecord({ knex, secrets: SECRETS });
  for (let round = 0; round < 20; round += 1) {
    await knex('check_ins').delete();
    await knex('tickets').update({ admission: 'valid', cancelled_at: null, used_at: null });
    const stop = () => record.stopAtDoor({ order: PAID.order, seats: [1, 2], at: iso(DOORS) });
    const enter = () => door().record(shown(1));
    const both = round % 2 === 0 ? [stop(), enter()] : [enter(), stop()];
    await Promise.all(both);
    const [admitted] = await knex('check_ins').where({ verdict: 'admitted' });
    const [used, other] = await knex('tickets').orderBy('number').select('admission', 'cancelled_at');
    expect([used?.admission, other?.admission]).toEqual(admitted ? ['used', 'valid'] : ['cancelled', 'cancelled']);
    expect(used?.cancelled_at).toEqual(admitted ? null : new Date(DOORS));
  }
});

test('while somebody is inside no ticket of the order is stopped; the entry taken back, all are, and once', async () => {
  const record = createStoryRecord({ knex, secrets: SECRETS });
  const stop = (at = DOORS) => record.stopAtDoor({ order: PAID.order, seats: [1, 2, 3], at: iso(at) });
  const entry = shown(1);
  await door().record(entry);
  expect(await stop()).toEqual([1]);
  expect([await admissionOf(1), await admissionOf(2)]).toEqual(['used', 'valid']);
  await door().takeBack(entry, 'staff:5', iso(DOORS + 1000));
  expect([await stop(), await stop(DOORS + 5000)]).toEqual([[], []]);
  expect(await knex('tickets').select('admission', 'cancelled_at')).toEqual(
    [1, 2].map(() => ({ admission: 'cancelled', cancelled_at: new Date(DOORS) })),
  );
  expect((await door().record(shown(1))).verdict).toBe('cancelled');
});

test('tickets that were stopped for seats that stand nevertheless let in again; those given up meanwhile, or stopped by another, do not', async () => {
  const record = createStoryRecord({ knex, secrets: SECRETS });
  const tickets = { order: PAID.order, seats: [1, 2], at: iso(DOORS) };
  const both = async () => [await admissionOf(1), await admissionOf(2)];
  const deliveries = (...all: readonly ('sent' | 'held')[]) =>
    Promise.all(
      all.map((delivery, index) =>
        knex('positions')
          .where({ no: index + 1 })
          .update({ delivery, release_no: 1 }),
      ),
    );
  await record.stopAtDoor(tickets);
  await deliveries('sent', 'held');
  await record.allowAtDoor({ ...tickets, at: iso(DOORS + 1) });
  expect(await both()).toEqual(['cancelled', 'cancelled']);
  await record.allowAtDoor(tickets);
  await record.allowAtDoor(tickets);
  expect(await both()).toEqual(['valid', 'cancelled']);
  expect((await door().record(shown(1))).verdict).toBe('admitted');
});

test('a story that was lost before it was told what the stop was for: its tickets let in again where their seats stand', async () => {
  await createStoryRecord({ knex, secrets: SECRETS }).stopAtDoor({ order: PAID.order, seats: [1, 2], at: iso(DOORS) });
  await knex('positions').update({ release_no: 1, delivery: 'sent' });
  await knex('positions').where({ no: 2 }).update({ delivery: 'void' });
  const orders = createOrders({ knex, secrets: SECRETS });
  await orders.allowStanding(PAID.order);
  await orders.allowStanding(PAID.order);
  expect([await admissionOf(1), await admissionOf(2)]).toEqual(['valid', 'cancelled']);
});
