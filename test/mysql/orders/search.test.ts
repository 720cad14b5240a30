import type { OrderFilter } from '../../../src/ports/orders';
import { later, openBoxOffice, type BoxOffice } from '../open-box-office';

let office: BoxOffice;
/** Orders by the name of who placed them. */
const placed = new Map<string, string>();

beforeAll(async () => {
  office = await openBoxOffice();
  const { agathe } = office.theatre;
  const cast = [
    { name: 'Camille Roussel', email: 'camille.roussel@courriel.example', tariffs: ['PLEIN', 'ETUD'] },
    { name: 'Bastien Leroy-Daumas', email: 'bld@courriel.example', tariffs: ['ETUD'] },
    { name: 'Odile Marescot', email: 'odile@courriel.example', performanceId: agathe, category: 'unique' },
    { name: 'Mei Li', email: 'mei@courriel.example' },
    { name: 'Lila Martin', email: 'lila_martin@courriel.example' },
    { name: 'Maeve O’Neill', email: 'maeve@courriel.example' },
    { name: 'Cœur de Lion', email: 'richard@courriel.example', performanceId: agathe, category: 'unique' },
  ];
  for (const [index, purchase] of cast.entries()) placed.set(purchase.name, await office.place({ ...purchase, placedAt: later(index) }));
  await office.pay(placed.get('Camille Roussel')!, { at: later(7) });
  await office.pay(placed.get('Odile Marescot')!, { at: later(8) });
});
afterAll(() => office.close());

async function names(filter: Partial<OrderFilter>): Promise<readonly string[]> {
  const { orders } = await office.orders.search({ limit: 20, ...filter });
  return orders.map(({ customerName }) => customerName);
}

test('without a filter: all of them, the newest first', async () => {
  expect(await names({})).toEqual([...placed.keys()].toReversed());
});

test.each([
  ['roussel', 'Camille Roussel'],
  ['ROUS', 'Camille Roussel'],
  ['camille rou', 'Camille Roussel'],
  ['Roussel Camille', 'Camille Roussel'],
  ['daumas', 'Bastien Leroy-Daumas'],
  ['leroy daumas', 'Bastien Leroy-Daumas'],
  ['camille.roussel@courriel.example', 'Camille Roussel'],
  ['Camille.Rou@', undefined],
  ['camille.roussel@cour', 'Camille Roussel'],
  ['lila_', 'Lila Martin'],
  ['coeur', 'Cœur de Lion'],
  ['oneill', 'Maeve O’Neill'],
  ["O'Neill", 'Maeve O’Neill'],
  ['neill', 'Maeve O’Neill'],
  ['Li', 'Mei Li'],
  ['%', undefined],
  ['nobody', undefined],
])('« %s » finds %s', async (text, name) => {
  expect(await names({ text })).toEqual(name === undefined ? [] : [name]);
});

test('a beginning that many names share is found among all of them', async () => {
  const own = await openBoxOffice();
  try {
    const words = Array.from({ length: 210 }, (_, index) => ({ word: `mart${index}` }));
    await own.knex('name_words').insert(words);
    await own.place({ name: 'Marthe Martin', placedAt: later(1) });
    await own.place({ name: 'Odile Mart7', placedAt: later(2) });
    const found = async (filter: Partial<OrderFilter>) =>
      (await own.orders.search({ limit: 2, ...filter })).orders.map(({ customerName }) => customerName);
    expect(await found({ text: 'mart' })).toEqual(['Odile Mart7', 'Marthe Martin']);
    expect(await found({ text: 'marth mart' })).toEqual(['Marthe Martin']);
    expect(await found({ text: 'mart', status: 'released' })).toEqual([]);
  } finally {
    await own.close();
  }
});

test('accents and capitals make no difference', async () => {
  const order = await office.place({ name: 'Éloïse Hébert', email: 'eloise@courriel.example', placedAt: later(-5) });
  expect(await names({ text: 'hebert eloise' })).toEqual(['Éloïse Hébert']);
  expect(await names({ text: 'HÉBERT' })).toEqual(['Éloïse Hébert']);
  await office.orders.expireHolds(later(-5 + 15));
  expect(await names({ text: 'hébert', status: 'expired' })).toEqual(['Éloïse Hébert']);
  placed.set('Éloïse Hébert', order);
});

