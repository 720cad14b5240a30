import { formFields } from '../visitor';
import { CAMILLE } from './shopping';
import { DETAILS, PAYMENT, openToSpectators } from './spectator';

/** Cookies cleared, a session over, a page left open until tomorrow. */
let theatre: Awaited<ReturnType<typeof openToSpectators>>;
beforeAll(async () => {
  theatre = await openToSpectators();
});
afterAll(() => theatre.shop.close());

describe('a session that is lost', () => {
  it('on the details: what was typed and the places are found again, by one more press', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille, { 't-ETUD': '1', 't-PLEIN': '1' });
    const seats = await theatre.seatsOf(camille);
    const { text } = await camille.get(DETAILS);
    const typed = { ...formFields(text, DETAILS), ...CAMILLE, 'holder-1': 'Camille Roussel', 'holder-2': 'Paul Roussel' };
    const later = theatre.arrives();
    const lost = await later.post(DETAILS).type('form').send(typed).expect(403); // prettier-ignore
    expect(lost.text).toContain('Ce que vous avez écrit et vos places choisies sont encore là');
    const found = await later.post(DETAILS).type('form').send(formFields(lost.text, DETAILS)).expect(200); // prettier-ignore
    expect(found.text).toContain('Vos places sont de nouveau gardées');
    for (const words of [CAMILLE.email, 'Paul Roussel']) expect(found.text).toContain(`value="${words}"`);
    expect(await theatre.seatsOf(later)).toEqual(seats);
    const paid = await later.post(DETAILS).type('form').send({ ...formFields(found.text, DETAILS), ...CAMILLE, 'holder-1': 'Camille Roussel', 'holder-2': 'Paul Roussel' }); // prettier-ignore
    expect(paid.headers['location']).toMatch(PAYMENT);
  });

  it('on the details, of which the browser still knows itself: found again at once', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const seats = await theatre.seatsOf(camille);
    const { text } = await camille.get(DETAILS);
    await theatre.shop.world.knex('sessions').delete();
    const found = await camille.post(DETAILS).type('form').send({ ...formFields(text, DETAILS), ...CAMILLE }).expect(200); // prettier-ignore
    expect(found.text).toContain('Vos places sont de nouveau gardées');
    expect(await theatre.seatsOf(camille)).toEqual(seats);
  });

  it('on the details: a mistyped address is asked about once, as with a session', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const { text } = await camille.get(DETAILS);
    await theatre.shop.world.knex('sessions').delete();
    const typed = { ...formFields(text, DETAILS), ...CAMILLE, email: 'camille@gmial.com' };
    const found = await camille.post(DETAILS).type('form').send(typed).expect(200); // prettier-ignore
    const again = { ...formFields(found.text, DETAILS), ...CAMILLE, email: 'camille@gmial.com' };
    const asked = await camille.post(DETAILS).type('form').send(again).expect(422); // prettier-ignore
    expect(asked.text).toContain('Vouliez-vous écrire camille@gmail.com');
    const meant = { ...formFields(asked.text, DETAILS), ...CAMILLE, email: 'camille@gmial.com' };
    expect((await camille.post(DETAILS).type('form').send(meant)).headers['location']).toMatch(PAYMENT); // prettier-ignore
  });

  it('does not make a basket that may be kept for ever', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const { text } = await camille.get(DETAILS);
    const since = new Date(Date.now() - 164 * 60_000);
    await theatre.shop.world.knex('performance_places').whereNotNull('basket').update({ held_since: since });
    await theatre.shop.world.knex('sessions').delete();
    await camille.post(DETAILS).type('form').send({ ...formFields(text, DETAILS), ...CAMILLE }).expect(200); // prettier-ignore
    expect((await camille.get('/panier')).text).toContain('Nous ne pouvons pas les garder plus longtemps');
  });

  it.each([
    ['the plan', '/panier/plan', '/panier/plan', { place: '1' }],
    ['the basket', '/panier', '/panier', { delivery: 'print-at-home' }],
  ])('on %s: the page leads back to the performance, with the choice', async (_where, page, action, typed) => {
    const camille = theatre.arrives();
    await theatre.chooses(camille, { 't-ETUD': '2' });
    const form = { ...formFields((await camille.get(page)).text, action), ...typed };
    const later = theatre.arrives();
    const { text } = await later.post(action).type('form').send(form); // prettier-ignore
    expect(text).toContain('Votre choix de 2\u00a0places est encore là');
    const [, way = ''] = /href="(\/seances\/\d+\?choix=[\w-]+)"/.exec(text) ?? [];
    const chosen = await later.get(way).expect(200);
    expect(chosen.text).toMatch(/id="t-ETUD"[\s\S]*?<option value="2" selected>/);
  });

  it('on the plan that is only reloaded: the same way', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const [, plan = ''] = /href="(\/panier\/plan\?choix=[\w-]+)"/.exec((await camille.get('/panier')).text) ?? [];
    expect((await theatre.arrives().get(plan).expect(200)).text).toContain('Reprendre mon choix');
  });

  it('on the seats: they are still chosen, and added by one more press', async () => {
    const camille = theatre.arrives();
    const form = formFields((await camille.get(theatre.phare)).text, theatre.phare);
    const later = theatre.arrives();
    const stale = await later.post(theatre.phare).type('form').send({ ...form, category: '1', 't-ETUD': '2' }).expect(403); // prettier-ignore
    expect(stale.text).toContain('Votre choix est encore là');
    expect(stale.text).toMatch(/id="t-ETUD"[\s\S]*?<option value="2" selected>/);
    await later.post(theatre.phare).type('form').send({ ...formFields(stale.text, theatre.phare), category: '1', 't-ETUD': '2' }).expect(303, /panier/); // prettier-ignore
  });

  it('by another site’s form fills in nothing', async () => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const typed = { ...CAMILLE, name: 'Somebody Else', email: 'thief@elsewhere.example' };
    const { status, text } = await camille.post(DETAILS).set('Sec-Fetch-Site', 'cross-site').type('form').send(typed); // prettier-ignore
    expect(status).toBe(403);
    expect(text).not.toContain('thief@elsewhere.example');
  });
});

it('an English browser reads English at its first visit, and can choose French', async () => {
  const camille = theatre.arrives().set('Accept-Language', 'en-GB,en;q=0.9,fr;q=0.5');
  const { text } = await camille.get(theatre.phare);
  expect(text).toContain('<html lang="en"');
  expect(text).toMatch(/<button\s+class="language"[^>]*value="fr"[^>]*lang="fr"/);
  expect((await camille.get(`${theatre.phare}?lang=fr`)).text).toContain('<html lang="fr"');
  expect((await camille.get('/')).text).toContain('<html lang="fr"');
});
