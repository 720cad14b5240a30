import type { SaleRule } from '../../../src/domain/sale/sale-rule';
import { defined } from '../../fakes/defined';
import { formFields, unmarked } from '../visitor';
import type { Visitor } from '../visitor';
import { CAMILLE } from './shopping';
import { DETAILS, openToSpectators } from './spectator';

/** The venue changes what the web sells, while somebody fills in their details. */
let theatre: Awaited<ReturnType<typeof openToSpectators>>;
let usual: SaleRule;
beforeAll(async () => {
  theatre = await openToSpectators();
  usual = defined((await theatre.shop.world.saleRules.of(phare())).find(({ channel }) => channel === 'INTERNET'));
});
afterEach(() => sells({}));
afterAll(() => theatre.shop.close());

const phare = () => theatre.shop.performance('Le Phare d’hiver');

async function sells(change: Partial<SaleRule>): Promise<void> {
  const { saleRules, clock } = theatre.shop.world;
  await saleRules.put(phare(), { ...usual, ...change }, { by: { role: 'staff', id: 1 }, door: 'desk', at: clock.now() });
}

const oneSeat = () => ({ maxSeats: 1, tariffs: ['PLEIN', 'ETUD'] });
const withoutStudents = () => ({ tariffs: usual.tariffs.filter((code) => code !== 'ETUD') });

/** One full and one reduced seat, and the form of the details filled in. */
async function fillsIn(): Promise<{ readonly camille: Visitor; readonly form: Readonly<Record<string, string>> }> {
  const camille = theatre.arrives();
  await theatre.chooses(camille, { 't-PLEIN': '1', 't-ETUD': '1' });
  const { text } = await camille.get(DETAILS);
  return { camille, form: { ...formFields(text, DETAILS), ...CAMILLE, 'holder-2': 'Paul Roussel' } };
}

const wayOn = (text: string) => defined(/href="(\/seances\/[^"]*choix=[^"]*)"/.exec(text)?.[1]).replaceAll('&amp;', '&');

describe.each([
  ['fewer seats an order', oneSeat, 'Une commande compte 1\u00a0place au plus'],
  ['no such tariff', withoutStudents, 'Étudiant\u00a0: ce tarif n’est plus proposé'],
])('%s', (_, change, reason) => {
  it('« Payer » says why, what is paid, and how to go on; nothing typed is lost', async () => {
    const { camille, form } = await fillsIn();
    await sells(change());
    const paying = await camille.post(DETAILS).type('form').send(form);
    expect(paying.status).toBe(422);
    const told = unmarked(paying.text);
    expect(told).toContain('Les règles de vente de cette séance ont changé entre-temps.');
    expect(told).toContain(reason);
    expect(told).toContain('Rien n’est payé');
    expect(told).not.toContain('restée ouverte');

    const anew = await camille.get(wayOn(paying.text)).expect(200);
    expect(unmarked(anew.text)).toContain(reason);
    expect(anew.text).toContain('id="errors"');
    await theatre.chooses(camille, { 't-PLEIN': '1' });
    const details = await camille.get(DETAILS).expect(200);
    for (const typed of [CAMILLE.name, CAMILLE.email]) expect(details.text).toContain(`value="${typed}"`);
    expect((await camille.get(theatre.phare)).text).not.toContain('id="errors"');
  });

  it('each page of the basket says why, again and again', async () => {
    const { camille } = await fillsIn();
    await sells(change());
    for (const page of ['/panier', DETAILS, '/panier/plan', '/panier']) {
      const told = unmarked((await camille.get(page).expect(200)).text);
      expect(told).toContain(reason);
      expect(told).toContain('Rien n’est payé');
    }
  });

  it('a form whose session is lost says so too', async () => {
    const { form } = await fillsIn();
    await sells(change());
    const stranger = theatre.arrives();
    const lost = await stranger.post(DETAILS).type('form').send(form);
    const found = await stranger.post(DETAILS).type('form').send(formFields(lost.text, DETAILS));
    expect(unmarked(found.text)).toContain(reason);
    expect(found.text).not.toContain('restée ouverte');
  });
});

it('the old rule again: the same places can be looked for', async () => {
  const { camille } = await fillsIn();
  await sells(oneSeat());
  await camille.get('/panier');
  await sells({});
  expect((await camille.get('/panier')).text).toContain('Chercher les mêmes places');
});

it('more time asked for on the form: what was typed stays', async () => {
  const { camille, form } = await fillsIn();
  await sells(oneSeat());
  const answer = await camille.post('/panier/prolonger').type('form').send({ ...form, from: 'details' }); // prettier-ignore
  expect(unmarked(answer.text)).toContain('Une commande compte 1\u00a0place au plus');
  await theatre.chooses(camille, { 't-PLEIN': '1' });
  expect((await camille.get(DETAILS)).text).toContain(`value="${CAMILLE.email}"`);
});

it('taken off sale: that is the reason, and no way leads back to it', async () => {
  const { camille, form } = await fillsIn();
  const { knex } = theatre.shop.world;
  const { published_at } = defined(await knex('performances').where({ id: phare() }).first('published_at'));
  await knex('performances').where({ id: phare() }).update({ published_at: null });
  const paying = await camille.post(DETAILS).type('form').send(form);
  await knex('performances').where({ id: phare() }).update({ published_at });
  expect(paying.status).toBe(404);
  expect(unmarked(paying.text)).toContain('Cette séance n’est plus en vente en ligne.');
  expect(paying.text).not.toMatch(/restée ouverte|href="\/seances\//);
});
