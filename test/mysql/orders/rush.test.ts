import { performance } from 'node:perf_hooks';
import { openBoxOffice, type BoxOffice } from '../open-box-office';

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
// Whoever waits gives up after a while; how long a rush takes is the machine's affair.
beforeAll(() => void jest.spyOn(performance, 'now').mockReturnValue(0));
afterAll(() => office.close());

test('352 orders at once: each is placed or told that nothing is left, and none ends in a fault', async () => {
  const { phare, agathe } = office.theatre;
  const evenings = [
    { performanceId: phare, category: '1' },
    { performanceId: phare, category: '2' },
    { performanceId: agathe, category: 'unique' },
  ];
  const drafts = [];
  for (let client = 0; client < 352; client += 1) {
    const name = `Camille Roussel ${'abcdefghij'.charAt(client % 10)}`;
    const tariffs = client % 3 === 0 ? ['PLEIN', 'ETUD'] : ['PLEIN'];
    drafts.push(await office.draft({ name, tariffs, ...evenings[client % evenings.length] }));
  }
  const outcomes = await Promise.allSettled(drafts.map((draft) => office.orders.place(draft)));
  const faults = outcomes.flatMap((outcome): readonly unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : []));
  expect(faults.filter((fault) => !(fault instanceof Object && 'code' in fault && fault.code === 'seats-not-available'))).toEqual([]);
  const held = await office.knex('performance_places').where({ status: 'held' }).pluck('id');
  expect(await office.knex('positions').pluck('place_id')).toHaveLength(held.length);
  expect(outcomes.length - faults.length).toBeGreaterThan(50);
});
