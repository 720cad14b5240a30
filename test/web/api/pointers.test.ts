import request from 'supertest';
import { MARINIERS, PHARE } from '../../people';
import { API_KEY, openTheatre, type Theatre } from '../harness';

/** What a rule refuses is named where it stands in the body that was sent, however deep. */
let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre({ orders: [] });
});
afterAll(() => theatre.close());

const SEAT = { tariff: 'PLEIN', category: '1', holder: 'Camille Roussel' };
const CAMILLE = { name: 'Camille Roussel', email: 'camille@courriel.example' };
const BASKET = { performanceId: PHARE.id, customer: CAMILLE, seats: [SEAT], deliveryMethod: 'PRINT_AT_HOME' };
const TILL = { operator: 'GUICHET', method: 'ESPECES' };

const send = (path: string, body: object) =>
  request(theatre.url).post(`/api/${path}?lang=en`).set('Authorization', `Bearer ${API_KEY}`).send(body);

const seats = (second: object) => ({ seats: [SEAT, { ...SEAT, ...second }] });
const BOTH = [
  ['performance-not-found', { performanceId: 404 }, '#/performanceId'],
  ['address-of-the-house', { customer: { ...CAMILLE, email: MARINIERS.inboxAddress } }, '#/customer/email'],
  ['tariff-not-offered', seats({ tariff: 'NOBODY' }), '#/seats/1/tariff'],
  ['price-missing', seats({ category: '9' }), '#/seats/1/category'],
  ['seats-not-available', { seats: [1, 3, 1].map((place) => ({ ...SEAT, place })) }, '#/seats/2/place'],
  ['too-many-seats', { seats: Array.from({ length: 21 }, () => SEAT) }, '#/seats'],
  ['delivery-method-not-allowed', { deliveryMethod: 'PIGEON' }, '#/deliveryMethod'],
  ['input-invalid', seats({ memberNumber: 'A\u0007B' }), '#/seats/1/memberNumber'],
  ['input-invalid', seats({ memberNumber: '🎟🎟' }), '#/seats/1/memberNumber'],
  ['input-invalid', seats({ memberNumber: '7'.repeat(41) }), '#/seats/1/memberNumber'],
] as const;
const AT_THE_TILL = [
  ['input-invalid', { customer: { name: 'Camille Roussel' }, seats: [{ ...SEAT, tariff: 'ETUD' }], deliveryMethod: 'HELD_FOR_PROOF' }, '#/customer/email'], // prettier-ignore
  ['till-operator-not-found', { operator: 'NOBODY' }, '#/operator'],
  ['sales-channel-not-found', { channel: 'INTERNET' }, '#/channel'],
  ['payment-method-not-found', { method: 'CB INTERNET' }, '#/method'],
] as const;

it.each([...BOTH.map((one) => ['orders', ...one] as const), ...[...BOTH, ...AT_THE_TILL].map((one) => ['counter-sales', ...one] as const)])(
  '%s, %s of %j: names the member',
  async (path, code, change, pointer) => {
    const body = { ...BASKET, ...(path === 'orders' ? {} : TILL), ...change };
    const { body: problem } = await send(path, body);
    expect(problem.code).toBe(code);
    expect(problem.errors).toEqual([{ in: 'body', pointer, detail: expect.any(String) }]);
  },
);

it('says of the address that lacks what it is needed for', async () => {
  const { body } = await send('counter-sales', { ...BASKET, ...TILL, ...AT_THE_TILL[0][1] });
  expect(body.errors[0].detail).toContain('a proof is still to be seen');
});

it('an empty member number is none, and one as cards print it is kept', async () => {
  for (const memberNumber of ['', ' ', 'A-1204', 'B 77/3', 'Élan 12'])
    expect((await send('orders', { ...BASKET, seats: [{ ...SEAT, memberNumber }] })).status).toBe(201);
});

it('a sale that is closed is that of the performance that was named', async () => {
  const now = theatre.clock.now();
  theatre.clock.set('2027-02-01T12:00:00.000Z');
  const { body } = await send('orders', BASKET);
  theatre.clock.set(now);
  expect([body.code, body.errors]).toEqual(['sale-closed', [{ in: 'body', pointer: '#/performanceId', detail: expect.any(String) }]]);
});
