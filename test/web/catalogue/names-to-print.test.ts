import { inDays, openOffice, stage, words, type Office } from './office';

/** What tickets print has something to read in it, as a person’s name has: neither an emoji alone nor three dots. */
let office: Office;
let of: Awaited<ReturnType<typeof stage>>;
beforeAll(async () => {
  office = await openOffice();
  of = await stage(office);
});
afterAll(() => office.close());

async function read(path: string) {
  const { id: _, code: __, active: ___, ...entry } = await office.does('get', path);
  return entry;
}

const put = (path: string, body: object) => office.call('put', `/catalogue/${path}`, body);
const venue = async () => read(`/catalogue/venues/${of.venue.id}`);
const room = async () => read(`/catalogue/rooms/${of.room.id}`);

const NAMED: readonly (readonly [string, string, (name: string) => Promise<{ readonly status: number; readonly body: unknown }>])[] = [
  ['show', '#/title', async (title) => put(`shows/${of.show.id}`, { ...(await read(`/catalogue/shows/${of.show.id}`)), title })],
  ['credit', '#/credit', async (credit) => put(`shows/${of.show.id}`, { ...(await read(`/catalogue/shows/${of.show.id}`)), credit })],
  ['room', '#/name', async (name) => put(`rooms/${of.room.id}`, { ...(await room()), name })],
  ['category', '#/categories/0/name', async (name) => put(`rooms/${of.room.id}`, withCategory(await room(), name))],
  ['entrance', '#/plan/0/entrance', async (entrance) => put(`rooms/${of.room.id}`, withEntrance(await room(), entrance))],
  ['venue', '#/name', async (name) => put(`venues/${of.venue.id}`, { ...(await venue()), name })],
  ['organizer', '#/organizer', async (organizer) => put(`venues/${of.venue.id}`, { ...(await venue()), organizer })],
  ['way', '#/directions/0/fr', async (way) => put(`venues/${of.venue.id}`, { ...(await venue()), directions: [words(way)] })],
  ['tariff', '#/name/fr', async (name) => put('tariffs/NEU', { name: words(name) })],
  ['delivery method', '#/name/fr', async (name) => put('delivery-methods/neuf', { name: words(name) })],
  ['proof type', '#/name/fr', async (name) => put('proof-types/neuf', { name: words(name) })],
  ['channel', '#/name', async (name) => put('sales-channels/NEUF', { name, tillOperator: 'NEUF', online: false })],
  [
    'template',
    '#/advice/0/title/fr',
    async (title) =>
      put(`venues/${of.venue.id}/ticket-templates/neuf/free`, { name: 'A4', advice: [{ title: words(title), text: words('Venez tôt') }] }),
  ],
];

function withCategory({ categories, ...rest }: { readonly categories: readonly object[] }, name: string) {
  return { ...rest, categories: categories.map((one, index) => (index === 0 ? { ...one, name } : one)) };
}

function withEntrance({ plan, ...rest }: { readonly plan: readonly object[] }, entrance: string) {
  return { ...rest, plan: plan.map((one, index) => (index === 0 ? { ...one, entrance } : one)) };
}

test.each(NAMED)('%s: an emoji, or signs alone, is refused where it stands (%s)', async (_what, pointer, sends) => {
  for (const typed of ['👻', '…', '— !']) {
    const { status, body } = await sends(typed);
    expect([typed, status, body]).toEqual([typed, 400, expect.objectContaining({ code: 'input-invalid' })]);
    expect(body).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ pointer })]) });
  }
});

test('with a letter or a figure beside it, it is a name', async () => {
  const times = { startsAt: inDays(50), doorsAt: inDays(50, -1), endsAt: inDays(50, 2) };
  const show = await office.does('post', '/catalogue/shows', { venueId: of.venue.id, title: '1984 👻' });
  await office.does('post', '/catalogue/performances', { showId: show.id, roomId: of.room.id, ...times, vatRate: 210 });
  expect(show.title).toBe('1984 👻');
});
