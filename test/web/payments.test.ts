import request from 'supertest';
import { signedNotification } from '../../src/payment/sandbox/notification';
import { cents } from '../../src/domain/money';
import { PHARE } from '../people';
import type { Theatre } from './harness';
import { openTheatre } from './harness';
import { SANDBOX_KEYS } from './sandbox';
import { enters, visitor } from './visitor';

let theatre: Theatre;

beforeEach(async () => {
  theatre = await openTheatre({ orders: [] });
});
afterEach(() => theatre.close());

async function camilleOrders() {
  const { body } = await request(theatre.url)
    .post('/api/orders')
    .send({
      performanceId: PHARE.id,
      customer: { name: 'Camille Roussel', email: 'camille.roussel@courriel.example' },
      seats: [{ tariff: 'PLEIN', category: '1', holder: 'Camille Roussel' }],
      deliveryMethod: 'PRINT_AT_HOME',
    })
    .expect(201);
  return { reference: String(body.reference), page: String(body.paymentUrl).replace(theatre.url, '') };
}

/** Back in the browser in which she ordered. */
async function comesBack(reference: string): Promise<string> {
  const camille = await enters(theatre, visitor(theatre), theatre.link(theatre.book.get(reference)?.view));
  return (await camille.get(`/commande/${reference}/retour`).expect(200)).text;
}

const notify = (body: string) => request(theatre.url).post('/hooks/payments/sandbox').type('application/x-www-form-urlencoded').send(body);

function notification(reference: string, changes: Partial<Parameters<typeof signedNotification>[0]> = {}): string {
  const usual = {
    reference,
    amount: cents(2400),
    currency: 'EUR',
    result: 'paid',
    transaction: 'T-1',
    at: '2027-01-11T16:46:00.000Z',
  } as const;
  return signedNotification({ ...usual, ...changes }, SANDBOX_KEYS.privateKeyPem);
}

describe('paying on the hosted page', () => {
  it('notifies before the browser comes back, and the return page says what the record says', async () => {
    const { reference, page } = await camilleOrders();
    const hosted = await request(theatre.url).get(page).expect(200);
    expect(hosted.text).toContain('24,00\u00a0€');
    const back = await request(theatre.url).post(page).type('form').send({ choice: 'pay' }).expect(303);
    expect(back.headers['location']).toBe(`${theatre.url}/commande/${reference}/retour`);
    expect(await comesBack(reference)).toContain('Votre paiement est bien reçu');
  });

  it('refused there leaves the order unpaid, and the return page waits', async () => {
    const { reference, page } = await camilleOrders();
    await request(theatre.url).post(page).type('form').send({ choice: 'refuse' }).expect(303);
    expect(theatre.book.get(reference)?.view.payment).toBe('pending');
    const text = await comesBack(reference);
    expect(text).toContain('Nous n’avons pas encore la réponse de votre banque');
    expect(text).toContain(`href="/commande/${reference}/retour"`);
  });

  it('given up there tells nobody anything', async () => {
    const { reference, page } = await camilleOrders();
    await request(theatre.url).post(page).type('form').send({ choice: 'leave' }).expect(303);
    expect(theatre.book.get(reference)?.view.payment).toBe('pending');
    const text = await comesBack(reference);
    expect(text).toContain('Reprendre le paiement de 24,00\u00a0€');
  });

  it('in a browser that comes back without having paid confirms nothing', async () => {
    const { reference } = await camilleOrders();
    const camille = await enters(theatre, visitor(theatre), theatre.link(theatre.book.get(reference)?.view));
    const { text } = await camille.get(`/commande/${reference}/retour?status=paid`).expect(200);
    expect(text).toContain('Nous n’avons pas encore la réponse');
    expect(text).not.toContain('bien reçu');
  });

  it('with an altered amount is not offered', async () => {
    const { page } = await camilleOrders();
    await request(theatre.url).get(page.replace('amount=2400', 'amount=100')).expect(400);
    const { status } = await request(theatre.url).post(page.replace('amount=2400', 'amount=100')).type('form').send({ choice: 'pay' });
    expect(status).toBe(400);
  });
});

describe('a notification', () => {
  it('told twice is stored once and answered 200 twice', async () => {
    const { reference } = await camilleOrders();
    const body = notification(`${reference}.1`);
    expect((await notify(body).expect(200)).body).toEqual({ received: true, verdict: 'paid' });
    expect((await notify(body).expect(200)).body).toEqual({ received: true, verdict: 'duplicate' });
  });

  it.each([
    ['forged', 403, 'payment-forged', (reference: string) => notification(reference).replace(/signature=.{10}/, 'signature=AAAAAAAAAA')],
    ['altered', 403, 'payment-forged', (reference: string) => notification(reference).replace('amount=2400', 'amount=0100')],
    ['of another amount', 422, 'payment-wrong-amount', (reference: string) => notification(reference, { amount: cents(100) })],
    ['in another currency', 422, 'payment-wrong-amount', (reference: string) => notification(reference, { currency: 'USD' })],
    ['of an unknown payment', 404, 'payment-unknown', () => notification('0000-0000.9')],
  ])('%s is refused and recorded', async (_what, status, code, make) => {
    const { reference } = await camilleOrders();
    const { body, headers } = await notify(make(`${reference}.1`)).expect(status);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ code, status });
    expect(theatre.payments.refused).toEqual([code]);
    expect(theatre.book.get(reference)?.view.payment).toBe('pending');
  });

  it('of a provider that we do not have is nobody’s', async () => {
    expect((await request(theatre.url).post('/hooks/payments/elsewhere').send('x')).status).toBe(404);
  });
});
