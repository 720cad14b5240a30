import { later, NOW, openBoxOffice, type BoxOffice } from '../open-box-office';

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
beforeEach(() => office.clear());
afterAll(() => office.close());

async function placeStates(order: string): Promise<readonly string[]> {
  return office.knex('performance_places').where({ order_reference: order }).pluck('status');
}

async function stored(): Promise<readonly string[]> {
  return office.knex('payment_notifications').orderBy('id').pluck('code');
}

describe('the first payment of an order', () => {
  test('arrives within the hold: the order is paid and its seats are sold', async () => {
    const order = await office.place({ tariffs: ['PLEIN', 'ETUD'] });
    const received = await office.pay(order, { at: later(3) });
    expect(received).toMatchObject({ verdict: 'paid', order, upgradeOf: undefined });
    expect(await office.orders.view(order)).toMatchObject({
      payment: 'paid',
      status: 'awaiting-proof',
      waitsFor: 'spectator',
      paidAt: later(3),
      waitsSince: later(3),
      deadlineAt: '2027-01-14T19:30:00.000Z',
    });
    expect(await placeStates(order)).toEqual(['sold', 'sold']);
    expect(await office.payments.find(`${order}.1`)).toEqual({ order, amount: 3800, status: 'paid' });
  });

  test('arrives after the hold, but nobody has given the seats back yet: they are kept', async () => {
    const order = await office.place();
    expect(await office.pay(order, { at: later(20) })).toMatchObject({ verdict: 'paid-late-seats-kept' });
    expect(await office.orders.view(order)).toMatchObject({ payment: 'paid', paidAt: later(20) });
    expect(await placeStates(order)).toEqual(['sold']);
  });

  test('arrives when the seats went back to sale and are still free: the very same seats are taken again', async () => {
    const order = await office.place({ tariffs: ['PLEIN', 'ETUD'] });
    const chosen = (await office.orders.view(order))?.seats.map(({ place }) => place);
    await office.orders.expireHolds(later(15));
    const free = await office.freePlaces();
    expect(await office.pay(order, { at: later(20) })).toMatchObject({ verdict: 'paid-late-seats-kept' });
    expect((await office.orders.view(order))?.seats.map(({ place }) => place)).toEqual(chosen);
    expect(await placeStates(order)).toEqual(['sold', 'sold']);
    expect(await office.freePlaces()).toBe(free - 2);
  });

  test('arrives when one of the seats belongs to somebody else: the money is owed and the free seat stays free', async () => {
    const late = await office.place({ tariffs: ['PLEIN', 'ETUD'] });
    await office.orders.expireHolds(later(15));
    const other = await office.buy({ placedAt: later(16) });
    const free = await office.freePlaces();
    expect(await office.pay(late, { at: later(20) })).toMatchObject({ verdict: 'refund-due' });
    const view = await office.orders.view(late);
    expect(view).toMatchObject({ payment: 'refund-due', status: 'refund-due', waitsFor: 'refund' });
    expect(view?.seats.map(({ proof, delivery }) => [proof, delivery])).toEqual([
      ['not-required', 'void'],
      ['refunded', 'void'],
    ]);
    expect(await placeStates(late)).toEqual([]);
    expect(await placeStates(other)).toEqual(['sold']);
    expect(await office.freePlaces()).toBe(free);
    expect(await office.payments.find(`${late}.1`)).toMatchObject({ status: 'refund-due' });
    expect(await office.orders.story(late)).toMatchObject({ payment: 'refund-due', cancelled: true, seq: 0 });
  });

  test('where one sits freely, any place left is as good', async () => {
    const seat = { performanceId: office.theatre.bal, category: 'unique' };
    const late = await office.place(seat);
    await office.orders.expireHolds(later(15));
    await office.buy({ ...seat, placedAt: later(16) });
    expect(await office.pay(late, { at: later(20) })).toMatchObject({ verdict: 'paid-late-seats-kept' });
    expect(await office.freePlaces(office.theatre.bal, 'unique')).toBe(118);
  });

  test('fails, and a second try succeeds', async () => {
    const order = await office.place();
    const { reference } = await office.payments.open({ order, amount: (await office.draft({})).total, at: NOW });
    expect(await office.notify(reference, { amount: 2400, result: 'refused', transaction: '0' })).toMatchObject({
      verdict: 'refused-by-provider',
      order,
    });
    expect(await office.orders.view(order)).toMatchObject({ payment: 'failed', waitsFor: 'payment' });
    expect(await office.orders.story(order)).toBeUndefined();
    expect(await office.pay(order, { at: later(5) })).toMatchObject({ verdict: 'paid' });
    expect(await office.payments.find(`${order}.1`)).toMatchObject({ status: 'refused' });
    expect(await office.payments.find(`${order}.2`)).toMatchObject({ status: 'paid' });
  });
});

