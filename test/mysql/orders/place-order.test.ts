import { createHash } from 'node:crypto';
import type { NewOrder } from '../../../src/ports/orders';
import { later, NOW, openBoxOffice, type BoxOffice } from '../open-box-office';
import { defined } from '../../fakes/defined';

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
beforeEach(() => office.clear());
afterAll(() => office.close());

test('Camille’s three seats are side by side, held for a quarter of an hour', async () => {
  const before = await office.freePlaces();
  const order = await office.place({ tariffs: ['PLEIN', 'ETUD', 'EMPLOI'] });
  const view = await office.orders.view(order);
  expect(view).toMatchObject({
    reference: order,
    payment: 'pending',
    status: 'awaiting-payment',
    waitsFor: 'payment',
    total: 5000,
    placedAt: NOW,
    expiresAt: '2027-01-04T10:15:00.000Z',
    deliveryMethod: { code: 'held-for-proof', name: { fr: 'Envoi soumis à justificatif' }, price: 0 },
    customer: { name: 'Camille Roussel', email: 'camille.roussel@courriel.example' },
    performance: { showTitle: 'Le Phare d’hiver', seating: 'numbered', room: 'Grande salle' },
    venue: { name: 'Théâtre des Mariniers' },
    seq: 0,
  });
  expect(view?.seats.map(({ tariff, proof, price, toFullPrice }) => [tariff.code, proof, price, toFullPrice])).toEqual([
    ['PLEIN', 'not-required', 2400, 0],
    ['ETUD', 'awaiting-proof', 1400, 1000],
    ['EMPLOI', 'awaiting-proof', 1200, 1200],
  ]);
  const places = view?.seats.map(({ place }) => place) ?? [];
  expect(new Set(places.map((place) => place?.row)).size).toBe(1);
  const [first = 0, second, third] = places.map((place) => Number(place?.seat));
  expect([second, third]).toEqual([first + 1, first + 2]);
  expect(view?.seats[1]?.tariff.validity.fr).toBe('valable pour l’année universitaire qui comprend le 15\u00a0janvier 2027');
  expect(view?.seats[0]?.category).toBe('1, parterre');
  expect(await office.freePlaces()).toBe(before - 3);
});

test('where one sits freely a seat has no row, but its place is one of those counted', async () => {
  const order = await office.place({ performanceId: office.theatre.bal, category: 'unique', tariffs: ['PLEIN', 'INTERM'] });
  const view = await office.orders.view(order);
  expect(view?.seats.map(({ place, entrance, category }) => ({ place, entrance, category }))).toEqual([
    { place: undefined, entrance: 'par le quai', category: 'unique, assis ou debout' },
    { place: undefined, entrance: 'par le quai', category: 'unique, assis ou debout' },
  ]);
  expect(await office.freePlaces(office.theatre.bal, 'unique')).toBe(118);
});

test('forty people run for the last seven seats: seven get one, nobody sits on anybody’s knees', async () => {
  await office.keepOnSale(7);
  const rush = Array.from({ length: 40 }, (_, index) => office.place({ name: `Spectatrice ${index}` }));
  const outcomes = await Promise.allSettled(rush);
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason.code);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(7);
  expect(refused).toEqual(Array.from({ length: 33 }, () => 'seats-not-available'));
  const taken: readonly number[] = await office.knex('positions').pluck('place_id');
  expect(new Set(taken).size).toBe(7);
  expect(await office.freePlaces()).toBe(0);
});

test('pairs and singles who want the same numbered seats at once all get their own', async () => {
  await office.keepOnSale(24);
  const rush = Array.from({ length: 16 }, (_, index) => office.place({ tariffs: index % 2 === 0 ? ['PLEIN', 'ETUD'] : ['PLEIN'] }));
  const orders = await Promise.all(rush);
  const rows: readonly { readonly id: number; readonly order_reference: string }[] = await office
    .knex('performance_places')
    .where({ status: 'held' })
    .select('id', 'order_reference');
  expect(rows).toHaveLength(24);
  const mine: readonly { readonly place_id: number; readonly order_reference: string }[] = await office
    .knex('positions')
    .select('place_id', 'order_reference');
  expect(new Map(mine.map((row) => [row.place_id, row.order_reference]))).toEqual(
    new Map(rows.map((row) => [row.id, row.order_reference])),
  );
  expect(new Set(orders).size).toBe(16);
});

test('who wants more seats than are left gets none, and takes none from the next', async () => {
  await office.keepOnSale(2);
  await expect(office.place({ tariffs: ['PLEIN', 'PLEIN', 'PLEIN'] })).rejects.toMatchObject({ code: 'seats-not-available' });
  expect(await office.knex('customers').select()).toEqual([]);
  await expect(office.place({ tariffs: ['PLEIN', 'PLEIN'] })).resolves.toMatch(/-/);
});

