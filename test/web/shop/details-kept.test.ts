import { formFields, type Visitor } from '../visitor';
import { fills, opens, sends } from './shopping';

const DETAILS = '/panier/coordonnees';
const TYPED = { name: 'Camille Roussel', email: 'camille.roussel@courriel.example', 'holder-1': 'Paul Roussel' };

let shop: Awaited<ReturnType<typeof opens>>;
let camille: Visitor;
beforeEach(async () => {
  shop = await opens({ now: '2027-01-04T10:00:00.000Z' });
  camille = shop.camille;
  await fills(camille, { 't-ETUD': '1' });
});
afterEach(() => shop.theatre.close());

const kept = async () => formFields((await camille.get(DETAILS)).text, DETAILS);

test('« Revoir le panier » keeps what was typed on « Vos coordonnées »', async () => {
  expect((await camille.get(DETAILS)).text).toMatch(/<button[^>]*name="back"[^>]*>\s*Revoir le panier/);
  const answer = await sends(camille, DETAILS, { ...TYPED, back: '1' });
  expect([answer.status, answer.headers['location']]).toEqual([303, '/panier']);
  expect(shop.theatre.book.size).toBe(0);
  expect((await camille.get(DETAILS)).text).toContain('value="Paul Roussel"');
  expect(Object.keys(await kept())).toContain('basket');
});

test('more time can be asked for there too, and nothing typed is lost', async () => {
  const { text } = await camille.get(DETAILS);
  expect(text).toMatch(/formaction="\/panier\/prolonger"[^>]*>\s*J’ai besoin de plus de temps/);
  shop.theatre.clock.set('2027-01-04T10:14:00.000Z');
  const form = formFields(text, DETAILS);
  const answer = await camille.post('/panier/prolonger').type('form').send({ ...form, ...TYPED, from: 'details' }); // prettier-ignore
  expect([answer.status, answer.headers['location']]).toEqual([303, DETAILS]);
  const after = (await camille.get(DETAILS)).text;
  expect(after).toContain('11\u00a0h\u00a029');
  for (const value of Object.values(TYPED)) expect(after).toContain(`value="${value}"`);
});

test('so does the tab « Panier » on top of the page, and Enter still pays', async () => {
  const { text } = await camille.get(DETAILS);
  const [nav = ''] = /<nav[\s\S]*?<\/nav>/.exec(text) ?? [];
  expect(nav).toMatch(/<button[^>]*form="details"[^>]*name="back"[^>]*value="1"[^>]*>\s*Panier \(1\)/);
  expect(nav).not.toContain('href="/panier"');
  // The first button of a form is the one that Enter presses.
  expect(/<button[^>]*form="details"[^>]*>/.exec(text)?.[0]).not.toContain('name=');
  // Where nothing is typed it is a link.
  expect((await camille.get('/panier')).text).toMatch(/<nav[\s\S]*href="\/panier"[\s\S]*<\/nav>/);
});
