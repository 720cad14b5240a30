import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { createAskPayment } from '../../src/use-cases/ask-payment';
import { createPlaceOrder } from '../../src/use-cases/place-order';
import type { OrderState } from '../../src/domain/order/state';
import { createReceipts } from '../../src/mysql/till/receipts';
import { openBook } from '../fakes/book';
import { NO_LIMITS } from '../fakes/hold-limits';
import { fakeOrderRuns } from '../fakes/order-runs';
import { NOW, openBoxOffice, type BoxOffice } from '../mysql/open-box-office';
import { openTheatre, type Theatre } from './harness';

/** An order of nothing never sees a payment page: it is confirmed as it is placed, by every door. */
let office: BoxOffice;
let theatre: Theatre;
const started: OrderState[] = [];

beforeAll(async () => {
  office = await openBoxOffice();
  await office.knex('price_grid').where({ tariff_code: 'ETUD' }).update({ price: 0, fee: 0 });
  theatre = await openTheatre({
    needs: ({ deeds, clock }) => {
      const runs = { ...fakeOrderRuns(openBook([]), clock), start: (story: OrderState) => Promise.resolve(void started.push(story)) };
      const placeOrder = createPlaceOrder({ ...office, clock, random: randomBytes, holdMs: 900_000, holdLimits: NO_LIMITS });
      const askPayment = createAskPayment({
        ...{ ...office, runs, clock, notifyUrl: 'https://x.example', warn: () => undefined },
        provider: { name: 'none', ask: () => Promise.resolve('ok'), pageFor: () => Promise.reject(new Error('No payment page for nothing.')), statusOf: () => Promise.resolve(undefined), readNotification: () => { throw new Error('None.'); } }, // prettier-ignore
        returnUrl: (order: string) => `https://x.example/commande/${order}/retour`,
      });
      return { catalogue: office.catalogue, deeds: { ...deeds, placeOrder, askPayment } };
    },
  });
  theatre.clock.set(NOW);
});
afterAll(async () => {
  await theatre.close();
  await office.close();
});
beforeEach(async () => {
  await office.clear();
  started.length = 0;
});

it('by API: there is no page to go to, the order is paid, and its line says free', async () => {
  const seats = [{ tariff: 'ETUD', category: '1', holder: 'Léa Roussel' }];
  const customer = { name: 'Léa Roussel', email: 'lea@courriel.example' };
  const basket = { performanceId: office.theatre.phare, language: 'fr', customer, seats, deliveryMethod: 'held-for-proof' };
  const { body } = await request(theatre.url).post('/api/orders').send(basket).expect(201);
  expect([body.total, body.paymentUrl]).toEqual([0, undefined]);
  expect(await office.orders.view(body.reference)).toMatchObject({ payment: 'paid', status: 'awaiting-proof' });
  expect(started).toMatchObject([{ order: body.reference, free: true }]);
  const { receipts } = await createReceipts(office).list({ limit: 10 });
  expect(receipts).toMatchObject([
    { order: body.reference, amount: 0, method: 'GRATUIT', channel: 'INTERNET', operator: 'INTERNET', status: 'paid' },
  ]);
});

it('by the pages: the way leads to where a payment ends, once', async () => {
  const order = await office.place({ tariffs: ['ETUD'] });
  const { askPayment } = theatre.needs.deeds;
  expect(await askPayment({ order })).toBe(`https://x.example/commande/${order}/retour`);
  await expect(askPayment({ order })).rejects.toMatchObject({ code: 'payment-not-open' });
  expect(await office.knex('payments').where({ order_reference: order })).toHaveLength(1);
});