test('whoever loses places at the last moment hears of which seat: the place that was chosen, or the category that is full', async () => {
  const plan = defined(await office.catalogue.plan(office.theatre.phare, 'INTERNET'));
  const [a1, a2, a3] = plan.map(({ id }) => id);
  const balcony = plan.find(({ category }) => category === '2')?.id;
  await office.place({ places: [a2] });
  const tariffs = ['PLEIN', 'PLEIN', 'PLEIN'];
  const lost = async (field: string, wanted: Parameters<typeof office.place>[0]) =>
    expect(office.place({ tariffs, ...wanted })).rejects.toMatchObject({ code: 'seats-not-available', detail: { field } });
  await lost('seats/1/place', { places: [a1, a2, a3] });
  await lost('seats/2/place', { places: [a1, a3, balcony] });
  await office.keepOnSale(1);
  await lost('seats/0/category', {});
});

test('a form sent twice places one order, even at the same moment', async () => {
  const form = { tariffs: ['ETUD'], idempotencyKey: 'form-1' };
  const [first, second] = await Promise.all([office.draft(form), office.draft(form)]);
  const placed = await Promise.all([office.orders.place(first), office.orders.place(second)]);
  expect(placed[0]?.reference).toBe(placed[1]?.reference);
  expect(placed.filter(({ fresh }) => fresh)).toHaveLength(1);
  expect(await office.orders.place(await office.draft(form))).toEqual({ reference: placed[0]?.reference, fresh: false });
  expect(await office.knex('orders').select('reference')).toHaveLength(1);
  expect(await office.freePlaces()).toBe(127);
});

test('a key that bought something else is refused, and nothing is sold under it', async () => {
  const first = await office.draft({ tariffs: ['ETUD'], idempotencyKey: 'form-1' });
  await office.orders.place(first);
  for (const other of [
    await office.draft({ tariffs: ['ETUD', 'ETUD'], idempotencyKey: 'form-1' }),
    await office.draft({ tariffs: ['PLEIN'], idempotencyKey: 'form-1' }),
    { ...first, channel: 'GUICHET' },
    { ...first, proofsSeen: true },
  ]) {
    await expect(office.orders.place(other)).rejects.toMatchObject({ code: 'key-used-already' });
  }
  expect(await office.knex('orders').select('reference')).toEqual([{ reference: first.reference }]);
});

test('a key of an earlier release, bound to less, still gives its order; the shop’s form gives it in either language', async () => {
  const first = await office.draft({ tariffs: ['ETUD'], idempotencyKey: 'form-2' });
  await office.orders.place(first);
  const inEnglish = { ...first, language: first.language === 'en' ? 'fr' : 'en', acceptedTerms: 'Conditions' } as const;
  await expect(office.orders.place(inEnglish)).rejects.toMatchObject({ code: 'key-used-already' });
  // As it was kept before: without the language and the terms. The shop's own form keeps it so.
  const print = createHash('sha256').update(boughtIn(first)).digest('base64url');
  await office.knex('orders').where({ reference: first.reference }).update({ idempotent_content: print });
  const standing = { reference: first.reference, fresh: false };
  expect(await office.orders.place(first)).toEqual(standing);
  expect(await office.orders.place({ ...inEnglish, basket: 'c0ffee00-0000-4000-8000-000000000001' })).toEqual(standing);
});

function boughtIn({ channel, performanceId, deliveryMethod, customer, seats }: NewOrder): string {
  const bought = seats.map(({ tariff, category, place, holder, memberNumber }) => [tariff, category, place, holder, memberNumber]);
  return JSON.stringify([channel, performanceId, deliveryMethod, false, [customer.name, customer.email], bought]);
}

test('a reference that exists already is a fault, not a refusal, and takes no seat', async () => {
  const reference = await office.place({ reference: '7K2M-4Q9T' });
  await expect(office.place({ reference })).rejects.toMatchObject({ code: 'ER_DUP_ENTRY' });
  expect(await office.freePlaces()).toBe(127);
});

test('the same person keeps their number; another person at the same address has their own', async () => {
  const orders = [
    await office.place({ name: 'Camille Roussel' }),
    await office.place({ name: 'Camille Roussel', email: 'Camille.Roussel@courriel.example' }),
    await office.place({ name: 'Paul Roussel' }),
  ];
  const views = await Promise.all(orders.map((order) => office.orders.view(order)));
  const [camille, again, paul] = views.map((view) => view?.customer);
  expect(again?.number).toBe(camille?.number);
  expect(paul).toMatchObject({ name: 'Paul Roussel' });
  expect(paul?.number).not.toBe(camille?.number);
});

test('the customer’s link opens the order until another replaces it', async () => {
  const order = await office.place();
  const hash = (version: number) => office.secrets.hash(office.secrets.customerLink({ order, version }));
  expect(await office.orders.byLinkHash(hash(1))).toBe(order);
  const renewal = { command: 'desk-1', by: { role: 'staff', id: 5 }, door: 'desk', at: NOW } as const;
  expect(await office.orders.renewLink(order, renewal)).toMatchObject({ version: 2, letter: `new-link:${order}:desk-1` });
  // Pressed twice it is renewed once.
  expect(await office.orders.renewLink(order, renewal)).toMatchObject({ version: 2 });
  expect(await office.orders.byLinkHash(hash(1))).toBeUndefined();
  expect(await office.orders.byLinkHash(hash(2))).toBe(order);
  expect((await office.orders.view(order))?.linkVersion).toBe(2);
  expect(await office.orders.timeline(order)).toMatchObject([{ event: 'link-renewed', actor: 'staff:5', door: 'desk', at: NOW }]);
  await office.orders.renewLink(order, { ...renewal, command: 'desk-2', email: 'camille@elsewhere.example' });
  expect((await office.orders.timeline(order)).map(({ event }) => event)).toContain('address-corrected');
  await expect(office.orders.renewLink('0000-0000', renewal)).rejects.toMatchObject({ code: 'order-not-found' });
});

