import { createAskProvider } from '../../../src/use-cases/ask-provider';
import { createHearPayment } from '../../../src/use-cases/receive-payment';
import { cents } from '../../../src/domain/money';
import type { OrderState } from '../../../src/domain/order/state';
import { createSandboxBook } from '../../../src/mysql/payments/sandbox-book';
import type { PaymentNotification } from '../../../src/ports/sale/payments';
import { openBook } from '../../fakes/book';
import { stoppedClock } from '../../fakes/clock';
import { fakeOrderRuns } from '../../fakes/order-runs';
import { later, NOW, openBoxOffice, type BoxOffice } from '../open-box-office';

/** A restart loses what the provider had in hand: nobody is notified, and we ask. */
let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.knex('sandbox_payments').delete();
  await office.clear();
});

async function opened(): Promise<{ readonly order: string; readonly reference: string; readonly amount: number }> {
  const order = await office.place();
  const amount = (await office.orders.view(order))!.total;
  const { reference } = await office.payments.open({ order, amount, at: NOW });
  return { order, reference, amount };
}

const pressed = ({ reference, amount }: { reference: string; amount: number }, result: 'paid' | 'refused'): Promise<void> =>
  createSandboxBook(office).write(
    { reference, amount: cents(amount), currency: 'EUR', result, transaction: `${result}-${reference}` },
    NOW,
  );

function sweepAt(minutes: number, statusOf?: (reference: string) => Promise<PaymentNotification | undefined>) {
  const started: OrderState[] = [];
  const asked: string[] = [];
  const warned: string[] = [];
  const clock = stoppedClock(later(minutes));
  const runs = { ...fakeOrderRuns(openBook([]), clock), start: (story: OrderState) => Promise.resolve(void started.push(story)) };
  const warn = (what: string) => void warned.push(what);
  const provider = {
    statusOf: async (reference: string) => {
      asked.push(reference);
      return statusOf ? statusOf(reference) : createSandboxBook(office).find(reference);
    },
  };
  const sweep = createAskProvider({ ...office, provider, hearPayment: createHearPayment({ ...office, runs, clock, warn }), clock, warn });
  return { sweep, started, asked, warned };
}

test('every payment that was made and not told is found by asking, once', async () => {
  const buyers = await Promise.all(Array.from({ length: 7 }, opened));
  for (const buyer of buyers) await pressed(buyer, 'paid');
  const first = sweepAt(2);
  expect(await first.sweep()).toBe(7);
  expect(first.started.map(({ order }) => order).toSorted()).toEqual(buyers.map(({ order }) => order).toSorted());
  for (const { order } of buyers) expect(await office.orders.view(order)).toMatchObject({ payment: 'paid' });
  const second = sweepAt(9);
  expect(await second.sweep()).toBe(0);
  expect(second.asked).toEqual([]);
});

test('a payment that nobody made is asked about at twice its age, and after three days no more', async () => {
  await opened();
  const asked: number[] = [];
  for (let minutes = 0; minutes < 8 * 24 * 60; minutes += minutes < 120 ? 1 : 30) {
    const { sweep, asked: now } = sweepAt(minutes);
    await sweep();
    if (now.length > 0) asked.push(minutes);
  }
  expect(asked.slice(0, 6)).toEqual([1, 2, 4, 8, 16, 32]);
  expect(asked.length).toBeLessThan(16);
});

test('a card that was refused may be tried again; money that was paid stays paid', async () => {
  const buyer = await opened();
  await pressed(buyer, 'refused');
  await sweepAt(1).sweep();
  expect(await office.orders.view(buyer.order)).toMatchObject({ payment: 'failed' });
  await pressed(buyer, 'paid');
  await pressed(buyer, 'refused');
  await sweepAt(2).sweep();
  expect(await office.orders.view(buyer.order)).toMatchObject({ payment: 'paid' });
});

test('a provider that is away is asked again, and keeps no other payment', async () => {
  const [one, other] = [await opened(), await opened()];
  await pressed(other, 'paid');
  const book = createSandboxBook(office);
  const away = sweepAt(1, (reference) => (reference === one.reference ? Promise.reject(new Error('away')) : book.find(reference)));
  expect(await away.sweep()).toBe(1);
  expect(away.warned).toHaveLength(1);
  await pressed(one, 'paid');
  expect(await sweepAt(2).sweep()).toBe(1);
});

test('a word of another amount is refused, and kept', async () => {
  const buyer = await opened();
  await pressed({ ...buyer, amount: 1 }, 'paid');
  const { sweep, warned } = sweepAt(1);
  expect(await sweep()).toBe(0);
  expect(warned).toEqual([expect.stringContaining('was refused')]);
  expect(await office.knex('payment_notifications').pluck('code')).toEqual(['payment-wrong-amount']);
});
