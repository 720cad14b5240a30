import { setTimeout as pause } from 'node:timers/promises';
import { lockSale } from '../../../src/mysql/catalogue/sale/keeping-sale';
import { inDays, servicesAnswer, type Office } from './office';
import { CELLS, openOnSale, type OnSale } from './evening-on-sale';

/** What is on sale can be bought, whatever else the office changes. */
let house: OnSale;
let office: Office;
let of: OnSale['of'];
beforeAll(async () => {
  house = await openOnSale();
  ({ office, of } = house);
});
afterAll(() => office.close());

test('a price that is said not to be asked blocks nothing: a tariff without any price does', async () => {
  const grid = `/catalogue/shows/${of.show.id}/price-grid`;
  const none = CELLS.map((cell) => (cell.tariff === 'ETUD' ? { ...cell, price: null } : cell));
  const { version } = await house.read(grid);
  const emptied = await office.does('put', grid, { cells: none, version });
  expect(await house.missing(of.performance.id)).toEqual(['tariff-without-price']);
  expect(await office.does('put', grid, { cells: CELLS, version: emptied.version })).toMatchObject({ cells: CELLS });
  expect(await house.missing(of.performance.id)).toEqual([]);
  expect(await office.does('post', `/catalogue/performances/${of.performance.id}/publication`)).toMatchObject({ ready: true });
});

test('a rule that was changed since a program read it is not overwritten; who reads none replaces whatever stands', async () => {
  const rules = `/catalogue/performances/${of.performance.id}/sale-rules`;
  const { rules: read } = await office.does('get', rules);
  const { channel: _, version, ...rule } = read[0];
  const once = await office.does('put', `${rules}/INTERNET`, { ...rule, maxSeats: rule.maxSeats - 1, version });
  const { body } = await office.call('put', `${rules}/INTERNET`, { ...rule, version }).expect(409);
  expect(body.code).toBe('changed-meanwhile');
  expect((await office.does('get', rules)).rules).toEqual(once.rules);
  expect((await office.does('put', `${rules}/INTERNET`, rule)).rules).toEqual(read);
});

const CHANGES: readonly (readonly [string, string, () => Promise<readonly [string, object]>])[] = [
  [
    'the held method leaves the rule',
    'delivery-held-for-proof',
    async () => [
      `/catalogue/performances/${of.performance.id}/sale-rules/INTERNET`,
      { ...house.rule(), deliveryMethods: ['print-at-home'] },
    ],
  ],
  [
    'the held method gets a template',
    'delivery-held-for-proof',
    async () => [
      '/catalogue/delivery-methods/held-for-proof',
      { ...(await house.read('/catalogue/delivery-methods/held-for-proof')), template: 'a4' },
    ],
  ],
  [
    'the method at home loses its template',
    'delivery-with-template',
    async () => [
      '/catalogue/delivery-methods/print-at-home',
      { ...(await house.read('/catalogue/delivery-methods/print-at-home')), template: undefined },
    ],
  ],
  [
    'a tariff accepts no proof any more',
    'tariff-proof-types',
    async () => ['/catalogue/tariffs/ETUD', { ...(await house.read('/catalogue/tariffs/ETUD')), proofTypes: [] }],
  ],
  [
    'a tariff is for more people than an order holds',
    'tariff-not-takeable',
    async () => ['/catalogue/tariffs/PLEIN', { ...(await house.read('/catalogue/tariffs/PLEIN')), minPerOrder: 7 }],
  ],
  [
    'tickets lose their licence',
    'mentions',
    async () => [`/catalogue/venues/${of.venue.id}`, { ...(await house.read(`/catalogue/venues/${of.venue.id}`)), licences: [] }],
  ],
  [
    'the channel sells online no more',
    'sales-channel',
    async () => ['/catalogue/sales-channels/INTERNET', { ...(await house.read('/catalogue/sales-channels/INTERNET')), online: false }],
  ],
  ['nobody is believed any more', 'sender-authentication', async () => [`/venues/${of.venue.id}/sender-authentication`, { mode: 'none' }]],
  [
    'its sale closed an hour ago, by a slip',
    'sale-over',
    async () => [`/catalogue/performances/${of.performance.id}/sale-rules/INTERNET`, { ...house.rule(), closesAt: inDays(0, -1) }],
  ],
  [
    'it starts before its sale closes',
    'sale-after-start',
    async () => [
      `/catalogue/performances/${of.performance.id}`,
      { ...(await house.read(`/catalogue/performances/${of.performance.id}`)), startsAt: inDays(29), doorsAt: inDays(29) },
    ],
  ],
];

