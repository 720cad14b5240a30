import type { Knex } from 'knex';
import { ticketsIn } from '../../../src/domain/order/given-up';
import type { Letters } from '../../../src/ports/mail/letters';
import type { Orders } from '../../../src/ports/orders';
import { HOUR } from '../../../src/domain/time';
import { createLetters } from '../../../src/mysql/letters/letters';
import { createOrders } from '../../../src/mysql/orders/orders';
import { defined } from '../../fakes/defined';
import { PAID_AT, PERFORMANCE_AT } from '../../domain/order/a-story';
import { freshDatabase, type FreshDatabase } from '../fresh-database';
import { furnishTheatre } from '../sold-orders';
import { SECRETS } from '../told-order';
import { camilleAt, type CamilleAt } from './camille';

/** Tickets that are cancelled while the letter with them is being handed over. */
let database: FreshDatabase;
let knex: Knex;
let camille: CamilleAt;
let orders: Orders;
let letters: Letters;

beforeAll(async () => {
  database = await freshDatabase();
  ({ knex } = database);
  camille = camilleAt(knex);
  orders = createOrders({ knex, secrets: SECRETS });
  letters = createLetters({ knex, orders });
  await furnishTheatre(knex, PERFORMANCE_AT);
});

afterAll(() => database.drop());

const ADMIN = { role: 'staff', id: 5 } as const;
const at = new Date(PAID_AT + 2 * HOUR).toISOString();
const viewOf = async (order: string) => defined(await orders.view(order));
const leftIn = async (order: string) => (await viewOf(order)).seats.map((seat) => seat.deliveredAt);

/** As the letter is written now: what it knows, and the deed that marks it as sent. */
async function written(order: string) {
  const { order: view } = defined(await letters.unsent(`tickets:${order}:1`));
  const told = { seq: defined(view).seq, carried: ticketsIn(defined(view), { release: 1 }).map(({ seat }) => seat) };
  return { told, leaves: () => letters.markSent(`tickets:${order}:1`, { at, messageId: `<${order}@mariniers.example>`, told }) };
}

test('of an order that is cancelled: the letter that was withdrawn has left all the same, and its tickets are told to be good no more', async () => {
  const order = 'FFFF-0001';
  const told = await camille.order(order, { seats: [1, 2].map((no) => ({ no, needsProof: false })) });
  await told.start();
  const letter = await written(order);
  const { command } = await cancelled(told);
  expect(await letters.stateOf(`tickets:${order}:1`)).toBe('withdrawn');
  expect(await leftIn(order)).toEqual([undefined, undefined]);

  await letter.leaves();
  expect(await leftIn(order)).toEqual([at, at]);
  const heard = { told: letter.told.seq, carried: letter.told.carried };
  expect(await letters.toldBy(`tickets:${order}:1`)).toEqual(letter.told);
  expect(await told.record.toldReleases(order)).toEqual([{ release: 1, ...letter.told }]);
  const key = `ticket-void:${order}:n${told.state().seq}:${command}`;
  expect(await told.say({ kind: 'dispatched', at: PAID_AT + 3 * HOUR, release: 1, ...heard })).toEqual([key]);
  expect(await letters.facts(key)).toMatchObject({ name: { about: { seats: [1, 2] } }, order: { reference: order } });
  const [last] = await orders.timeline(order);
  expect(last).toMatchObject({ event: 'dispatched', detail: { release: 1, voided: [1, 2] } });
});

test('what had left is known of a seat that is held again, and what had not', async () => {
  const order = 'FFFF-0002';
  const told = await camille.order(order, { seats: [1, 2, 3].map((no) => ({ no, needsProof: no > 1 })) });
  await told.start();
  await told.deposit(PAID_AT + 1, 'cards', 2, 3);
  await told.approve(PAID_AT + HOUR, ADMIN, 2, 3);
  await told.wait();
  await revoked(told, 2);
  const letter = await written(order);
  await letter.leaves();
  await told.say({ kind: 'dispatched', at: PAID_AT + 3 * HOUR, release: 1, told: letter.told.seq, carried: letter.told.carried });
  await revoked(told, 3);
  const view = await viewOf(order);
  expect(view.seats.map((seat) => seat.delivery)).toEqual(['sent', 'held', 'held']);
  expect(view.seats.map((seat) => seat.deliveredAt)).toEqual([at, undefined, at]);
});

type Told = Awaited<ReturnType<CamilleAt['order']>>;

async function cancelled(told: Told) {
  const head = told.head(PAID_AT + HOUR, ADMIN, 'desk');
  await told.say({ kind: 'cancelled', ...head });
  return head;
}

async function revoked(told: Told, seat: number) {
  await told.say({ kind: 'revoked', ...told.head(PAID_AT + 4 * HOUR, ADMIN, 'desk'), seat, reason: 'suspected-forgery' });
}