describe('a payment too many', () => {
  test('of an order that is paid already is owed, and told until the story has heard of it', async () => {
    const order = await office.place();
    const view = await office.orders.view(order);
    const first = await office.payments.open({ order, amount: view!.total, at: NOW });
    await office.notify(first.reference, { amount: 2400, at: later(1) });
    const second = await office.payments.open({ order, amount: view!.total, at: later(2) });
    const received = await office.notify(second.reference, { amount: 2400, at: later(3) });
    expect(received).toMatchObject({ verdict: 'second', order, payment: second.id });
    expect(await office.payments.find(second.reference)).toMatchObject({ status: 'refund-due' });
    expect(await office.orders.view(order)).toMatchObject({ payment: 'paid', paidAt: later(1) });
    expect(await office.payments.untold(10)).toEqual([received]);
    await office.payments.markTold(received.payment);
    expect(await office.payments.untold(10)).toEqual([]);
  });

  test('under the same reference gets a row of its own, to be given back', async () => {
    const order = await office.place();
    const { reference } = await office.payments.open({ order, amount: (await office.orders.view(order))!.total, at: NOW });
    await office.notify(reference, { amount: 2400, transaction: 'T1' });
    const again = await office.notify(reference, { amount: 2400, transaction: 'T2' });
    expect(again).toMatchObject({ verdict: 'second', order });
    expect(await office.payments.find(reference)).toMatchObject({ status: 'paid' });
    expect(await office.payments.find(`${order}.2`)).toMatchObject({ status: 'refund-due', amount: 2400 });
    expect((await office.payments.untold(10)).map(({ payment }) => payment)).toEqual([again.payment]);
  });

  test('for the difference to the full tariff is told to the story', async () => {
    const order = await office.buy({ tariffs: ['PLEIN', 'ETUD'] });
    const seat = (await office.orders.view(order))!.seats[1]!;
    const { reference } = await office.payments.open({ order, amount: seat.toFullPrice, upgradeOf: seat.no, at: later(60) });
    const received = await office.notify(reference, { amount: 1000, at: later(61) });
    expect(received).toMatchObject({ verdict: 'upgrade', order, upgradeOf: 2 });
    expect(await office.payments.find(reference)).toMatchObject({ status: 'paid' });
    expect(await office.payments.untold(10)).toEqual([received]);
  });
});

