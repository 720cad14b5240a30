import request from 'supertest';
import { ORDER, PHARE } from '../people';
import type { Theatre } from './harness';
import { HELENE_AT_THE_TILL, openTheatre } from './harness';
import { CAMILLE, fills, sends } from './shop/shopping';
import { formFields, signsIn, visitor } from './visitor';

/** Three people whose addresses a browser's own check refuses, or turns into « xn--… ». */
const ADDRESSES = ['jean@théâtre.example', 'zoé@exemple.example', '用户@例子.example'];

let theatre: Theatre;
afterEach(() => theatre.close());

const emails = () => [...theatre.book.values()].map(({ view }) => view.customer.email);

describe.each(ADDRESSES)('%s', (email) => {
  it('buys in the shop', async () => {
    theatre = await openTheatre({ orders: [] });
    const who = visitor(theatre);
    await fills(who, { 't-PLEIN': '1' });
    const { status } = await sends(who, '/panier/coordonnees', { ...CAMILLE, email });
    expect([status, emails()]).toEqual([303, [email]]);
  });

  it('buys at the counter', async () => {
    theatre = await openTheatre({ orders: [] });
    const till = await signsIn(theatre, HELENE_AT_THE_TILL);
    const house = `/guichet/caisse/${PHARE.id}`;
    const { text } = await till.get(house);
    const sale = { name: 'Zoé Petit', email, operator: 'GUICHET', 'n.PLEIN.1': '1' };
    const told = await till.post(house).type('form').send({ ...formFields(text, house), ...sale }); // prettier-ignore
    expect(told.text).not.toContain('n’est pas complète');
    expect(told.text).toContain('À encaisser');
    expect(told.text).toContain(`value="${email}"`);
  });

  it('buys by the API', async () => {
    theatre = await openTheatre({ orders: [] });
    const seats = [{ tariff: 'PLEIN', category: '1', holder: 'Zoé Petit' }];
    const basket = { performanceId: PHARE.id, customer: { name: 'Zoé Petit', email }, seats, deliveryMethod: 'PRINT_AT_HOME' };
    await request(theatre.url).post('/api/orders').send(basket).expect(201);
    expect(emails()).toEqual([email]);
  });

  it('asks for a link to the order, whichever way the address is typed', async () => {
    theatre = await openTheatre();
    const page = theatre.book.get(ORDER.reference);
    if (page) page.view = { ...page.view, customer: { ...page.view.customer, email } };
    const who = visitor(theatre);
    const { text } = await who.get('/mes-billets');
    const typed = { reference: ORDER.reference, email: email.normalize('NFD').toUpperCase() };
    await who.post('/mes-billets').type('form').send({ ...formFields(text), ...typed }).expect(200); // prettier-ignore
    expect(theatre.letters.written.map(({ to }) => to)).toEqual([email]);
  });
});

it('asks for no address that a browser refuses by itself', async () => {
  theatre = await openTheatre();
  for (const page of ['/mes-billets', '/guichet/entrer']) {
    const { text } = await visitor(theatre).get(page);
    expect(text).not.toContain('type="email"');
  }
});
