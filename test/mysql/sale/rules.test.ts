import { createAllocations } from '../../../src/mysql/catalogue/sale/allocations';
import { createPublications } from '../../../src/mysql/catalogue/sale/publications';
import { createSaleRules } from '../../../src/mysql/catalogue/sale/sale-rules';
import type { SaleRule } from '../../../src/domain/sale/sale-rule';
import type { Change } from '../../../src/ports/sale/sale-rules';
import { later, NOW, OPENING, openBoxOffice, type BoxOffice } from '../open-box-office';

const BY: Change = { by: { role: 'staff', id: 5 }, door: 'desk', at: NOW };

let office: BoxOffice;
let rules: ReturnType<typeof createSaleRules>;
let allocations: ReturnType<typeof createAllocations>;
let publications: ReturnType<typeof createPublications>;
beforeAll(async () => {
  office = await openBoxOffice();
  rules = createSaleRules(office);
  allocations = createAllocations(office);
  publications = createPublications(office);
}, OPENING);
afterAll(() => office.close());

async function ruleOf(performanceId: number, channel = 'INTERNET'): Promise<SaleRule> {
  const rule = (await rules.of(performanceId)).find((one) => one.channel === channel);
  if (!rule) throw new Error(`No rule for ${channel}.`);
  return rule;
}

async function free(performanceId: number, channel: string, category = 'unique'): Promise<number | undefined> {
  const offer = await office.catalogue.offer(performanceId, channel);
  return offer?.categories.find(({ code }) => code === category)?.free;
}

describe('without an allocation', () => {
  test('web and counter see the same seats, live', async () => {
    const { agathe } = office.theatre;
    expect([await free(agathe, 'INTERNET'), await free(agathe, 'GUICHET')]).toEqual([80, 80]);
    await office.place({ performanceId: agathe, category: 'unique', tariffs: ['PLEIN', 'PLEIN'] });
    expect([await free(agathe, 'INTERNET'), await free(agathe, 'GUICHET')]).toEqual([78, 78]);
  });
});