test('the address put right has the order, its letter and its link; what came back before is nobody’s trouble any more', async () => {
  const order = await office.buy({ email: 'camille@gmial.com' });
  const bounced = {
    kind: 'confirmation',
    order_reference: order,
    language: 'fr',
    about: '{}',
    recipient: 'spectator',
    state: 'bounced',
  } as const;
  await office
    .knex('outgoing_mail')
    .insert({ ...bounced, letter_key: `confirmation:${order}`, created_at: new Date(NOW), ended_at: new Date(NOW) });
  expect((await office.orders.view(order))?.undelivered).toHaveLength(1);
  const how = { letter: 'confirmation', to: 'customer', how: 'returned' };
  expect((await office.orders.timeline(order))[0]).toMatchObject({ event: 'letter-lost', at: NOW, detail: how });
  const change = { command: 'desk-2', by: { role: 'staff', id: 5 }, door: 'desk', at: later(30), email: 'camille@gmail.com' } as const;
  const { letter, again } = await office.orders.renewLink(order, { ...change, again: ['confirmation', 'refusal'] });
  // The confirmation that came back leaves again, as a letter of its own.
  expect(again).toEqual([`confirmation:${order}:desk-2`]);
  expect(
    await office
      .knex('outgoing_mail')
      .where({ letter_key: defined(again[0]) })
      .first('state', 'address', 'recipient', 'story_seq'),
  ).toEqual({
    ...{ state: 'queued', address: 'camille@gmail.com', recipient: 'spectator', story_seq: null },
  });
  const view = await office.orders.view(order);
  expect(view).toMatchObject({ linkVersion: 2, customer: { name: 'Camille Roussel', email: 'camille@gmail.com' } });
  expect(view?.undelivered).toBeUndefined();
  expect(await office.knex('outgoing_mail').where({ letter_key: letter }).pluck('address')).toEqual(['camille@gmail.com']);
  await expect(office.orders.renewLink(order, { ...change, email: 'other@gmail.com' })).rejects.toMatchObject({ code: 'key-used-already' });
  // The record of changes lives ten years: it names no address.
  expect(JSON.stringify(await office.knex('catalogue_changes').where({ subject: order }))).not.toContain('@');
});

test('the confirmation that arrived at a wrong address leaves to the right one too', async () => {
  const order = await office.buy({ email: 'camille@stranger.example' });
  const sent = {
    kind: 'confirmation',
    order_reference: order,
    language: 'fr',
    about: '{}',
    recipient: 'spectator',
    state: 'sent',
  } as const;
  const key = `confirmation:${order}`;
  await office.knex('outgoing_mail').insert({ ...sent, letter_key: key, created_at: new Date(NOW), sent_at: new Date(NOW) });
  const change = { command: 'desk-2', by: { role: 'staff', id: 5 }, door: 'desk', at: later(30), email: 'camille@gmail.com' } as const;
  const { again } = await office.orders.renewLink(order, { ...change, again: ['confirmation'] });
  expect(again).toEqual([`${key}:desk-2`]);
  expect(
    await office
      .knex('outgoing_mail')
      .where({ letter_key: defined(again[0]) })
      .pluck('address'),
  ).toEqual(['camille@gmail.com']);
});

test('the terms that buyers accepted are kept in their words, once for all who read the same', async () => {
  const accepts = async (acceptedTerms: string | undefined) =>
    (await office.orders.place({ ...(await office.draft({})), acceptedTerms })).reference;
  const [camille, paul, counter] = [
    await accepts('Ni repris ni échangés.'),
    await accepts('Ni repris ni échangés.'),
    await accepts(undefined),
  ];
  const told = async (order: string) => (await office.orders.view(order))?.termsAccepted;
  expect([await told(camille), await told(paul), await told(counter)]).toEqual([true, true, false]);
  const kept = office.knex('orders').join('accepted_terms', 'accepted_terms.hash', 'orders.accepted_terms');
  expect(await kept.whereIn('reference', [camille, paul]).pluck('text')).toEqual(['Ni repris ni échangés.', 'Ni repris ni échangés.']);
  expect(await office.knex('accepted_terms').pluck('text')).toEqual(['Ni repris ni échangés.']);
});

test('a member number that nobody was asked for is none, whatever an older row holds', async () => {
  const order = await office.place();
  await office.knex('positions').where({ order_reference: order }).update({ member_number: '' });
  expect((await office.orders.view(order))?.seats[0]?.memberNumber).toBeUndefined();
});
