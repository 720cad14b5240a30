import { later, NOW, openBoxOffice, type BoxOffice } from '../open-box-office';

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
beforeEach(() => office.clear());
afterAll(() => office.close());

const email = 'zoe.martin@courriel.example';

test('the orders of an address are those to come, the nearest first; what nobody paid in time is none', async () => {
  const bal = await office.buy({ email, performanceId: office.theatre.bal, category: 'unique' });
  const phare = await office.buy({ email });
  await office.place({ email, name: 'Zoé Martin' });
  await office.place({ email: 'somebody.else@courriel.example' });
  await office.orders.expireHolds(later(60));
  const nearestFirst = (await office.orders.view(bal))?.performance.startsAt ?? '';
  const other = (await office.orders.view(phare))?.performance.startsAt ?? '';
  const expected = nearestFirst < other ? [bal, phare] : [phare, bal];
  expect(await office.orders.upcomingOf('Zoe.Martin@courriel.example', { now: NOW, limit: 5 })).toEqual(expected);
  expect(await office.orders.upcomingOf(email, { now: NOW, limit: 1 })).toEqual(expected.slice(0, 1));
  expect(await office.orders.upcomingOf(email, { now: '2028-01-01T00:00:00.000Z', limit: 5 })).toEqual([]);
});