describe('with an INTERNET allocation of 40 seats of the ball', () => {
  const seats = (count: number, channel: string) => ({
    category: 'unique',
    tariffs: Array.from({ length: count }, () => 'PLEIN'),
    channel,
  });

  beforeAll(async () => {
    const { bal } = office.theatre;
    await allocations.create(bal, { code: 'INTERNET', name: 'Réserve internet' }, BY);
    await allocations.topUp(bal, { allocation: 'INTERNET', category: 'unique', count: 40 }, BY);
    await rules.put(bal, { ...(await ruleOf(bal)), allocation: 'INTERNET' }, BY);
  });

  test('each channel sells its own', async () => {
    const { bal } = office.theatre;
    expect([await free(bal, 'INTERNET'), await free(bal, 'GUICHET')]).toEqual([40, 80]);
    for (let n = 0; n < 20; n += 1) await office.place({ performanceId: bal, ...seats(2, 'INTERNET') });
    await expect(office.place({ performanceId: bal, ...seats(1, 'INTERNET') })).rejects.toMatchObject({ code: 'seats-not-available' });
    expect([await free(bal, 'INTERNET'), await free(bal, 'GUICHET')]).toEqual([0, 80]);
    await office.place({ performanceId: bal, ...seats(1, 'GUICHET') });
    expect(await free(bal, 'GUICHET')).toBe(79);
  });

  test('a top-up is sold online at once, and what nobody wants is given back to all', async () => {
    const { bal } = office.theatre;
    await allocations.topUp(bal, { allocation: 'INTERNET', category: 'unique', count: 10 }, BY);
    expect([await free(bal, 'INTERNET'), await free(bal, 'GUICHET')]).toEqual([10, 69]);
    await allocations.giveBack(bal, { allocation: 'INTERNET', category: 'unique', count: 4 }, BY);
    expect([await free(bal, 'INTERNET'), await free(bal, 'GUICHET')]).toEqual([6, 73]);
    const move = { allocation: 'INTERNET', category: 'unique', count: 7 };
    await expect(allocations.giveBack(bal, move, BY)).rejects.toMatchObject({ code: 'seats-not-available', detail: { free: 6 } });
    await expect(allocations.topUp(bal, { ...move, allocation: 'MAIRIE' }, BY)).rejects.toMatchObject({ code: 'allocation-not-found' });
  });

  test('seats that were not paid come back to where they were sold from', async () => {
    const { bal } = office.theatre;
    expect(await allocations.of(bal)).toMatchObject({
      allocations: [
        { code: 'INTERNET', name: 'Réserve internet', places: [{ category: 'unique', free: 6, held: 40, sold: 0, closed: 0 }] },
      ],
      unallocated: [{ category: 'unique', free: 73, held: 1 }],
    });
    await office.orders.expireHolds(later(20));
    expect([await free(bal, 'INTERNET'), await free(bal, 'GUICHET')]).toEqual([46, 74]);
  });

  test('who pays too late gets a seat of the same allocation, or the money back', async () => {
    const { bal } = office.theatre;
    const order = await office.place({ performanceId: bal, ...seats(2, 'INTERNET'), placedAt: later(30) });
    await office.orders.expireHolds(later(60));
    await allocations.giveBack(bal, { allocation: 'INTERNET', category: 'unique', count: 46 }, BY);
    // the seats were given back with the others: still nobody's, and now the counter's
    expect(await office.pay(order, { at: later(61) })).toMatchObject({ verdict: 'paid-late-seats-kept' });
    expect(await free(bal, 'GUICHET')).toBe(118);
  });
});

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
    const rule = await ruleOf(phare);
    await rules.put(phare, { ...rule, tariffs: ['PLEIN', 'EMPLOI'], deliveryMethods: ['print-at-home'], maxSeats: 2 }, BY);
    const offer = await office.catalogue.offer(phare, 'INTERNET');
    expect(offer?.tariffs.map(({ code }) => code)).toEqual(['PLEIN', 'EMPLOI']);
    expect(offer?.deliveryMethods.map(({ code }) => code)).toEqual(['print-at-home']);
    expect(offer?.maxSeats).toBe(2);
    await expect(office.draft({ tariffs: ['EMPLOI'] })).rejects.toMatchObject({ code: 'delivery-method-not-allowed' });
    await expect(office.draft({ tariffs: ['ETUD'] })).rejects.toMatchObject({ code: 'tariff-not-offered' });
    // the counter's rule is its own
    expect((await office.catalogue.offer(phare, 'GUICHET'))?.tariffs.length).toBeGreaterThan(10);
    await rules.put(phare, rule, BY);
    expect(await rules.of(phare)).toEqual(expect.arrayContaining([rule]));
  });

  test('nothing without a rule, and the order already placed is paid all the same', async () => {
    const { phare } = office.theatre;
    const rule = await ruleOf(phare);
    const order = await office.place({ performanceId: phare, placedAt: later(70) });
    await rules.remove(phare, 'INTERNET', BY);
    expect(await office.catalogue.offer(phare, 'INTERNET')).toBeUndefined();
    expect((await office.catalogue.performances('INTERNET')).some(({ id }) => id === phare)).toBe(false);
    expect(await office.pay(order, { at: later(71) })).toMatchObject({ verdict: 'paid' });
    await rules.put(phare, rule, BY);
  });

  test('a performance taken off while somebody pays honours the order; the counter goes on', async () => {
    const { phare } = office.theatre;
    const order = await office.place({ performanceId: phare, placedAt: later(80) });
    await publications.unpublish(phare, BY);
    expect(await office.catalogue.offer(phare, 'INTERNET')).toBeUndefined();
    expect((await office.catalogue.performances('INTERNET')).some(({ id }) => id === phare)).toBe(false);
    expect(await office.catalogue.offer(phare, 'GUICHET')).toBeDefined();
    expect(await office.pay(order, { at: later(81) })).toMatchObject({ verdict: 'paid' });
    expect(await office.orders.view(order)).toMatchObject({ payment: 'paid' });
    await publications.publish(phare, { ...BY, at: later(90) });
    await publications.publish(phare, { ...BY, at: later(95) });
    const row = await office.knex('performances').where({ id: phare }).first('published_at');
    expect(row.published_at).toEqual(new Date(later(90)));
  });

  test('a grid amended during a hold leaves the order at its price', async () => {
    const { phare } = office.theatre;
    const cell = {
      show_id: (await office.knex('performances').where({ id: phare }).first('show_id')).show_id,
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
