import { randomBytes } from 'node:crypto';
import { createPlaceOrder } from '../../../src/desk/place-order';
import { NO_LIMITS } from '../../fakes/hold-limits';
import { NOW, OPENING, openBoxOffice, type BoxOffice } from '../open-box-office';

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
}, OPENING);
afterAll(() => office.close());

function order(name: string, holder = name) {
  const place = createPlaceOrder({ ...office, clock: { now: () => NOW }, random: randomBytes, holdMs: 900_000, holdLimits: NO_LIMITS });
  return place({
    ...{ channel: 'INTERNET', performanceId: office.theatre.phare, language: 'fr', deliveryMethod: 'print-at-home' },
    customer: { name, email: 'anais@courriel.example' },
    seats: [{ tariff: 'PLEIN', category: '1', holder }],
  });
}

test('a name is kept composed and without signs that nobody sees, whatever door it came by', async () => {
  const { reference } = await order('\u2068Anaïs Lefe\u0300vre\u2069', 'Zoé\u200b Lefe\u0300vre');
  const view = await office.orders.view(reference);
  expect(view?.customer.name).toBe('Anaïs Lef\u00e8vre');
  expect(view?.seats.map(({ holder }) => holder)).toEqual(['Zoé Lef\u00e8vre']);
  expect((await office.orders.search({ text: 'lefevre', limit: 5 })).orders.map(({ reference: found }) => found)).toEqual([reference]);
});

test.each(['Anaïs\nLefèvre', '\u202ederrevner', '🎭'])('%j is refused as a name', async (name) => {
  await expect(order(name)).rejects.toMatchObject({ code: 'input-invalid' });
});
