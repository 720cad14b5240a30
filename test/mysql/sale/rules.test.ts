import type { SaleRule } from '../../../src/domain/sale/sale-rule';
import { later, openBoxOffice, type BoxOffice } from '../open-box-office';
import { BY, putOnSale, type OnSale } from './on-sale';
import { defined } from '../../fakes/defined';

let office: BoxOffice;
let sale: OnSale;
beforeAll(async () => {
  office = await openBoxOffice();
  sale = putOnSale(office);
});
afterAll(() => office.close());

describe('a place chosen on the plan', () => {
  test('is the one that is held, and taken for the others', async () => {
    const { phare } = office.theatre;
    const plan = (await office.catalogue.plan(phare, 'INTERNET')) ?? [];
    expect(plan).toHaveLength(200);
    expect(plan.slice(0, 3).map(({ row, seat }) => `${row}${seat}`)).toEqual(['A1', 'A2', 'A3']);
    const [b7, b8] = ['7', '8'].map((seat) => plan.find((place) => place.row === 'B' && place.seat === seat)?.id);
    const order = await office.place({ tariffs: ['PLEIN', 'PLEIN'], places: [b7, b8] });
    const view = await office.orders.view(order);
    expect(view?.seats.map(({ place }) => place)).toEqual([
      { row: 'B', seat: '7' },
      { row: 'B', seat: '8' },
    ]);
    const after = await office.catalogue.plan(phare, 'INTERNET');
    expect(after?.filter(({ status }) => status === 'taken').map(({ row, seat }) => `${row}${seat}`)).toEqual(['B7', 'B8']);
    await expect(office.place({ places: [b8] })).rejects.toMatchObject({ code: 'seats-not-available' });
  });

  test('of another category, of another evening, or of no number at all is not to be had', async () => {
    const { phare, bal } = office.theatre;
    const plan = (await office.catalogue.plan(phare, 'INTERNET')) ?? [];
    const balcony = plan.find(({ category }) => category === '2')?.id;
    await expect(office.place({ category: '1', places: [balcony] })).rejects.toMatchObject({ code: 'seats-not-available' });
    const elsewhere: { readonly id: number } = await office.knex('performance_places').whereNot({ performance_id: phare }).first('id');
    await expect(office.place({ places: [elsewhere.id] })).rejects.toMatchObject({ code: 'seats-not-available' });
    const standing: { readonly id: number } = await office
      .knex('performance_places')
      .where({ performance_id: bal, status: 'free' })
      .first('id');
    const there = { performanceId: bal, category: 'unique', places: [standing.id] };
    await expect(office.place(there)).rejects.toMatchObject({ code: 'seats-not-available' });
    expect(await office.catalogue.plan(bal, 'INTERNET')).toEqual([]);
  });

  test('two people who choose the same place at once: one has it', async () => {
    const plan = (await office.catalogue.plan(office.theatre.phare, 'INTERNET')) ?? [];
    const place = plan.find(({ row, seat }) => row === 'H' && seat === '9')?.id;
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => office.place({ places: [place] })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('what a channel sells', () => {
  test('only the tariffs and methods of its rule', async () => {
    const { phare } = office.theatre;
    const rule = await sale.ruleOf(phare);
    await sale.rules.put(phare, { ...rule, tariffs: ['PLEIN'], deliveryMethods: ['print-at-home'], maxSeats: 2 }, BY);
    const offer = await office.catalogue.offer(phare, 'INTERNET');
    expect(offer?.tariffs.map(({ code }) => code)).toEqual(['PLEIN']);
    expect(offer?.deliveryMethods.map(({ code }) => code)).toEqual(['print-at-home']);
    expect(offer?.maxSeats).toBe(2);
    await expect(office.draft({ tariffs: ['ETUD'] })).rejects.toMatchObject({ code: 'tariff-not-offered' });
    // the counter's rule is its own
    expect((await office.catalogue.offer(phare, 'GUICHET'))?.tariffs.length).toBeGreaterThan(10);
    await sale.rules.put(phare, rule, BY);
    expect(await sale.rules.of(phare)).toEqual(expect.arrayContaining([rule]));
  });

  test('no tariff that no order can hold any more, since it was changed', async () => {
    const { phare } = office.theatre;
    const psh = office.knex('tariffs').where({ code: 'PSH' });
    const codes = async () => (await office.catalogue.offer(phare, 'INTERNET'))?.tariffs.map(({ code }) => code);
    expect(await codes()).toEqual(expect.arrayContaining(['PSH', 'PSHACC']));
    await psh.clone().update({ min_per_order: 7 });
    expect(await codes()).toEqual(expect.not.arrayContaining(['PSH']));
    expect(await codes()).toEqual(expect.not.arrayContaining(['PSHACC']));
    await psh.update({ min_per_order: null });
  });

  test('nothing without a rule, and the order already placed is paid all the same', async () => {
    const { phare } = office.theatre;
    const rule = await sale.ruleOf(phare);
    const order = await office.place({ performanceId: phare, placedAt: later(70) });
    await expect(sale.rules.remove(phare, 'INTERNET', BY)).rejects.toMatchObject({ code: 'sale-would-stop' });
    await sale.publications.unpublish(phare, BY);
    await sale.rules.remove(phare, 'INTERNET', BY);
    expect(await office.catalogue.offer(phare, 'INTERNET')).toBeUndefined();
    expect((await office.catalogue.performances('INTERNET')).some(({ id }) => id === phare)).toBe(false);
    expect(await office.pay(order, { at: later(71) })).toMatchObject({ verdict: 'paid' });
    await sale.rules.put(phare, rule, BY);
    await sale.publications.publish(phare, BY, () => undefined);
  });

  test('a performance taken off while somebody pays honours the order; the counter goes on', async () => {
    const { phare } = office.theatre;
    const order = await office.place({ performanceId: phare, placedAt: later(80) });
    await sale.publications.unpublish(phare, BY);
    expect(await office.catalogue.offer(phare, 'INTERNET')).toBeUndefined();
    expect((await office.catalogue.performances('INTERNET')).some(({ id }) => id === phare)).toBe(false);
    expect(await office.catalogue.offer(phare, 'GUICHET')).toBeDefined();
    expect(await office.pay(order, { at: later(81) })).toMatchObject({ verdict: 'paid' });
    expect(await office.orders.view(order)).toMatchObject({ payment: 'paid' });
    await sale.publications.publish(phare, { ...BY, at: later(90) }, () => undefined);
    await sale.publications.publish(phare, { ...BY, at: later(95) }, () => undefined);
    const row = await office.knex('performances').where({ id: phare }).first('published_at');
    expect(row?.published_at).toEqual(new Date(later(90)));
  });

  test('a grid amended during a hold leaves the order at its price', async () => {
    const { phare } = office.theatre;
    const cell = {
      show_id: defined(await office.knex('performances').where({ id: phare }).first('show_id')).show_id,
      category: '1',
      tariff_code: 'PLEIN',
    };
    const order = await office.place({ performanceId: phare, placedAt: later(100) });
    await office.knex('price_grid').where(cell).update({ price: 9900 });
    expect(await office.orders.view(order)).toMatchObject({ total: 2400, seats: [{ price: 2400 }] });
    expect(await office.pay(order, { at: later(101) })).toMatchObject({ verdict: 'paid' });
    const next = await office.place({ performanceId: phare, placedAt: later(102) });
    expect(await office.orders.view(next)).toMatchObject({ total: 9900 });
    await office.knex('price_grid').where(cell).update({ price: 2400 });
  });

  test('an order says at whose till it was sold, a customer by which channel they came', async () => {
    const online = await office.place({ name: 'Nadia Ferrand', placedAt: later(110) });
    const counter = await office.place({ name: 'Samir Ferrand', channel: 'GUICHET', placedAt: later(110) });
    const rows = await office
      .knex('orders')
      .join('customers', 'customers.id', 'orders.customer_id')
      .whereIn('reference', [online, counter])
      .orderBy('name')
      .select('name', 'till_operator', 'orders.channel', { from: 'customers.channel' });
    expect(rows).toEqual([
      { name: 'Nadia Ferrand', till_operator: 'INTERNET', channel: 'INTERNET', from: 'INTERNET' },
      { name: 'Samir Ferrand', till_operator: 'GUICHET', channel: 'GUICHET', from: 'GUICHET' },
    ]);
  });
});

test('every change was told with what was before and what is after', () => {
  const of = (kind: string) => sale.changes.filter(({ subject }) => subject.kind === kind);
  expect(of('sale-rule')[0]).toMatchObject({ ...BY, before: { maxSeats: 6 }, after: { maxSeats: 2 } });
  expect(of('sale-rule').some(({ after }) => after === undefined)).toBe(true);
  // put online twice: told once
  expect(of('publication').map(({ after }) => after)).toEqual([
    // its rule was taken away, then written again
    ...[{ publishedAt: undefined }, { publishedAt: BY.at }],
    ...[{ publishedAt: undefined }, { publishedAt: later(90) }],
  ]);
});

test('a rule that would sell nothing, or names what is not there, changes nothing', async () => {
  const { phare } = office.theatre;
  const rule = await sale.ruleOf(phare);
  const codeOf = (wrong: Partial<SaleRule>) =>
    sale.rules.put(phare, { ...rule, ...wrong }, BY).then(
      () => 'done',
      (refusal) => refusal.code,
    );
  expect(await codeOf({ tariffs: [] })).toBe('sale-rule-impossible');
  expect(await codeOf({ tariffs: ['PLEIN', 'PSHACC'] })).toBe('sale-rule-impossible');
  expect(await codeOf({ deliveryMethods: [] })).toBe('sale-rule-impossible');
  expect(await codeOf({ closesAt: rule.opensAt })).toBe('sale-rule-impossible');
  expect(await codeOf({ maxSeats: 0 })).toBe('sale-rule-impossible');
  expect(await codeOf({ tariffs: ['PLEIN', 'PIGEON'] })).toBe('input-invalid');
  expect(await codeOf({ channel: 'PIGEON' })).toBe('input-invalid');
  expect(await codeOf({ allocation: 'MAIRIE' })).toBe('input-invalid');
  expect(await sale.ruleOf(phare)).toEqual(rule);
  await expect(sale.rules.put(999_999, rule, BY)).rejects.toMatchObject({ code: 'performance-not-found' });
});

describe('what the counter sells', () => {
  const of = async () => ({ id: office.theatre.bal, rule: await sale.ruleOf(office.theatre.bal, 'GUICHET') });
  const refusedAt = (field: string, code: string) => ({ code, faults: [{ pointer: `#/${field}` }] });

  test('is closed in the past by nobody, neither where it sells, nor by a new rule', async () => {
    const { id, rule } = await of();
    const slip = { ...rule, opensAt: later(-120), closesAt: later(-60) };
    await expect(sale.rules.put(id, slip, BY)).rejects.toMatchObject(refusedAt('closesAt', 'sale-rule-impossible'));
    await sale.rules.remove(id, 'GUICHET', BY);
    await expect(sale.rules.put(id, slip, BY)).rejects.toMatchObject(refusedAt('closesAt', 'sale-rule-impossible'));
    await sale.rules.put(id, rule, BY);
  });

  test('does not stop until a later opening; what has not opened may open later still', async () => {
    const { id, rule } = await of();
    await expect(sale.rules.put(id, { ...rule, opensAt: later(60) }, BY)).rejects.toMatchObject(
      refusedAt('opensAt', 'sale-rule-impossible'),
    );
    expect(await sale.ruleOf(id, 'GUICHET')).toEqual(rule);
    await sale.rules.remove(id, 'GUICHET', BY);
    for (const minutes of [60, 120]) await sale.rules.put(id, { ...rule, opensAt: later(minutes) }, BY);
    await sale.rules.put(id, rule, BY);
  });
});

test('an online sale that is open does not stop until a later opening, unless it was taken off first', async () => {
  const { bal } = office.theatre;
  const rule = await sale.ruleOf(bal);
  const put = (change: Partial<SaleRule>) => sale.rules.put(bal, { ...rule, ...change }, BY);
  const refused = { code: 'sale-would-stop', faults: [{ pointer: '#/opensAt' }] };
  await expect(put({ opensAt: later(60) })).rejects.toMatchObject(refused);
  await sale.publications.unpublish(bal, BY);
  await put({ opensAt: later(60) });
  await expect(put({ opensAt: later(-120), closesAt: later(-60) })).rejects.toMatchObject({ code: 'sale-rule-impossible' });
  await put({});
  await sale.publications.publish(bal, BY, () => undefined);
});

test('no change puts the end of a sale in the past; a sale that has ended by itself may go on', async () => {
  const { phare } = office.theatre;
  const rule = await sale.ruleOf(phare);
  const slip = { ...rule, opensAt: later(-120), closesAt: later(-60) };
  const refused = { code: 'sale-would-stop', detail: { performances: `${phare}`, missing: 'sale-over' } };
  await expect(sale.rules.put(phare, slip, BY)).rejects.toMatchObject(refused);
  expect(await sale.ruleOf(phare)).toEqual(rule);
  const ended = { ...BY, at: later(30, rule.closesAt) };
  for (const change of [{ maxSeats: 4 }, { closesAt: later(10, rule.closesAt) }, { closesAt: later(45, rule.closesAt) }]) {
    await sale.rules.put(phare, { ...rule, ...change }, ended);
    expect(await sale.ruleOf(phare)).toEqual({ ...rule, ...change });
  }
});
