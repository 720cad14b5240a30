import { openBoxOffice, type BoxOffice } from '../open-box-office';

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
afterAll(() => office.close());

test('the least time left comes first, whichever was placed last; what waits for nobody at the desk is not counted', async () => {
  const [oldest, middle, newest, paid] = [await office.buy(), await office.buy(), await office.buy(), await office.buy()];
  const due = async (reference: string, deadline: string | null) =>
    office
      .knex('orders')
      .where({ reference })
      .update({ status: 'under-review', deadline_at: deadline === null ? null : new Date(deadline) });
  await due(oldest, '2027-01-10T12:00:00.000Z');
  await due(middle, '2027-01-09T12:00:00.000Z');
  // without a deadline the performance itself is what presses
  await due(newest, null);
  expect(await office.orders.mostPressing(9)).toEqual([middle, oldest, newest]);
  expect(await office.orders.mostPressing(1)).toEqual([middle]);
  expect(await office.orders.countUnderReview()).toBe(3);
  expect((await office.orders.view(paid))?.status).not.toBe('under-review');
});
