import request from 'supertest';
import { MARINIERS } from '../people';
import type { Theatre } from './harness';
import { openTheatre } from './harness';
import { unmarked } from './visitor';

let theatre: Theatre;

beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

describe('the pages that the law asks for', () => {
  it.each([
    ['/conditions-de-vente', 'Conditions de vente', 'article L221-28'],
    ['/mentions-legales', 'Mentions légales', MARINIERS.licences[0] ?? ''],
    ['/conditions-de-vente?lang=en', 'Terms of sale', 'article L221-28'],
    ['/mentions-legales?lang=en', 'Legal notice', MARINIERS.organizer],
  ])('%s is told at the foot of every page, and says who sells', async (address, title, words) => {
    const { text } = await request(theatre.url).get(address).expect(200);
    expect(text).toContain(`<h1>${title}</h1>`);
    expect(unmarked(text)).toContain(words);
    expect(text).toContain(MARINIERS.organizer);
    expect(text).not.toMatch(/[{}]/);
    const home = await request(theatre.url).get(address.includes('lang') ? '/?lang=en' : '/');
    expect(home.text).toContain(`<a href="${address.split('?')[0]}">${title}</a>`);
  });

  it.each([
    ['fr', 'n’a pas encore écrit ici qui dirige la publication'],
    ['en', 'has not written here yet who directs the publication'],
  ])('say plainly what the venue has not written yet, and where to ask it (%s)', async (lang, words) => {
    const { text } = await request(theatre.url).get(`/mentions-legales?lang=${lang}`).expect(200);
    expect(text).toContain(words);
    expect(text).not.toMatch(/sur demande|on request/);
    for (const fact of [MARINIERS.address, MARINIERS.phone]) expect(text).toContain(fact);
  });

  it('are the venue’s own words once it has written them', async () => {
    const place = { venue: MARINIERS.id, kind: 'legal-notice', language: 'fr' } as const;
    const by = { by: { role: 'staff', id: 1 }, door: 'desk' } as const;
    await theatre.needs.deeds.editTexts.save(place, {
      typed: '# Éditeur\n\n{organisateur}, {adresse}, {téléphone}, {e-mail}, {licences}, direction : Anne Le Goff.',
      base: 0,
      ...by,
    });
    const { text } = await request(theatre.url).get('/mentions-legales').expect(200);
    expect(text).toContain('direction\u00a0: Anne Le Goff.');
  });
});

it.each([
  ['fr', 'non conforme', 'Aucun audit n’a encore été mené', 'partiellement'],
  ['en', 'not compliant', 'No audit by the French accessibility reference (RGAA) was made yet', 'partially'],
])('in %s, a site that nobody has audited is %s, and says why', async (lang, state, why, not) => {
  const { text } = await request(theatre.url).get(`/accessibilite?lang=${lang}`).expect(200);
  expect(text.match(new RegExp(state, 'g'))?.length).toBe(2);
  expect(text).toContain(why);
  expect(text).not.toContain(not);
});
