import { apply } from '../../../src/domain/order/apply';
import { later, openBoxOffice, type BoxOffice } from '../open-box-office';
import { BY, putOnSale, type OnSale } from './on-sale';

let office: BoxOffice;
let sale: OnSale;
beforeAll(async () => {
  office = await openBoxOffice();
  sale = putOnSale(office);
});
afterAll(() => office.close());

describe('without an allocation', () => {
  test('web and counter see the same seats, live', async () => {
    const { agathe } = office.theatre;
    expect([await sale.free(agathe, 'INTERNET'), await sale.free(agathe, 'GUICHET')]).toEqual([80, 80]);
    await office.place({ performanceId: agathe, category: 'unique', tariffs: ['PLEIN', 'PLEIN'] });
    expect([await sale.free(agathe, 'INTERNET'), await sale.free(agathe, 'GUICHET')]).toEqual([78, 78]);
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
    await sale.allocations.create(bal, { code: 'INTERNET', name: 'Réserve internet' }, BY);
    await sale.allocations.topUp(bal, { allocation: 'INTERNET', category: 'unique', count: 40 }, BY);
    await sale.rules.put(bal, { ...(await sale.ruleOf(bal)), allocation: 'INTERNET' }, BY);
  });

  test('each channel sells its own', async () => {
    const { bal } = office.theatre;
    expect([await sale.free(bal, 'INTERNET'), await sale.free(bal, 'GUICHET')]).toEqual([40, 80]);
    for (let n = 0; n < 20; n += 1) await office.place({ performanceId: bal, ...seats(2, 'INTERNET') });
    await expect(office.place({ performanceId: bal, ...seats(1, 'INTERNET') })).rejects.toMatchObject({ code: 'seats-not-available' });
    expect([await sale.free(bal, 'INTERNET'), await sale.free(bal, 'GUICHET')]).toEqual([0, 80]);
    await office.place({ performanceId: bal, ...seats(1, 'GUICHET') });
    expect(await sale.free(bal, 'GUICHET')).toBe(79);
  });

  test('a top-up is sold online at once, and what nobody wants is given back to all', async () => {
    const { bal } = office.theatre;
    await sale.allocations.topUp(bal, { allocation: 'INTERNET', category: 'unique', count: 10 }, BY);
    expect([await sale.free(bal, 'INTERNET'), await sale.free(bal, 'GUICHET')]).toEqual([10, 69]);
    await sale.allocations.giveBack(bal, { allocation: 'INTERNET', category: 'unique', count: 4 }, BY);
    expect([await sale.free(bal, 'INTERNET'), await sale.free(bal, 'GUICHET')]).toEqual([6, 73]);
    const move = { allocation: 'INTERNET', category: 'unique', count: 7 };
    await expect(sale.allocations.giveBack(bal, move, BY)).rejects.toMatchObject({
      code: 'seats-not-available',
      detail: { free: 6, field: 'count' },
    });
    await expect(sale.allocations.topUp(bal, { ...move, allocation: 'MAIRIE' }, BY)).rejects.toMatchObject({
      code: 'allocation-not-found',
    });
  });

  test('seats that were not paid come back to where they were sold from', async () => {
    const { bal } = office.theatre;
    expect(await sale.allocations.of(bal)).toMatchObject({
      allocations: [
        { code: 'INTERNET', name: 'Réserve internet', places: [{ category: 'unique', free: 6, held: 40, sold: 0, closed: 0 }] },
      ],
      unallocated: [{ category: 'unique', free: 73, held: 1 }],
    });
    await office.orders.expireHolds(later(20));
    expect([await sale.free(bal, 'INTERNET'), await sale.free(bal, 'GUICHET')]).toEqual([46, 74]);
  });

  test('who pays too late gets a seat of the same allocation, or the money back', async () => {
    const { bal } = office.theatre;
    const order = await office.place({ performanceId: bal, ...seats(2, 'INTERNET'), placedAt: later(30) });
    await office.orders.expireHolds(later(60));
    await sale.allocations.giveBack(bal, { allocation: 'INTERNET', category: 'unique', count: 46 }, BY);
    // the seats were given back with the others: still nobody's, and now the counter's
    expect(await office.pay(order, { at: later(61) })).toMatchObject({ verdict: 'paid-late-seats-kept' });
    expect(await sale.free(bal, 'GUICHET')).toBe(118);
  });
});

test('seats of an order that is cancelled come back to the allocation they were sold from', async () => {
  const { bal } = office.theatre;
  await sale.allocations.topUp(bal, { allocation: 'INTERNET', category: 'unique', count: 5 }, BY);
  const order = await office.buy({ performanceId: bal, category: 'unique', tariffs: ['PLEIN', 'PLEIN'], placedAt: later(120) });
  expect(await sale.free(bal, 'INTERNET')).toBe(3);
  const story = await office.orders.story(order);
  if (!story) throw new Error('The order has no story.');
  const cancelled = { kind: 'cancelled', at: Date.parse(later(130)), command: `cancel-${order}`, by: BY.by, door: 'desk' } as const;
  const started = { kind: 'started', at: Date.parse(later(122)) } as const;
  const running = apply(story, started);
  await office.record.record({ event: started, ...running });
  await office.record.record({ event: cancelled, ...apply(running.state, cancelled) });
  expect(await sale.free(bal, 'INTERNET')).toBe(5);
});

test('every move was told with who, when, before and after', () => {
  const [made, moved] = sale.changes.filter(({ subject }) => subject.kind === 'allocation');
  expect(made).toEqual({
    ...BY,
    subject: { kind: 'allocation', id: `${office.theatre.bal} INTERNET` },
    before: undefined,
    after: { code: 'INTERNET', name: 'Réserve internet' },
  });
  expect(moved).toMatchObject({ before: [], after: [{ category: 'unique', free: 40 }] });
});
