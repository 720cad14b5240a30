import request from 'supertest';
import { Order, OrderLine, TimelineEntry } from '../../../src/web/orders/order-schemas';
import { Problem } from '../../../src/web/api/problem-schema';
import { OfferBody, Placed } from '../../../src/web/shop/shop-schemas';
import { DISABLED, PHARE, withSeats } from '../../people';
import { plain } from '../../letters/reading';
import type { Theatre } from '../harness';
import { API_KEY, CASHIER_KEY, openTheatre } from '../harness';

let theatre: Theatre;

beforeEach(async () => {
  theatre = await openTheatre();
});
afterEach(() => theatre.close());

const anyone = () => request(theatre.url);
const withKey = (method: 'get' | 'post', path: string, key = API_KEY) =>
  anyone()[method](`/api${path}`).set('Authorization', `Bearer ${key}`);

const BASKET = {
  performanceId: PHARE.id,
  language: 'fr',
  customer: { name: 'Nadia Ferrand', email: 'nadia.ferrand@courriel.example' },
  seats: [
    { tariff: 'PLEIN', category: '1', holder: 'Nadia Ferrand' },
    { tariff: 'ETUD', category: '1', holder: 'Samir Ferrand' },
  ],
  deliveryMethod: 'HELD_FOR_PROOF',
};

describe('the box office', () => {
  it('says what is on sale', async () => {
    const { body } = await anyone().get('/api/performances').expect(200);
    expect(body.performances).toHaveLength(1);
    const offer = await anyone().get(`/api/performances/${PHARE.id}/offer`).expect(200);
    expect(
      OfferBody.strict()
        .parse(offer.body)
        .deliveryMethods.withProof.map(({ code }) => code),
    ).toEqual(['HELD_FOR_PROOF']);
    await anyone().get('/api/performances/999/offer').expect(404);
  });

  it('places an order at the prices of the grid, and takes no price from the basket', async () => {
    const seats = BASKET.seats.map((seat) => ({ ...seat, price: 1 }));
    const refused = await anyone()
      .post('/api/orders')
      .send({ ...BASKET, seats })
      .expect(400);
    expect(refused.body.errors[0]).toMatchObject({ pointer: '#/seats/0', detail: expect.stringContaining('price') });
    const { body } = await anyone().post('/api/orders').send(BASKET).expect(201);
    expect(Placed.strict().parse(body)).toMatchObject({ total: 3800, currency: 'EUR' });
    expect(body.paymentUrl).toContain('/bac-a-sable?');
  });

  it('refuses Print@home with one reduced seat', async () => {
    const { body } = await anyone()
      .post('/api/orders')
      .send({ ...BASKET, deliveryMethod: 'PRINT_AT_HOME' })
      .expect(422);
    expect(Problem.loose().parse(body)).toMatchObject({ code: 'delivery-method-not-allowed', facts: { method: 'PRINT_AT_HOME' } });
    expect(body.title).toContain('soumis à justificatif');
  });

  it('places one order for one key, and another order for somebody else’s same key', async () => {
    const post = (basket: object) => anyone().post('/api/orders').set('Idempotency-Key', 'basket-0001').send(basket).expect(201);
    const first = await post(BASKET);
    const again = await post(BASKET);
    const other = await post({ ...BASKET, customer: { name: 'Jeanne Okonkwo', email: 'jeanne@courriel.example' } });
    expect(again.body.reference).toBe(first.body.reference);
    expect(other.body.reference).not.toBe(first.body.reference);
  });

  it('does not take the box office’s own address for a customer’s, whatever follows its plus', async () => {
    const customer = { name: 'Camille Roussel', email: 'Justificatifs+oui@theatre-des-mariniers.example' };
    const { body } = await anyone().post('/api/orders').send({ ...BASKET, customer }).expect(422); // prettier-ignore
    expect(body.code).toBe('address-of-the-house');
  });

  it('names each field that cannot be read', async () => {
    const { body, headers } = await anyone()
      .post('/api/orders')
      .send({ ...BASKET, customer: { name: '', email: 'nobody' } })
      .expect(400);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(['#/customer/name', '#/customer/email']);
  });

  it('answers what is not JSON, and what is nowhere, as problems', async () => {
    const broken = await anyone().post('/api/orders').type('json').send('{"performanceId":').expect(400);
    expect(broken.body.code).toBe('request-unreadable');
    const nowhere = await anyone().get('/api/nowhere').expect(404);
    expect(nowhere.body.code).toBe('not-found');
  });

  it('speaks the reader’s language', async () => {
    const { body } = await anyone()
      .post('/api/orders?lang=en')
      .send({ ...BASKET, deliveryMethod: 'PRINT_AT_HOME' })
      .expect(422);
    expect(body.title).toContain('subject to proof');
  });

  it('gives the public keys of the tickets', async () => {
    const { body } = await anyone().get('/api/tickets/keys').expect(200);
    expect(body.keys[0]).toMatchObject({ kty: 'OKP', crv: 'Ed25519', kid: 'a' });
  });
});

