import { inDays, type Office } from './office';
import { openOnSale, type OnSale } from './evening-on-sale';

/** What is on sale is not taken away unsaid. */
let house: OnSale;
let office: Office;
let of: OnSale['of'];
beforeAll(async () => {
  house = await openOnSale();
  ({ office, of } = house);
});
afterAll(() => office.close());

describe('a rule of sale that is taken away', () => {
  const rules = () => `/catalogue/performances/${of.performance.id}/sale-rules`;

  test('does not stop what is online without a word; once that is taken off, it goes', async () => {
    const path = `/catalogue/performances/${of.performance.id}`;
    await office.does('post', `${path}/publication`);
    const { status, body } = await office.call('delete', `${rules()}/INTERNET`);
    const facts = { performances: `${of.performance.id}`, missing: 'sale-rule' };
    expect([status, body]).toEqual([409, expect.objectContaining({ code: 'sale-would-stop', facts })]);
    expect(await office.does('get', `${path}/readiness`)).toMatchObject({ ready: true, publishedAt: expect.any(String) });
    await office.does('post', `${path}/publication/end`);
    expect(await office.does('delete', `${rules()}/INTERNET`)).toMatchObject({ rules: [] });
    expect(await house.missing(of.performance.id)).toEqual(['sale-rule']);
    await office.does('put', `${rules()}/INTERNET`, house.rule());
    await office.does('post', `${path}/publication`);
  });

  test.each([
    ['of no performance', '/catalogue/performances/999/sale-rules/INTERNET', 'performance-not-found'],
    ['of no channel', undefined, 'entry-not-found'],
  ])('%s is told as missing', async (_what, path, code) => {
    const { status, body } = await office.call('delete', path ?? `${rules()}/NADA`);
    expect([status, body.code]).toEqual([404, code]);
  });

  test('every deletion says in the document that there may be no such thing', async () => {
    const { paths } = await office.does('get', '/openapi.json');
    const deletions = Object.entries<{ readonly delete?: { readonly responses: object } }>(paths).flatMap(([path, methods]) =>
      methods.delete === undefined ? [] : [{ path, told: Object.keys(methods.delete.responses) }],
    );
    expect(deletions.length).toBeGreaterThan(10);
    for (const { path, told } of deletions) expect([path, told]).toEqual([path, expect.arrayContaining(['404', '409'])]);
  });
});

describe('places of a room that performances sell', () => {
  const PLAN = () => `/catalogue/rooms/${of.room.id}`;

  test('do not vanish from its plan; they may be more', async () => {
    const room = await house.read(PLAN());
    const fewer = { ...room, plan: room.plan.slice(1), categories: room.categories.slice(1) };
    const shorter = { ...room, plan: [{ ...room.plan[0], seats: '1-12' }, ...room.plan.slice(1)] };
    for (const changed of [fewer, shorter])
      expect(await office.call('put', PLAN(), changed)).toMatchObject({ status: 409, body: { code: 'in-use' } });
    const refused = await office.call('put', PLAN(), shorter);
    const named = { facts: { by: expect.stringContaining(`séance ${of.performance.id}`) }, errors: [{ pointer: '#/plan' }] };
    expect(refused.body).toMatchObject(named);
    const more = await office.does('put', PLAN(), { ...room, plan: [{ ...room.plan[0], seats: '1-20' }, ...room.plan.slice(1)] });
    // What the evening does not sell yet may go again.
    await office.does('put', PLAN(), { ...room, version: more.version });
  });

  test('nor from its capacity where one sits freely', async () => {
    const free = { venueId: of.venue.id, name: 'La Cale', seating: 'free', categories: [{ code: 'U', name: 'unique', capacity: 80 }] };
    const cale = await office.does('post', '/catalogue/rooms', free);
    const times = { startsAt: inDays(40), doorsAt: inDays(40, -1), endsAt: inDays(40, 2) };
    const evening = await office.does('post', '/catalogue/performances', { showId: of.show.id, roomId: cale.id, ...times, vatRate: 210 });
    const path = `/catalogue/rooms/${cale.id}`;
    const holding = (capacity: number) => ({ ...free, categories: [{ code: 'U', name: 'unique', capacity }], version: cale.version });
    const { status, body } = await office.call('put', path, holding(10));
    expect([status, body.code, body.facts?.by, body.errors?.[0]?.pointer]).toEqual([409, 'in-use', `séance ${evening.id}`, '#/categories']);
    await office.does('put', path, holding(90));
  });
});
