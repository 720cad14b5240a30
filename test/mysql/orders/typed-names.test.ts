import { randomBytes } from 'node:crypto';
import { createPlaceOrder } from '../../../src/use-cases/place-order';
import { NO_LIMITS } from '../../fakes/hold-limits';
import { NOW, openBoxOffice, type BoxOffice } from '../open-box-office';

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
afterAll(() => office.close());

function order(name: string, holder = name, email = 'anais@courriel.example') {
  const place = createPlaceOrder({ ...office, clock: { now: () => NOW }, random: randomBytes, holdMs: 900_000, holdLimits: NO_LIMITS });
  return place({
    ...{ channel: 'INTERNET', performanceId: office.theatre.phare, language: 'fr', deliveryMethod: 'print-at-home' },
    customer: { name, email },
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

test('an address is one, whichever way it is written: one customer, found by all of them', async () => {
  const first = await order('Jean Theâtre', undefined, 'Jean@théâtre.example');
  const second = await order('Jean Theâtre', undefined, 'jean@xn--thtre-4qa2c.example');
  const [one, other] = await Promise.all([office.orders.view(first.reference), office.orders.view(second.reference)]);
  expect(one?.customer.email).toBe('jean@théâtre.example');
  expect(other?.customer.number).toBe(one?.customer.number);
  for (const text of ['jean@théâtre.example', 'JEAN@xn--thtre-4qa2c.example', 'jean@thé']) {
    expect((await office.orders.search({ text, limit: 5 })).orders).toHaveLength(2);
  }
});

test('an accent makes another address, and so another customer', async () => {
  const [plain, accented] = [
    await order('Zoé Petit', undefined, 'zoe@courriel.example'),
    await order('Zoé Petit', undefined, 'zoé@courriel.example'),
  ];
  const numbers = await Promise.all([plain, accented].map(async ({ reference }) => (await office.orders.view(reference))?.customer.number));
  expect(new Set(numbers).size).toBe(2);
  expect((await office.orders.view(accented.reference))?.customer.email).toBe('zoé@courriel.example');
});

test.each(['camille', 'a@b', 'Camille <camille@courriel.example>'])('%j is refused as an address', async (email) => {
  await expect(order('Camille Roussel', undefined, email)).rejects.toMatchObject({ code: 'input-invalid' });
});