describe('keys', () => {
  it('are asked for, and told apart', async () => {
    await anyone().get('/api/orders').expect(401);
    await withKey('get', '/orders', 'not-a-key-of-ours').expect(401);
    await withKey('get', '/orders', CASHIER_KEY).expect(200);
    const { body } = await withKey('post', '/orders/7K2M-4Q9T/decisions', CASHIER_KEY)
      .send({ answers: [{ seats: 'all', kind: 'approve' }] })
      .expect(403);
    expect(body.code).toBe('forbidden');
  });

  it('that are guessed at are stopped', async () => {
    for (let guess = 0; guess < 30; guess += 1) await withKey('get', '/orders', `wrong-guess-${guess}`).expect(401);
    expect((await withKey('get', '/orders', 'wrong-guess-again')).body.code).toBe('too-many-tries');
  });
});

describe('orders', () => {
  it('are searched and shown as their document says', async () => {
    const found = await withKey('get', '/orders?text=Camille&status=under-review').expect(200);
    expect(found.body.orders.map((line: unknown) => OrderLine.strict().parse(line).reference)).toEqual(['7K2M-4Q9T']);
    const { body } = await withKey('get', '/orders/7K2M-4Q9T').expect(200);
    expect(
      Order.strict()
        .parse(body)
        .seats.map(({ proof }) => proof),
    ).toContain('under-review');
    await withKey('get', '/orders/0000-0000').expect(404);
    await withKey('get', '/orders/not-a-reference').expect(400);
  });

  it('show no name that a customer gave to a file', async () => {
    const { text } = await withKey('get', '/orders/7K2M-4Q9T').expect(200);
    expect(text).not.toContain('IMG_2041');
  });

  it('are decided once for one Idempotency-Key', async () => {
    const decide = () =>
      withKey('post', '/orders/7K2M-4Q9T/decisions')
        .set('Idempotency-Key', 'verdict-0001')
        .send({ answers: [{ seats: [3], kind: 'refuse', reason: 'expired-document' }, { seats: [4], kind: 'approve' }] }); // prettier-ignore
    const first = await decide().expect(200);
    const again = await decide().expect(200);
    expect(again.body).toEqual(first.body);
    expect(theatre.book.get('7K2M-4Q9T')?.view.seats.map(({ proof }) => proof)).toEqual([
      ...['not-required', 'approved', 'refused', 'approved', 'awaiting-proof'],
    ]);
    const { body } = await withKey('get', '/orders/7K2M-4Q9T/timeline').expect(200);
    expect(body.timeline.map((entry: unknown) => TimelineEntry.strict().parse(entry))[0]).toMatchObject({
      event: 'decided',
      actor: 'api-key:1',
      door: 'api',
    });
  });

  it.each([
    ['without a reason', { seats: [3], kind: 'refuse' }, 422, 'reason-needed'],
    ['for another reason without words', { seats: [3], kind: 'refuse', reason: 'other' }, 422, 'note-needed'],
    ['of a seat already decided', { seats: [2], kind: 'approve' }, 409, 'already-decided'],
    ['of a seat that is not there', { seats: [9], kind: 'approve' }, 404, 'seat-not-found'],
    ['with words that nobody would read', { seats: [3], kind: 'approve', words: 'Bonne soirée.' }, 400, 'input-invalid'],
    ['of an unknown kind', { seats: [3], kind: 'maybe' }, 400, 'input-invalid'],
  ])('are not decided %s', async (_what, answer, status, code) => {
    const { body } = await withKey('post', '/orders/7K2M-4Q9T/decisions')
      .send({ answers: [answer] })
      .expect(status);
    expect(body.code).toBe(code);
  });

  it.each(['approve', 'check-at-door', 'more-info'])('are not decided with a reason that %s would drop', async (kind) => {
    const { body } = await withKey('post', '/orders/7K2M-4Q9T/decisions')
      .send({ answers: [{ seats: [3], kind, reason: 'suspected-forgery' }] })
      .expect(400);
    expect(body.errors).toEqual([{ in: 'body', pointer: '#/answers/0/reason', detail: 'Un motif n’accompagne qu’un refus.' }]);
    expect(theatre.book.get('7K2M-4Q9T')?.view.seats[2]?.proof).toBe('under-review');
  });

  it('of health are not decided before somebody has opened them at the desk', async () => {
    const page = theatre.book.get('7K2M-4Q9T');
    if (page) page.view = withSeats(page.view, { 4: { tariff: DISABLED } });
    const approve = () => withKey('post', '/orders/7K2M-4Q9T/decisions').send({ answers: [{ seats: 'all', kind: 'approve' }] }); // prettier-ignore
    const { body } = await approve().expect(409);
    expect(body.code).toBe('proof-not-seen');
    // a key opens nothing: it is told who does
    expect(plain(body.title)).toMatch(
      /^Personne n’a encore ouvert au guichet le justificatif de cette place : quelqu’un doit s’y connecter/,
    );
    expect(theatre.book.get('7K2M-4Q9T')?.view.seats[2]?.proof).toBe('under-review');
    await theatre.proofs.logView({ proof: 'proof-nadia', by: 'staff:1', how: 'view', at: theatre.clock.now() });
    await approve().expect(200);
  });

  it.each(['tickets/resend', 'link/renewal'])('without an address are sent nothing (%s), and it is said what to do first', async (path) => {
    const page = theatre.book.get('7K2M-4Q9T');
    if (page) page.view = { ...page.view, customer: { ...page.view.customer, email: undefined } };
    const { body } = await withKey('post', `/orders/7K2M-4Q9T/${path}`).set('Idempotency-Key', 'send-again-01').expect(409);
    expect([body.code, body.title]).toEqual(['no-address', expect.stringContaining('Notez d’abord une adresse')]);
    expect(theatre.book.get('7K2M-4Q9T')?.view.linkVersion).toBe(page?.view.linkVersion);
    const { body: story } = await withKey('get', '/orders/7K2M-4Q9T/timeline').expect(200);
    expect(story.timeline.map(({ event }: { event: string }) => event)).not.toContain('tickets-asked-again');
    await withKey('post', '/orders/7K2M-4Q9T/address').send({ email: 'camille@courriel.example' }).expect(200);
    await withKey('post', `/orders/7K2M-4Q9T/${path}`).set('Idempotency-Key', 'send-again-01').expect(200);
  });

  it('take a decision back inside its window', async () => {
    await withKey('post', '/orders/7K2M-4Q9T/decisions').send({ answers: [{ seats: 'all', kind: 'approve' }] }).expect(200); // prettier-ignore
    await withKey('post', '/orders/7K2M-4Q9T/undo').expect(200);
    expect(theatre.book.get('7K2M-4Q9T')?.view.seats[2]?.proof).toBe('under-review');
    const { body } = await withKey('post', '/orders/7K2M-4Q9T/undo').expect(409);
    expect(body.code).toBe('nothing-to-undo');
  });

  it('are cancelled, and their refund is recorded', async () => {
    await withKey('post', '/orders/7K2M-4Q9T/cancellation', CASHIER_KEY).expect(200);
    const { id: payment } = theatre.book.get('7K2M-4Q9T')!.view.payments[0]!;
    // of one of its own payments not all that is owed is given back
    const one = await withKey('post', '/orders/7K2M-4Q9T/refund', CASHIER_KEY).send({ payment }).expect(409);
    const title = 'Ce paiement n’est pas en trop : il se rembourse avec tout ce qui est dû pour la commande, sans « payment ».';
    expect([one.body.code, plain(one.body.title)]).toEqual(['refund-not-due', title]);
    expect(one.body.errors).toEqual([{ in: 'body', pointer: '#/payment', detail: one.body.title }]);
    await withKey('post', '/orders/7K2M-4Q9T/refund', CASHIER_KEY).send({}).expect(200);
    const { body } = await withKey('get', '/orders/7K2M-4Q9T').expect(200);
    expect(body).toMatchObject({ payment: 'refunded', status: 'refunded' });
  });

  it('have an accepted proof revoked by an admin alone', async () => {
    const revoke = (key: string) => withKey('post', '/orders/7K2M-4Q9T/seats/2/revocation', key).send({ reason: 'suspected-forgery' });
    await revoke(CASHIER_KEY).expect(403);
    await revoke(API_KEY).expect(200);
    expect(theatre.book.get('7K2M-4Q9T')?.view.seats[1]?.proof).toBe('refused-final');
  });

  it('have their tickets sent again', async () => {
    await withKey('post', '/orders/7K2M-4Q9T/tickets/resend', CASHIER_KEY).expect(200);
    const letters = theatre.book.get('7K2M-4Q9T')?.outcomes.flatMap(({ effects }) => effects.flatMap((effect) => (effect.kind === 'letter' ? [effect.letter.kind] : []))); // prettier-ignore
    expect(letters).toEqual(['tickets-again']);
  });
});