test.each(CHANGES)('%s: refused while it is online', async (_what, code, change) => {
  const [path, body] = await change();
  const { status, body: refused } = await office.call('put', path, body);
  expect({ status, code: refused.code, facts: refused.facts }).toEqual({
    status: 409,
    code: 'sale-would-stop',
    facts: { performances: `${of.performance.id}`, missing: code },
  });
  expect(await house.missing(of.performance.id)).toEqual([]);
});

test('who sends a grid that stands, and no version of it, is told to send it back', async () => {
  const grid = `/catalogue/shows/${of.show.id}/price-grid`;
  const { body } = await office.call('put', grid, { cells: CELLS.slice(0, 2) }).expect(409);
  expect(body).toMatchObject({ code: 'already-exists', title: expect.stringContaining('renvoyez sa `version`') });
});

test('a category that loses its prices is refused too', async () => {
  const grid = `/catalogue/shows/${of.show.id}/price-grid`;
  const { version } = await house.read(grid);
  const { status } = await office.call('put', grid, { cells: CELLS.slice(0, 2), version });
  expect(status).toBe(409);
});

test('a performance that is online is taken off before it is deleted', async () => {
  const path = `/catalogue/performances/${of.performance.id}`;
  const { status, body } = await office.call('delete', path);
  expect([status, body.code, body.facts]).toEqual([409, 'sale-would-stop', { performances: of.performance.id }]);
  expect(await house.missing(of.performance.id)).toEqual([]);
});

test('a second venue with the inbox of the first is told which member it is', async () => {
  const venue = await house.read(`/catalogue/venues/${of.venue.id}`);
  const { status, body } = await office.call('post', '/catalogue/venues', { ...venue, version: undefined, name: 'Le Petit Bassin' });
  expect([status, body.code]).toEqual([409, 'already-exists']);
  expect(body.errors).toEqual([expect.objectContaining({ in: 'body', pointer: '#/inboxAddress' })]);
});

test('what stops nothing passes', async () => {
  const path = '/catalogue/tariffs/ETUD';
  expect(await office.does('put', path, { ...(await house.read(path)), sort: 7 })).toMatchObject({ sort: 7 });
});

test('a room plays one thing at a time', async () => {
  const show = await office.does('post', '/catalogue/shows', { venueId: of.venue.id, title: 'Le Bal des éclusiers' });
  await office.does('put', `/catalogue/shows/${show.id}/price-grid`, { cells: CELLS });
  const startsAt = new Date(Date.parse(of.performance.startsAt) + 3_600_000).toISOString();
  const times = { startsAt, doorsAt: startsAt, endsAt: inDays(31) };
  const { id } = await office.does('post', '/catalogue/performances', { showId: show.id, roomId: of.room.id, ...times, vatRate: 210 });
  await office.does('put', `/catalogue/performances/${id}/sale-rules/INTERNET`, { ...house.rule(), closesAt: startsAt });
  expect(await house.missing(id)).toEqual(['room-taken']);
  const { body } = await office.call('post', `/catalogue/performances/${id}/publication`);
  expect(body).toMatchObject({ code: 'not-ready' });
});

test.each([
  ['has passed', inDays(-2)],
  ['is of the year 9999', '9999-12-31T20:00:00Z'],
])('a performance that %s is none', async (_what, startsAt) => {
  const times = { startsAt, doorsAt: startsAt, endsAt: new Date(Date.parse(startsAt) + 7_200_000).toISOString().slice(-24) };
  const body = { showId: of.show.id, roomId: of.room.id, ...times, vatRate: 210 };
  const refused = await office.call('post', '/catalogue/performances', body);
  expect(refused.body).toMatchObject({ code: 'entry-not-accepted', errors: [expect.objectContaining({ pointer: '#/startsAt' })] });
});

test('a sale closes when the performance starts at the latest', async () => {
  const path = `/catalogue/performances/${of.performance.id}/sale-rules/INTERNET`;
  const { body } = await office.call('put', path, { ...house.rule(), closesAt: of.performance.endsAt });
  expect(body).toMatchObject({ code: 'sale-rule-impossible', errors: [{ in: 'body', pointer: '#/closesAt' }] });
});