describe('names of the whole world', () => {
  const people = [
    'Anaïs Lefe\u0300vre',
    'Łukasz Żółć',
    'Søren Weiß',
    'Đặng Thị Ánh',
    'Ποθητή Σίσυφος',
    'Ёлкин Пётр',
    '山田太郎',
    '김민수',
    'สมชาย ใจดี',
    'क्षितिज शर्मा',
    'محمّد بن عبد الله',
    'שֶׁלֹמֹה לוי',
    'Maël d’Artagnan',
  ];
  beforeAll(async () => {
    for (const [index, name] of people.entries()) {
      await office.place({ name, email: `monde${index}@courriel.example`, placedAt: later(-300 - index) });
    }
  });

  test.each([
    ['lefevre', 0],
    ['Lefèvre', 0],
    ['LEFE\u0300V', 0],
    ['lukasz', 1],
    ['zolc', 1],
    ['Żółć łuk', 1],
    ['soren weiss', 2],
    ['Sören', 2],
    ['dang thi', 3],
    ['σισυφος', 4],
    ['ПЕТР', 5],
    ['елкин', 5],
    ['山田', 6],
    ['太郎', 6],
    ['민수', 7],
    ['สมชาย', 8],
    ['शर्मा', 9],
    ['محمد', 10],
    ['שלמה', 11],
    ["D'ARTA", 12],
    ['maël artagnan', 12],
  ])('« %s » finds them', async (text, who) => {
    expect(await names({ text })).toEqual([people[who]]);
  });
});

test('a reference finds its order however it is typed', async () => {
  const reference = placed.get('Mei Li')!;
  expect(await names({ text: reference })).toEqual(['Mei Li']);
  expect(await names({ text: reference.toLowerCase().replace('-', ' ') })).toEqual(['Mei Li']);
  expect(await names({ text: reference, status: 'over' })).toEqual([]);
});

test('a customer’s number finds all their orders', async () => {
  const number = (await office.orders.view(placed.get('Camille Roussel')!))!.customer.number;
  expect(await names({ text: `${number}` })).toEqual(['Camille Roussel']);
});

test('a name of eight letters that could be a reference is found as a name', async () => {
  expect(await names({ text: 'Marescot' })).toEqual(['Odile Marescot']);
});

test('by status, by performance, by both, and with a name', async () => {
  const { agathe, phare } = office.theatre;
  expect(await names({ status: 'awaiting-proof' })).toEqual(['Camille Roussel']);
  expect(await names({ status: 'released' })).toEqual(['Odile Marescot']);
  expect(await names({ performanceId: agathe })).toEqual(['Cœur de Lion', 'Odile Marescot']);
  expect(await names({ performanceId: agathe, status: 'awaiting-payment' })).toEqual(['Cœur de Lion']);
  expect(await names({ performanceId: agathe, text: 'mar' })).toEqual(['Odile Marescot']);
  expect(await names({ performanceId: phare, text: 'mar' })).toEqual(['Lila Martin']);
  expect(await names({ status: 'released', text: 'mar' })).toEqual(['Odile Marescot']);
});

test('pages follow one another without a gap or a repetition, with a filter or a name', async () => {
  for (const filter of [{}, { performanceId: office.theatre.phare }, { text: 'mar' }]) {
    const all = (await office.orders.search({ ...filter, limit: 50 })).orders;
    const paged = [];
    let after: string | undefined;
    do {
      const page = await office.orders.search({ ...filter, limit: 1, after });
      paged.push(...page.orders);
      after = page.next;
    } while (after !== undefined);
    expect(paged).toEqual(all);
  }
  await expect(office.orders.search({ limit: 5, after: 'somewhere' })).rejects.toMatchObject({ code: 'input-invalid' });
});

test('orders placed in the same millisecond are paged by their reference', async () => {
  const at = later(30);
  const same = await Promise.all(['Une', 'Deux', 'Trois'].map((name) => office.place({ name: `Jumeau ${name}`, placedAt: at })));
  const first = await office.orders.search({ text: 'jumeau', limit: 2 });
  const rest = await office.orders.search({ text: 'jumeau', limit: 2, after: first.next });
  expect([...first.orders, ...rest.orders].map(({ reference }) => reference)).toEqual(same.toSorted().toReversed());
  expect(rest.next).toBeUndefined();
});

test('a line says what a list shows', async () => {
  const { orders } = await office.orders.search({ text: 'roussel', limit: 1 });
  expect(orders[0]).toEqual({
    reference: placed.get('Camille Roussel'),
    customerName: 'Camille Roussel',
    venueId: expect.any(Number),
    customerNumber: expect.any(Number),
    showTitle: 'Le Phare d’hiver',
    performanceAt: '2027-01-15T19:30:00.000Z',
    status: 'awaiting-proof',
    waitsFor: 'spectator',
    deadlineAt: '2027-01-14T19:30:00.000Z',
    seatCount: 2,
    seatsUnderReview: 0,
    total: 3800,
    placedAt: later(0),
  });
});

test('what stands on a ticket finds its order: the identifier, also of a ticket that replaced another, and the number as printed', async () => {
  const reference = placed.get('Camille Roussel') ?? '';
  const issued = { seat: 2, release_no: 2, admission: 'valid', proof_to_show: false, issued_at: new Date(later(9)) } as const;
  await office.knex('tickets').insert({ number: 2, uid: `CM-${reference}-2-2`, order_reference: reference, ...issued });
  for (const text of [`CM-${reference}-2-2`, `${reference.toLowerCase()} 1`, '000\u00a0002', '000002', '０００　００２'])
    expect([text, await names({ text })]).toEqual([text, ['Camille Roussel']]);
  expect(await names({ text: '000 002', status: 'expired' })).toEqual([]);
});
