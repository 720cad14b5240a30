import { recordChange } from '../../../src/mysql/catalogue/admin/change-log';
import { createTicketTemplates } from '../../../src/mysql/tickets/ticket-templates';
import { NOW, openBoxOffice, type BoxOffice } from '../open-box-office';
import { defined } from '../../fakes/defined';

let office: BoxOffice;
let venue: number;
beforeAll(async () => {
  office = await openBoxOffice();
  ({ id: venue } = defined(await office.knex('venues').first('id')));
});
afterAll(() => office.close());

const BY = { by: { role: 'staff', id: 3 }, door: 'desk', at: NOW } as const;
const templates = () => createTicketTemplates({ knex: office.knex, recordChange });
const words = (text: string) => ({ fr: text, en: text });

test('a seeded house has one for each seating, and they say what the venue says', async () => {
  expect(await templates().list(venue)).toMatchObject([
    { code: 'a4', seating: 'free', hasLogo: false },
    { code: 'a4', seating: 'numbered', hasPlan: false },
  ]);
});

test('an order is printed with that of its delivery method and seating; held for proof, with the venue’s PDF product', async () => {
  const winter = { code: 'hiver', seating: 'numbered', name: 'Hiver', directions: [words('Tram B')] } as const;
  await templates().put(venue, winter, BY);
  const [home, held] = [await office.place(), await office.place({ tariffs: ['ETUD'] })];
  expect(await templates().forOrder(home)).toMatchObject({ code: 'a4', seating: 'numbered' });
  await office.knex('delivery_methods').where({ code: 'print-at-home' }).update({ template: 'hiver' });
  expect(await templates().forOrder(home)).toMatchObject({ code: 'hiver', directions: [words('Tram B')] });
  expect(await templates().forOrder(held)).toMatchObject({ code: 'a4' });
  await expect(templates().remove(venue, winter, BY)).rejects.toMatchObject({ code: 'template-in-use' });
  await office.knex('delivery_methods').where({ code: 'print-at-home' }).update({ template: 'a4' });
  await templates().remove(venue, winter, BY);
});

test('pictures come and go, and every change says what was before', async () => {
  const which = { code: 'a4', seating: 'free' } as const;
  await templates().putPicture(venue, { ...which, name: 'logo', content: Buffer.from('a logo') }, BY);
  expect((await templates().find(venue, which))?.logo).toEqual(Buffer.from('a logo'));
  await templates().put(venue, { ...which, name: 'Libre' }, BY);
  expect((await templates().find(venue, which))?.logo).toEqual(Buffer.from('a logo'));
  await templates().putPicture(venue, { ...which, name: 'logo', content: undefined }, BY);
  const changes = await office.knex('catalogue_changes').where({ subject: 'a4/free' }).orderBy('id');
  expect(changes).toHaveLength(3);
  await expect(templates().putPicture(venue, { ...which, code: 'none', name: 'plan', content: undefined }, BY)).rejects.toMatchObject({
    code: 'template-not-found',
  });
});

test.each([
  ['no name', { name: ' ' }],
  ['a code that no address could carry', { code: 'Été 2027' }],
  ['too many notes', { advice: Array.from({ length: 5 }, () => ({ title: words('x'), text: words('y') })) }],
  ['a note in one language only', { advice: [{ title: { fr: 'Bar', en: '' }, text: words('Ouvert') }] }],
  ['a text longer than the sheet', { directions: [words('x'.repeat(241))] }],
])('%s is refused', async (_what, changed) => {
  const put = templates().put(venue, { code: 'a4', seating: 'free', name: 'A4', ...changed }, BY);
  await expect(put).rejects.toMatchObject({ code: 'template-not-accepted' });
});
