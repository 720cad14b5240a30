import request from 'supertest';
import { correctionDone } from '../../src/web/corrected-address';
import { html } from '../../src/web/page/html';
import { addressNews } from '../../src/web/customer/address-news';
import { ORDER } from '../people';
import type { Theatre } from './harness';
import { API_KEY, openTheatre, SOPHIE_AT_THE_DESK } from './harness';
import { enters, formFields, signsIn, unmarked, visitor } from './visitor';

let theatre: Theatre;

beforeEach(async () => {
  theatre = await openTheatre();
});
afterEach(() => theatre.close());

const HOME = '/commande/7K2M-4Q9T';
const PAGE = `${HOME}/adresse`;
const OWN = String(ORDER.customer.email);
const address = () => theatre.book.get('7K2M-4Q9T')?.view.customer.email;

test('where the host refuses the letter with the new link, none is promised', () => {
  const done = correctionDone({ version: 2, letter: 'refused' }, ORDER, OWN);
  const { title, text } = addressNews('fr', done, { email: 'c@refuses.example', reference: ORDER.reference });
  expect(unmarked(html`${title}. ${text}`.markup)).toMatch(/^Nous écrivons maintenant à c@refuses\.example\. .*a refusé le message/);
});

describe('a mistyped address', () => {
  it('is put right by whoever has bought; the link before opens nothing any more, and nobody is shown out', async () => {
    const camille = await enters(theatre);
    const before = theatre.link();
    const { text } = await camille.get(HOME);
    expect(unmarked(text)).toContain(`<a href="${PAGE}">Corriger mon adresse e-mail</a>`);
    const form = formFields((await camille.get(PAGE)).text, PAGE);
    await camille
      .post(PAGE)
      .type('form')
      .send({ ...form, email: 'c.roussel@courriel.example' })
      .expect(303, /adresse=1/);
    expect(address()).toBe('c.roussel@courriel.example');
    expect((await camille.get(`${HOME}?adresse=1`).expect(200)).text).toContain('Nous écrivons maintenant à c.roussel@courriel.example');
    const other = visitor(theatre);
    const page = await other.get(before);
    expect((await other.post(before).type('form').send(formFields(page.text))).status).toBe(410);
  });

  it('is asked about once when it looks like a slip', async () => {
    const camille = await enters(theatre);
    const form = formFields((await camille.get(PAGE)).text, PAGE);
    const first = await camille
      .post(PAGE)
      .type('form')
      .send({ ...form, email: 'c@gmial.com' });
    expect([first.status, address()]).toEqual([422, ORDER.customer.email]);
    expect(first.text).toContain('Vouliez-vous écrire c@gmail.com\u202f?');
    const again = { ...formFields(first.text, PAGE), email: 'c@gmial.com' };
    await camille.post(PAGE).type('form').send(again).expect(303);
    expect(address()).toBe('c@gmial.com');
  });

  it.each([
    ['half an address', 'camille@', 422, 'adresse e-mail complète'],
    ['the box office’s own', ORDER.venue.inboxAddress, 422, 'celle de la billetterie'],
  ])('is not replaced by %s', async (_what, email, status, words) => {
    const camille = await enters(theatre);
    const form = formFields((await camille.get(PAGE)).text, PAGE);
    const answer = await camille
      .post(PAGE)
      .type('form')
      .send({ ...form, email });
    expect([answer.status, address()]).toEqual([status, ORDER.customer.email]);
    expect(unmarked(answer.text)).toContain(words);
  });

  it('is nobody else’s to put right', async () => {
    await request(theatre.url).get(PAGE).expect(401);
    await request(theatre.url).post('/api/orders/7K2M-4Q9T/address').send({ email: 'thief@courriel.example' }).expect(401);
    expect(address()).toBe(ORDER.customer.email);
  });

  it('is put right at the desk, and by a program', async () => {
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const sheet = '/guichet/commandes/7K2M-4Q9T';
    const form = formFields((await sophie.get(sheet)).text, `${sheet}/adresse`);
    await sophie.post(`${sheet}/adresse`).type('form').send({ ...form, email: 'camille@desk.example' }).expect(303); // prettier-ignore
    expect(address()).toBe('camille@desk.example');
    const corrects = (email: string) =>
      request(theatre.url).post('/api/orders/7K2M-4Q9T/address').set('Authorization', `Bearer ${API_KEY}`).send({ email });
    expect((await corrects('camille@program.example')).body).toEqual({ version: 3, letter: 'sent' });
    expect((await corrects('camille@program.example')).body).toEqual({ version: 3, letter: 'unneeded' });
    expect(address()).toBe('camille@program.example');
  });

  it.each([
    ['half an address', 'pas une adresse', 422, 'adresse e-mail complète'],
    ['a likely slip', 'camille@gmial.con', 422, 'Est-ce camille@gmail.com\u202f?'],
    ['the box office’s own', ORDER.venue.inboxAddress, 422, 'écrivez celle du client'],
  ])('at the desk: %s comes back in its form', async (_what, email, status, words) => {
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const sheet = '/guichet/commandes/7K2M-4Q9T';
    const form = formFields((await sophie.get(sheet)).text, `${sheet}/adresse`);
    const answer = await sophie.post(`${sheet}/adresse`).type('form').send({ ...form, email }); // prettier-ignore
    expect([answer.status, address()]).toEqual([status, ORDER.customer.email]);
    expect(unmarked(answer.text)).toContain(words);
    expect(answer.text).toMatch(/<details open>/);
    expect(answer.text).toContain(`value="${email}"`);
  });

  it('at the desk, is taken once it was asked about, and the page says so', async () => {
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const sheet = '/guichet/commandes/7K2M-4Q9T';
    const form = formFields((await sophie.get(sheet)).text, `${sheet}/adresse`);
    const asked = await sophie.post(`${sheet}/adresse`).type('form').send({ ...form, email: 'c@gmial.com' }); // prettier-ignore
    const again = { ...formFields(asked.text, `${sheet}/adresse`), email: 'c@gmial.com' };
    await sophie.post(`${sheet}/adresse`).type('form').send(again).expect(303, /adresse=1/); // prettier-ignore
    expect((await sophie.get(`${sheet}?adresse=1`)).text).toContain('Nous écrivons maintenant à c@gmial.com');
  });

  it.each([
    ['as it is', OWN],
    ['with a blank behind it', `${OWN} `],
    ['with its host in capitals', OWN.replace(/@.*/, (host) => host.toUpperCase())],
  ])('that is the order’s already, %s, is told as such, and no letter is promised', async (_how, email) => {
    const camille = await enters(theatre);
    const form = formFields((await camille.get(PAGE)).text, PAGE);
    const { headers } = await camille.post(PAGE).type('form').send({ ...form, email }); // prettier-ignore
    const page = unmarked((await camille.get(String(headers['location']))).text);
    expect(page).toContain(`Nous écrivons déjà à ${OWN}`);
    expect(page).toContain('rien n’a changé, et aucun message ne part');
    expect(page).toContain('<a href="/mes-billets">Retrouver mes billets</a>');
    expect(theatre.book.get('7K2M-4Q9T')?.view.linkVersion).toBe(ORDER.linkVersion);
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const sheet = '/guichet/commandes/7K2M-4Q9T';
    const fields = formFields((await sophie.get(sheet)).text, `${sheet}/adresse`);
    const answer = await sophie.post(`${sheet}/adresse`).type('form').send({ ...fields, email }); // prettier-ignore
    const told = unmarked((await sophie.get(String(answer.headers['location']))).text);
    expect(told).toContain('rien n’a changé, et aucun message ne part');
    expect(told).not.toContain('Un nouveau lien y part');
  });

  it('that is sent twice by one form was changed by the first', async () => {
    const camille = await enters(theatre);
    const email = 'c.roussel@courriel.example';
    const first = formFields((await camille.get(PAGE)).text, PAGE);
    await camille.post(PAGE).type('form').send({ ...first, email }).expect(303, /adresse=1/); // prettier-ignore
    const { command, before } = first;
    const second = { ...formFields((await camille.get(PAGE)).text, PAGE), command, before, email };
    const { headers } = await camille.post(PAGE).type('form').send(second).expect(303); // prettier-ignore
    expect((await camille.get(String(headers['location']))).text).toContain('Nous écrivons maintenant à c.roussel@courriel.example');
  });

  it('fills no strangers’ mailboxes', async () => {
    const camille = await enters(theatre);
    const statuses: number[] = [];
    for (let no = 1; no <= 6; no += 1) {
      const form = formFields((await camille.get(PAGE)).text, PAGE);
      statuses.push((await camille.post(PAGE).type('form').send({ ...form, email: `somebody-${no}@courriel.example` })).status); // prettier-ignore
    }
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
  });
});
