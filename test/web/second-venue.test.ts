import { DETAILS, openToSpectators, back } from './shop/spectator';
import { sends } from './shop/shopping';
import { defined } from '../fakes/defined';
import { anotherVenue } from '../fakes/another-venue';

/** One organizer, two venues: a page speaks for the venue that it is about, and for the organizer where it is about none. */
let theatre: Awaited<ReturnType<typeof openToSpectators>>;
const FIRST = 'Théâtre des Mariniers';
const SECOND = 'Le Grenier à sel';
const ORGANIZER = 'Association des Mariniers';

beforeAll(async () => {
  theatre = await openToSpectators();
  const { knex } = theatre.shop.world;
  await knex('venues').update({ organizer: ORGANIZER, name: FIRST });
  const contact = { phone: '03 86 00 00 22', email: 'grenier@theatre-des-mariniers.example', inbox_address: 'grenier-recus@theatre-des-mariniers.example' }; // prettier-ignore
  const created = await anotherVenue(knex, { ...contact, name: SECOND, organizer: ORGANIZER, time_zone: 'Indian/Reunion', logo: PNG });
  const bal = theatre.shop.performance('Le Bal des éclusiers');
  const { room_id } = defined(await knex('performances').where({ id: bal }).first('room_id'));
  await knex('rooms').where({ id: room_id }).update({ venue_id: created });
});
afterAll(() => theatre.shop.close());

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
/** Who signs the top of a page, and whom its foot says to call. */
function speaks(text: string): {
  readonly brand: string;
  readonly title: string;
  readonly phones: readonly string[];
  readonly logo: boolean;
} {
  const brand = /<a class="brand"[^]*?<span>([^<]*)<\/span>/.exec(text)?.[1] ?? '';
  const title = / · ([^·<]*)<\/title>/.exec(text)?.[1] ?? '';
  const foot = text.slice(text.indexOf('<footer'));
  return {
    brand,
    title,
    phones: [...foot.matchAll(/href="tel:[^"]*">([^<]*)</g)].map(([, phone = '']) => phone),
    logo: /<a class="brand"[^>]*>\s*<img/.test(text),
  };
}

const ofSecond = { brand: SECOND, title: SECOND, phones: ['03 86 00 00 22'], logo: true };

describe('the organizer', () => {
  it.each(['/', '/panier', '/mes-billets', '/donnees-personnelles', '/accessibilite', '/nulle-part', '/conditions-de-vente'])(
    'speaks on %s, and names each venue with its telephone',
    async (page) => {
      const { text } = await theatre.arrives().get(page);
      const { phones, ...said } = speaks(text);
      expect(said).toEqual({ brand: ORGANIZER, title: ORGANIZER, logo: false });
      expect(phones).toHaveLength(2);
      expect(phones).toContain('03 86 00 00 22');
      expect(text).toContain(`${SECOND}\u00a0:`);
    },
  );

  it('says on the programme where each show is played, by the clock of that place', async () => {
    const { text } = await theatre.arrives().get('/');
    const shows = text.split('<p class="genre">').slice(1);
    const bal = shows.find((show) => show.includes('Le Bal des éclusiers')) ?? '';
    expect(bal).toContain(SECOND);
    expect(shows.find((show) => show.includes('Le Phare d’hiver'))).toContain(FIRST);
  });

  it('gives both addresses for personal data and for a flaw', async () => {
    const camille = theatre.arrives();
    for (const page of ['/donnees-personnelles', '/.well-known/security.txt'])
      expect((await camille.get(page)).text).toContain('grenier@theatre-des-mariniers.example');
  });

  it('leads to the terms and the notice of each venue', async () => {
    const camille = theatre.arrives();
    for (const page of ['/conditions-de-vente', '/mentions-legales']) {
      const { text } = await camille.get(page);
      const ways = [...text.matchAll(/<li><a href="(\/lieux\/\d+\/[^"]*)"/g)].map(([, way = '']) => way);
      expect(ways).toHaveLength(2);
      expect(speaks((await camille.get(ways[1] ?? '')).text)).toEqual(ofSecond);
    }
  });
});

describe('the second venue', () => {
  it('speaks on its show, its performance, the basket, the details and the pages of its orders', async () => {
    const camille = theatre.arrives();
    const { text: programme } = await camille.get('/');
    const show = /href="(\/spectacles\/\d+)">Le Bal des éclusiers/.exec(programme)?.[1] ?? '';
    await theatre.chooses(camille, { 't-PLEIN': '1' }, theatre.bal);
    for (const page of [show, theatre.bal, '/panier', DETAILS])
      expect([page, speaks((await camille.get(page)).text)]).toEqual([page, ofSecond]);
    const order = await theatre.orders(camille);
    for (const page of [back(order), '/panier']) expect([page, speaks((await camille.get(page)).text)]).toEqual([page, ofSecond]);
    await sends(camille, back(order), {}, `/commande/${order}/panier`);
    const choice = /name="choix" value="([^"]*)"/.exec((await camille.get('/panier')).text)?.[1] ?? '';
    // Another browser, whose session knows nothing: the form's own choice says what it is about.
    expect(speaks((await theatre.arrives().get(`/panier?choix=${choice}`)).text)).toEqual(ofSecond);
  });

  it('shows its own logo', async () => {
    const { text } = await theatre.arrives().get(theatre.bal);
    const logo = /<a class="brand"[^]*?src="([^"]*)"/.exec(text)?.[1] ?? '';
    const { body } = await theatre.arrives().get(logo).expect(200).expect('Content-Type', /png/);
    expect(Buffer.from(body)).toEqual(PNG);
  });
});
