import { ORDER, withSeats } from '../../people';
import { openTheatre } from '../harness';
import type { Theatre } from '../harness';
import { enters, formFields, type Visitor } from '../visitor';

/** What the rules refuse to a spectator leads back to the order, in its reader's language; what another tab has done is no error. */
let theatre: Theatre;
afterEach(() => theatre.close());

const HOME = `/commande/${ORDER.reference}`;
const open = async (order = ORDER): Promise<Visitor> => {
  theatre = await openTheatre({ orders: [order] });
  return enters(theatre);
};

it('« Retirer ce fichier » in a second tab: the page says that it is taken back already', async () => {
  const camille = await open();
  const action = `${HOME}/places/3/retirer`;
  const [one, other] = [formFields((await camille.get(HOME)).text, action), formFields((await camille.get(HOME)).text, action)];
  await camille.post(action).type('form').send(one).expect(303);
  const { headers } = await camille.post(action).type('form').send(other).expect(303);
  expect(headers['location']).toBe(`${HOME}?retire=3`);
  const { text } = await camille.get(`${HOME}?retire=3`).expect(200);
  expect(text).toContain('>Ce fichier est déjà retiré</h2>');
});

it.each([
  ['the door, chosen already', 'accueil', { proof: 'check-at-door' }],
  ['the difference, paid already', 'difference', { proof: 'upgraded' }],
] as const)('%s: the order’s page, and no error', async (_, deed, seat) => {
  const camille = await open(withSeats(ORDER, { 5: seat }));
  const form = formFields((await camille.get('/mes-billets')).text);
  const { headers } = await camille.post(`${HOME}/places/5/${deed}`).type('form').send(form).expect(303);
  expect(headers['location']).toBe(`${HOME}#place-5`);
});

it.each([
  ['in French', 'fr', 'Ce n’est pas possible là où en est la commande', 'Revenir à ma commande'],
  ['in the language of the order', 'en', 'This is not possible as the order stands', 'Back to my order'],
] as const)('a refused deed leads back to the order, %s', async (_, language, says, back) => {
  const camille = await open({ ...ORDER, language });
  const form = formFields((await camille.get('/mes-billets')).text);
  const { text } = await camille.post(`${HOME}/places/1/retirer`).type('form').send(form).expect(409);
  expect(text).toContain(says);
  expect(text).toContain(`<a class="button" href="${HOME}">${back}</a>`);
});

it('a refused deed can be read in the other language: on the page where its form stood', async () => {
  const camille = await open();
  const form = formFields((await camille.get('/mes-billets')).text);
  const { text } = await camille.post(`${HOME}/places/1/retirer`).set('Referer', `${theatre.url}${HOME}?retire=3`).type('form').send(form); // prettier-ignore
  expect(text).toContain(`href="${HOME}?lang=en"`);
  const elsewhere = await camille.post(`${HOME}/places/1/retirer`).set('Referer', 'https://elsewhere.example/x').type('form').send(form); // prettier-ignore
  expect(elsewhere.text).not.toContain('elsewhere.example');
});

it('a file from an older page, for a ticket whose proof is shown at the door, is told why it is not wanted', async () => {
  const camille = await open({ ...withSeats(ORDER, { 5: { proof: 'check-at-door' } }), language: 'en' });
  const { _csrf = '' } = formFields((await camille.get('/mes-billets')).text);
  const { text } = await camille.post(`${HOME}/places/5/justificatif`).field('_csrf', _csrf).attach('proof', Buffer.from('x'), 'card.jpg').expect(422); // prettier-ignore
  expect(text).toContain('The proof of this ticket is to be shown at the door: no file is wanted.');
});

it('a ticket that has been used is told in words for its spectator', async () => {
  const used = { seat: 5, number: 12460, uid: 'CM-7K2M-4Q9T-5', release: 1, admission: 'used', proofToShow: true } as const;
  const camille = await open({ ...withSeats(ORDER, { 5: { proof: 'check-at-door' } }), tickets: [...ORDER.tickets, used] });
  const form = formFields((await camille.get('/mes-billets')).text);
  const { text } = await camille.post(`${HOME}/places/5/difference`).type('form').send(form).expect(409);
  expect(text).toContain('Ce billet a déjà servi à l’entrée');
  expect(text).not.toContain('page du contrôle');
});

it('a browser that was not let in is led to a new link, and hears of no order', async () => {
  theatre = await openTheatre();
  const { text } = await (await enters(theatre)).get('/commande/AAAA-0001').expect(401);
  expect(text).toContain('Recevoir un nouveau lien');
  expect(text).not.toContain('Revenir à ma commande');
});

it('after a fault of ours, what was sent can be looked for on the order’s page', async () => {
  const camille = await open();
  theatre.needs.orders.view = () => Promise.reject(new Error('The database is away.'));
  const { text } = await camille.post(`${HOME}/places/5/justificatif`).expect(500);
  expect(text).toContain(`<a class="button" href="${HOME}">Revenir à ma commande</a>`);
});
