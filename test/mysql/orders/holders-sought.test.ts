import { up } from '../../../migrations/0104-holders-sought';
import { later, openBoxOffice, type BoxOffice } from '../open-box-office';

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
afterAll(() => office.close());

async function found(text: string): Promise<readonly string[]> {
  return (await office.orders.search({ text, limit: 5 })).orders.map(({ customerName }) => customerName);
}

const SOUGHT = [
  ['lukasz', ['Camille Roussel']],
  ['محمد', ['Camille Roussel']],
  ['Żółć', ['Camille Roussel']],
  ['roussel', ['Camille Roussel']],
  ['camille', ['Camille Roussel']],
  ['marescot', ['Odile Marescot']],
] as const;

beforeAll(async () => {
  const holders = ['Łukasz Żółć', 'محمّد بن عبد الله'];
  await office.place({ name: 'Camille Roussel', tariffs: ['PLEIN', 'PLEIN'], holders, placedAt: later(1) });
  await office.place({ name: 'Odile Marescot', email: 'odile@courriel.example', placedAt: later(2) });
});

test.each(SOUGHT)('« %s » finds the order by whoever it names, buyer or holder of a seat', async (text, customers) => {
  expect(await found(text)).toEqual(customers);
});

test.each([
  ['lukasz', [{ seat: 1, name: 'Łukasz Żółć' }]],
  ['محمد', [{ seat: 2, name: 'محمّد بن عبد الله' }]],
  ['camille zolc', [{ seat: 1, name: 'Łukasz Żółć' }]],
  ['roussel', undefined],
  ['camille.roussel@', undefined],
])('« %s » says whose name it is, when it is not the buyer’s', async (text, matchedHolders) => {
  const { orders } = await office.orders.search({ text, limit: 5 });
  expect(orders.map((order) => [order.customerName, order.matchedHolders])).toEqual([['Camille Roussel', matchedHolders]]);
});

test('orders placed before are found by the names on their seats too', async () => {
  const { knex } = office;
  const words = ['camille', 'roussel', 'odile', 'marescot'];
  await knex('order_search_terms').whereNotIn('term', words).del();
  await knex('name_words').whereNotIn('word', words).del();
  expect(await found('lukasz')).toEqual([]);

  await up(knex);
  await up(knex); // cut and run again

  for (const [text, customers] of SOUGHT) expect([text, await found(text)]).toEqual([text, customers]);
});
