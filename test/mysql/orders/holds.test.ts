import { later, NOW, openBoxOffice, type BoxOffice } from '../open-box-office';

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
afterAll(() => office.close());

test('seats that nobody pays for go back to sale when their hold is over, and not before', async () => {
  const before = await office.freePlaces();
  const order = await office.place({ tariffs: ['PLEIN', 'PLEIN'] });
  expect(await office.orders.expireHolds(later(14))).toBe(0);
  expect(await office.freePlaces()).toBe(before - 2);
  expect(await office.orders.expireHolds(later(15))).toBe(1);
  expect(await office.freePlaces()).toBe(before);
  expect(await office.orders.view(order)).toMatchObject({ payment: 'expired', status: 'expired', waitsFor: 'nobody' });
  expect(await office.orders.expireHolds(later(16))).toBe(0);
});

test('what is paid is kept, whatever the time', async () => {
  const order = await office.buy();
  const free = await office.freePlaces();
  expect(await office.orders.expireHolds(later(60))).toBe(0);
  expect(await office.freePlaces()).toBe(free);
  expect(await office.orders.view(order)).toMatchObject({ payment: 'paid' });
});

test('a payment that failed does not end the hold: another card may be tried', async () => {
  const order = await office.place();
  const { reference } = await office.payments.open({ order, amount: (await office.draft({})).total, at: NOW });
  await office.notify(reference, { amount: 2400, result: 'refused' });
  const free = await office.freePlaces();
  expect(await office.orders.view(order)).toMatchObject({ payment: 'failed', status: 'awaiting-payment' });
  expect(await office.orders.expireHolds(later(15))).toBe(1);
  expect(await office.freePlaces()).toBe(free + 1);
});

test('the last seat, held too long by somebody who went away, is sold to the next one', async () => {
  await office.keepOnSale(1, office.theatre.bal, 'unique');
  const seat = { performanceId: office.theatre.bal, category: 'unique' };
  const gone = await office.place(seat);
  await expect(office.place({ ...seat, placedAt: later(14) })).rejects.toMatchObject({ code: 'seats-not-available' });
  await office.place({ ...seat, placedAt: later(16) });
  expect(await office.orders.view(gone)).toMatchObject({ payment: 'expired' });
});

test('a whole evening of holds expires in one go', async () => {
  const seat = { performanceId: office.theatre.agathe, category: 'unique', placedAt: later(100) };
  for (let n = 0; n < 20; n += 1) await Promise.all(Array.from({ length: 4 }, () => office.place(seat)));
  expect(await office.freePlaces(office.theatre.agathe, 'unique')).toBe(0);
  // with these, more than one batch
  const also = { category: '2', placedAt: later(100) };
  for (let n = 0; n < 10; n += 1) await Promise.all(Array.from({ length: 4 }, () => office.place(also)));
  expect(await office.orders.expireHolds(later(115))).toBe(121);
  expect(await office.freePlaces(office.theatre.agathe, 'unique')).toBe(80);
});
