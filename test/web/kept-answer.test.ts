import { PHARE } from '../people';
import type { Theatre } from './harness';
import { HELENE_AT_THE_TILL, openTheatre } from './harness';
import type { Visitor } from './visitor';
import { enters, formFields, signsIn, visitor } from './visitor';

let theatre: Theatre;
beforeEach(async () => {
  theatre = await openTheatre();
});
afterEach(() => theatre.close());

const PAGE = '/mes-billets';

async function sendsAsABrowser(camille = visitor(theatre)) {
  const form = formFields((await camille.get(PAGE)).text, PAGE);
  const sends = (email: string) =>
    camille
      .post(PAGE)
      .set('Sec-Fetch-Mode', 'navigate')
      .set('Referer', `${theatre.url}${PAGE}`)
      .type('form')
      .send({ ...form, email });
  return { camille, sends };
}

it('the answer to a form has an address, which names nobody and is nobody else’s', async () => {
  const { camille, sends } = await sendsAsABrowser();
  const { status, headers } = await sends('camille.roussel');
  const address = String(headers['location']);
  expect([status, address]).toEqual([303, expect.stringMatching(/^\/mes-billets\?reponse=[0-9a-f-]{36}$/)]);
  const answer = await camille.get(address).expect(422);
  expect([answer.headers['cache-control'], answer.text]).toEqual(['no-store', expect.stringContaining('value="camille.roussel"')]);
  await visitor(theatre).get(address).expect(303).expect('Location', PAGE);
});

it('of a page that is no page of the theatre, no other host is made', async () => {
  for (const odd of ['//elsewhere.example?reponse=x', '/%5Celsewhere.example?reponse=x', '//?reponse=x']) {
    const { status, headers } = await visitor(theatre).get(odd);
    expect([status < 500, headers['location'] ?? '/']).toEqual([true, expect.stringMatching(/^\/(?![/\\])/)]);
  }
});

it('a program has its answer at once', async () => {
  const camille = visitor(theatre);
  const form = formFields((await camille.get(PAGE)).text, PAGE);
  const { status } = await camille.post(PAGE).type('form').send({ ...form, email: 'camille' }); // prettier-ignore
  expect(status).toBe(422);
});

describe('whoever is let in no more reads no answer of before', () => {
  const sendsWrong = async (who: Visitor, page: string, typed: object) => {
    const form = formFields((await who.get(page)).text, page);
    const sent = who.post(page).set('Sec-Fetch-Mode', 'navigate').set('Referer', `${theatre.url}${page}`).type('form');
    return String((await sent.send({ ...form, ...typed })).headers['location']);
  };

  it('at the desk', async () => {
    const till = `/guichet/caisse/${PHARE.id}`;
    const helene = await signsIn(theatre, HELENE_AT_THE_TILL);
    const answer = await sendsWrong(helene, till, { name: 'Camille Roussel' });
    expect((await helene.get(answer).expect(422)).text).toContain('Camille Roussel');
    await theatre.needs.deeds.manageAccounts.retire(HELENE_AT_THE_TILL.id, { by: { role: 'staff', id: 3 }, door: 'desk' });
    await helene.get(answer).expect(303).expect('Location', till);
    await helene.get(till).expect(303, /entrer/);
  });

  it('of an order whose link was renewed', async () => {
    const page = '/commande/7K2M-4Q9T/adresse';
    const camille = await enters(theatre);
    const answer = await sendsWrong(camille, page, { email: 'camille' });
    await camille.get(answer).expect(422);
    const kept = theatre.book.get('7K2M-4Q9T');
    if (kept) kept.view = { ...kept.view, linkVersion: kept.view.linkVersion + 1 };
    const { status, headers } = await camille.get(answer);
    expect([status, headers['location']]).toEqual([303, page]);
  });
});