describe('the same notification', () => {
  test('again changes nothing', async () => {
    const order = await office.place();
    const first = await office.pay(order, { transaction: 'T-77', at: later(1) });
    const again = await office.notify(`${order}.1`, { amount: 2400, transaction: 'T-77', at: later(9) });
    expect(again).toEqual({ ...first, verdict: 'duplicate' });
    expect(await office.orders.view(order)).toMatchObject({ paidAt: later(1) });
    expect(await stored()).toEqual(['accepted']);
  });

  test('twelve times at once pays once', async () => {
    const order = await office.place({ tariffs: ['PLEIN', 'ETUD'] });
    const { reference } = await office.payments.open({ order, amount: (await office.orders.view(order))!.total, at: NOW });
    const notified = Array.from({ length: 12 }, () => office.notify(reference, { amount: 3800, transaction: 'T-1' }));
    const verdicts = (await Promise.all(notified)).map(({ verdict }) => verdict);
    expect(verdicts.filter((verdict) => verdict === 'paid')).toHaveLength(1);
    expect(verdicts.filter((verdict) => verdict === 'duplicate')).toHaveLength(11);
    expect(await stored()).toEqual(['accepted']);
  });

  test('with another payment’s reference is refused', async () => {
    const [paid, unpaid] = [await office.buy(), await office.place()];
    const row = await office.knex('payments').where({ order_reference: paid }).first('transaction_no');
    const transaction = row?.transaction_no ?? '';
    const { reference } = await office.payments.open({ order: unpaid, amount: (await office.orders.view(unpaid))!.total, at: NOW });
    await expect(office.notify(reference, { amount: 2400, transaction })).rejects.toMatchObject({ code: 'payment-replayed' });
    expect(await office.orders.view(unpaid)).toMatchObject({ payment: 'pending' });
    expect(await stored()).toEqual(['accepted', 'payment-replayed']);
  });
});

describe('what is refused is kept', () => {
  test.each([
    ['too little', { amount: 100 }],
    ['too much', { amount: 2401 }],
    ['another currency', { amount: 2400, currency: 'CHF' }],
  ])('%s pays nothing', async (_, how) => {
    const order = await office.place();
    const { reference } = await office.payments.open({ order, amount: (await office.orders.view(order))!.total, at: NOW });
    await expect(office.notify(reference, how)).rejects.toMatchObject({ code: 'payment-wrong-amount' });
    await expect(office.notify(reference, how)).rejects.toMatchObject({ code: 'payment-wrong-amount' });
    expect(await office.orders.view(order)).toMatchObject({ payment: 'pending' });
    expect(await stored()).toEqual(['payment-wrong-amount', 'payment-wrong-amount']);
  });

  test('a payment that we never asked for', async () => {
    await expect(office.notify('7K2M-4Q9T.1', { amount: 2400 })).rejects.toMatchObject({ code: 'payment-unknown' });
    expect(await stored()).toEqual(['payment-unknown']);
  });

  test('a body that could not be believed, by its hash alone', async () => {
    await office.payments.recordRefused('sandbox', 'payment-forged', 'a'.repeat(64), NOW);
    const [row] = await office.knex('payment_notifications');
    expect(row).toMatchObject({ provider: 'sandbox', code: 'payment-forged', body_hash: 'a'.repeat(64), amount: null });
  });
});

test('asked for twice before the money came, it is one payment', async () => {
  const order = await office.place();
  const amount = (await office.orders.view(order))!.total;
  const opened = await Promise.all([1, 2, 3].map((minute) => office.payments.open({ order, amount, at: later(minute) })));
  expect(new Set(opened.map(({ reference }) => reference))).toEqual(new Set([`${order}.1`]));
  await expect(office.payments.open({ order: '0000-0000', amount, at: NOW })).rejects.toMatchObject({ code: 'order-not-found' });
});

test('two late payers and one buyer want the last seat: one of them has it, the others get their money back', async () => {
  await office.keepOnSale(1);
  const first = await office.place();
  await office.orders.expireHolds(later(15));
  const second = await office.place({ placedAt: later(16) });
  await office.orders.expireHolds(later(31));
  const verdicts = await Promise.all([first, second].map((order) => office.pay(order, { at: later(40) })));
  expect(verdicts.map(({ verdict }) => verdict).toSorted()).toEqual(['paid-late-seats-kept', 'refund-due']);
  await expect(office.place({ placedAt: later(41) })).rejects.toMatchObject({ code: 'seats-not-available' });
  expect(await office.knex('performance_places').where({ status: 'sold' }).pluck('position_no')).toEqual([1]);
});
