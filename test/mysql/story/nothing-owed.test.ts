import type { Knex } from 'knex';
import { up } from '../../../migrations/0135-nothing-to-refund';
import { CASHIER, MINUTE, PAID, PAID_AT, PERFORMANCE_AT } from '../../domain/order/a-story';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { furnishTheatre } from '../sold-orders';
import { camilleAt, type CamilleAt } from './camille';
import { auditDetail } from '../../../src/mysql/schema/json-columns';

/** A story that began under an earlier release does not know what was free: it takes every seat that is given up for money owed. */
let database: FreshDatabase;
let knex: Knex;
let camille: CamilleAt;

beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  camille = camilleAt(knex);
  await furnishTheatre(knex, PERFORMANCE_AT);
});
afterAll(() => database.drop());

const cancelled = { kind: 'cancelled', at: PAID_AT + MINUTE, command: 'c1', by: CASHIER, door: 'desk' } as const;

async function givenUp(reference: string, price: number): Promise<void> {
  const told = await camille.order(reference);
  await knex('positions').where({ order_reference: reference }).update({ price, fee: 0, delivery_share: 0 });
  await told.start();
  await told.say(cancelled);
}

test('an order of 0 € that was given up owes nothing, and is not listed as to be refunded', async () => {
  await givenUp('3H8T-M2WX', 0);
  expect(await camille.row('3H8T-M2WX')).toMatchObject({ status: 'cancelled', waits_for: 'nobody', payment: 'paid' });
});

test('one that was paid for is owed as before', async () => {
  await givenUp('9Z8Y-7X6W', 1400);
  expect(await camille.row('9Z8Y-7X6W')).toMatchObject({ status: 'refund-due', waits_for: 'refund', payment: 'refund-due' });
});

test('what an earlier release wrote down is told again, and nothing else', async () => {
  const before = { status: 'refund-due', waits_for: 'refund', payment: 'refund-due' } as const;
  await knex('orders').whereIn('reference', ['3H8T-M2WX', '9Z8Y-7X6W']).update(before);
  await up(knex);
  expect(await camille.row('3H8T-M2WX')).toMatchObject({ status: 'cancelled', waits_for: 'nobody', payment: 'paid' });
  expect(await camille.row('9Z8Y-7X6W')).toMatchObject(before);
});

test('a seat that cost nothing owes nothing on the timeline of its cancelled order', async () => {
  const order = '4N6R-K3ZT';
  const told = await camille.order(order, { seats: PAID.seats.map((seat) => ({ ...seat, free: seat.no === 1 })) });
  await told.start();
  await told.say(cancelled);
  const [event] = await knex('audit_events').where({ order_reference: order, kind: 'cancelled' });
  expect(auditDetail(event?.detail)).toMatchObject({ owed: [2, 3], voided: [1, 2, 3] });
});
