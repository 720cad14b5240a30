import { openOffice, words, type Office } from './office';

/** What is new is not what people are offered first. */
let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

test.each([
  ['delivery-methods', 'deliveryMethods', { price: 900 }],
  ['tariffs', 'tariffs', {}],
])('one of the %s of which no place is said comes last', async (path, _many, more) => {
  await office.does('put', `/catalogue/${path}/usual`, { name: words('Habituel'), sort: 3 });
  await office.does('put', `/catalogue/${path}/late`, { name: words('Dernier'), ...more });
  const [list]: readonly (readonly { readonly code: string }[])[] = Object.values(await office.does('get', `/catalogue/${path}`));
  expect(list?.map(({ code }) => code)).toEqual(['usual', 'late']);
});
