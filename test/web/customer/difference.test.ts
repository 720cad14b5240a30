import request from 'supertest';
import type { Theatre } from '../harness';
import { openTheatre } from '../harness';
import { cents } from '../../../src/domain/money';
import type { PaymentView } from '../../../src/domain/order-view';
import { ORDER, withSeats } from '../../people';
import { enters, formFields } from '../visitor';

let theatre: Theatre;

afterEach(() => theatre.close());

const HOME = '/commande/7K2M-4Q9T';

it('whoever refuses the difference at the bank reads of that payment, not of the one before', async () => {
  theatre = await openTheatre();
  const camille = await enters(theatre);
  const action = `${HOME}/places/5/difference`;
  const fields = formFields((await camille.get(HOME)).text, action);
  const { headers } = await camille.post(action).type('form').send(fields).expect(303);
  const refused = await camille.post(String(headers['location']).replace(theatre.url, '')).type('form').send({ choice: 'refuse' });
  const back = String(refused.headers['location']).replace(theatre.url, '');
  expect(back).toBe(`${HOME}/retour?place=5&paiement=7K2M-4Q9T.1`);
  const { text } = await camille.get(back).expect(200);
  expect(text).toContain('Nous n’avons pas reçu ce règlement');
  expect(text).toContain('Régler la différence, 10,00\u00a0€');
  expect(text).not.toContain('Votre paiement est bien reçu');
  // A stranger who knows the reference reads nothing of the seat.
  expect((await request(theatre.url).get(back)).text).not.toContain('Nous n’avons pas reçu ce règlement');
});

describe('the bank has not answered yet', () => {
  /** From the order’s page to the bank’s, and back without a word of the bank. */
  async function backUnanswered() {
    theatre = await openTheatre();
    const camille = await enters(theatre);
    const action = `${HOME}/places/5/difference`;
    const fields = formFields((await camille.get(HOME)).text, action);
    await camille.post(action).type('form').send(fields).expect(303);
    const { headers } = await camille.get(`${HOME}/retour?place=5&paiement=7K2M-4Q9T.1`).expect(303);
    return { camille, page: String(headers['location']) };
  }

  it('nobody is asked to pay again at first; the page looks again, with a script or without', async () => {
    const { camille, page } = await backUnanswered();
    const { text } = await camille.get(page).expect(200);
    expect(text).toContain('<h1>Nous attendons la réponse de votre banque</h1>');
    expect(text).toContain('<noscript><meta http-equiv="refresh" content="4" /></noscript>');
    expect(text).toContain('wait.js');
    expect(text).not.toMatch(/Nous n’avons pas reçu|Régler la différence/);
  });

  it('after that while the difference can be paid there', async () => {
    const { camille, page } = await backUnanswered();
    theatre.clock.set(new Date(Date.parse(theatre.clock.now()) + 15_000).toISOString());
    const { text } = await camille.get(page).expect(200);
    expect(text).toContain('Nous n’avons pas reçu ce règlement');
    expect(text).toContain('Régler la différence, 10,00\u00a0€');
    expect(text).not.toContain('http-equiv="refresh"');
  });

  it('a seat that is cancelled meanwhile is not said to be kept', async () => {
    const { camille, page } = await backUnanswered();
    const book = theatre.book.get('7K2M-4Q9T');
    if (book) book.view = withSeats(book.view, { 5: { proof: 'refunded', delivery: 'void' } });
    theatre.clock.set(new Date(Date.parse(theatre.clock.now()) + 15_000).toISOString());
    const { text } = await camille.get(page).expect(200);
    expect(text).toContain('Cette place est annulée.');
    expect(text).not.toMatch(/gardée comme avant|Régler la différence/);
  });
});

describe('the seat was settled at the counter while the bank’s page was open', () => {
  const upgraded = withSeats(ORDER, { 5: { proof: 'upgraded' } });
  const at = { amount: cents(1000), upgradeOf: 5 };
  const cash: PaymentView = { ...ORDER.payments[0]!, ...at, id: 3, reference: '7K2M-4Q9T.3', method: 'ESPECES' };
  const online: PaymentView = { ...ORDER.payments[0]!, ...at, id: 2, reference: '7K2M-4Q9T.2' };

  it.each([
    ['not heard of yet', [cash], 'La place est déjà au plein tarif'],
    ['received, and not judged yet', [online, cash], 'La place est déjà au plein tarif'],
    ['in excess', [{ ...online, tooMany: true, status: 'refund-due' as const }, cash], 'Ce paiement est arrivé en trop'],
    ['the one that settled it', [online], 'La différence est réglée'],
  ])('a payment %s', async (_, payments, title) => {
    theatre = await openTheatre({ orders: [{ ...upgraded, payments: [...ORDER.payments, ...payments] }] });
    const { text } = await (await enters(theatre)).get(`${HOME}/retour?place=5&paiement=7K2M-4Q9T.2`).expect(200);
    expect(text).toContain(title);
    expect(text.includes('La différence est réglée')).toBe(title === 'La différence est réglée');
  });
});