test('a sales rule says which of its members names what is not there', async () => {
  const path = `/catalogue/performances/${of.performance.id}/sale-rules`;
  const wrong = { ...house.rule(), tariffs: ['PLEIN', 'PIGEON'], deliveryMethods: ['pigeon'], allocation: 'MAIRIE' };
  const { status, body } = await office.call('put', `${path}/VOLIÈRE`, wrong);
  const names = (where: string, pointer: string, name: string) => ({ in: where, pointer, detail: expect.stringContaining(name) });
  expect([status, body.code]).toEqual([400, 'input-invalid']);
  expect(body.errors).toEqual([
    names('path', '#/channel', 'VOLIÈRE'),
    names('body', '#/allocation', 'MAIRIE'),
    names('body', '#/tariffs/1', 'PIGEON'),
    names('body', '#/deliveryMethods/0', 'pigeon'),
  ]);
});

test('a server that nobody has heard for a while is not said to answer', async () => {
  await office.world.serviceChecks.record({ service: 'letters', outcome: 'ok', at: inDays(-1) });
  await office.world.serviceChecks.record({ service: 'inbox', outcome: 'refused', at: office.world.clock.now() });
  const { missing: left, services } = await office.does('get', `/catalogue/performances/${of.performance.id}/readiness`);
  expect(left).toMatchObject([
    { code: 'inbox', step: 'replies', names: ['refused'] },
    { code: 'letters', step: 'servers', names: ['stale'] },
  ]);
  expect(services).toContainEqual(expect.objectContaining({ service: 'letters', outcome: 'ok' }));
  await servicesAnswer(office.world);
});

test('put online while the change that takes its rule away is being written: it waits for it, and is refused', async () => {
  const path = `/catalogue/performances/${of.performance.id}`;
  await office.does('post', `${path}/publication/end`);
  const { asked } = await office.world.knex.transaction(async (trx) => {
    await lockSale(trx);
    const publishing = office.call('post', `${path}/publication`).then((answer) => answer);
    await pause(500); // whoever did not wait would have looked by now
    await trx('sale_rules').where({ performance_id: of.performance.id }).delete();
    return { asked: publishing };
  });
  expect((await asked).body).toMatchObject({ code: 'not-ready' });
  const { publishedAt } = await office.does('get', `${path}/readiness`);
  expect(publishedAt).toBeUndefined();
  await office.does('put', `${path}/sale-rules/INTERNET`, house.rule());
});

test('a spreadsheet that was cut short changes no price', async () => {
  const path = `/catalogue/shows/${of.show.id}/price-grid.csv`;
  const { version } = await house.read(`/catalogue/shows/${of.show.id}/price-grid`);
  const sent = (file: string) => office.call('put', `${path}?version=${version}`).set('Content-Type', 'text/csv').send(file);
  const cut = await sent('catégorie;tarif;prix;frais\n1;PLEIN');
  expect(cut.body).toMatchObject({ code: 'grid-not-accepted', errors: [expect.objectContaining({ line: 2, column: 3 })] });
  expect((await sent('catégorie;tarif;prix;frais\n')).body).toMatchObject({ code: 'grid-not-accepted' });
  expect(await office.does('get', `/catalogue/shows/${of.show.id}/price-grid`)).toMatchObject({ cells: CELLS, version });
});

test('a grid that would stop a sale is refused in a dry run as well', async () => {
  const grid = `/catalogue/shows/${of.show.id}/price-grid`;
  const file = (lines: string, query: object) =>
    office.call('put', `${grid}.csv`).query(query).type('text/csv').send(`catégorie;tarif;prix\n1;PLEIN;24\n1;ETUD;14\n${lines}`);
  const { version } = await house.read(grid);
  const publication = `/catalogue/performances/${of.performance.id}/publication`;
  await office.does('post', `${publication}/end`);
  const unsold = await file('2;PLEIN;\n2;ETUD;\n', { version });
  await office.does('post', publication);
  for (const dryRun of ['true', 'false']) {
    const { status, body } = await file('', { version: unsold.body.version, dryRun });
    expect([status, body.code, body.facts]).toEqual([
      409,
      'sale-would-stop',
      { performances: `${of.performance.id}`, missing: 'price-cells' },
    ]);
  }
});
