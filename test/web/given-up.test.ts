import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { GIVEN_UP } from '../given-up-orders';
import { plain } from '../letters/reading';
import { ORDER, withSeats } from '../people';
import { API_KEY, CASHIER_KEY, openTheatre, SOPHIE_AT_THE_DESK, type Theatre } from './harness';
import { enters, formFields, signsIn } from './visitor';

/** What was given up is told as it is, and only what works is offered: on the spectator's page, at the desk, by the API. */
let theatre: Theatre;
afterEach(() => theatre.close());

const HOME = '/commande/7K2M-4Q9T';
const AT_THE_DESK = '/guichet/commandes/7K2M-4Q9T';
const AGAIN = `${HOME}/billets/renvoyer`;

function part(page: string, from: string, to: string): string {
  return page.slice(page.indexOf(from), page.indexOf(to, page.indexOf(from)));
}

/** Without the tags inside a sentence; blanks of any width as one. */
const words = (page: string) => plain(page.replaceAll(/<\/?(?:b|a|span|bdi)\b[^>]*>/g, ''));

describe.each(GIVEN_UP)('$name', ({ order, head, stub, desk, tickets, alive, owed, refunded }) => {
  beforeEach(async () => {
    theatre = await openTheatre({ orders: [order] });
  });

  it('on the spectator’s page', async () => {
    const camille = await enters(theatre);
    const { text } = await camille.get(HOME).expect(200);
    const news = words(part(text, '<div class="stubs">', '<ol>'));
    for (const said of head) expect(news).toContain(said);
    const last = words(text.slice(text.indexOf('id="place-5"'), text.indexOf('<aside')));
    expect(last).toContain(stub);
    expect(last).not.toContain('billet.pdf');
    const beside = words(part(text, '<aside', '</aside>'));
    expect(beside).toContain(`<dd>${tickets}</dd>`);
    expect(text.includes(AGAIN)).toBe(alive);
    expect(text.includes(`${HOME}/billets.pdf`)).toBe(alive);
    expect(text.includes(`${HOME}/seance.ics`)).toBe(alive);
    expect(beside).not.toContain('Une bonne photo');
    await camille.get(`${HOME}/billets.pdf`).expect(alive ? 200 : 409);
    const whole = await camille.get(`${HOME}/billets.pdf`);
    expect(whole.text?.includes('Les billets de cette commande sont annulés') ?? false).toBe(!alive);
    const one = await camille.get(`${HOME}/places/5/billet.pdf`).expect(409);
    expect(words(one.text)).toContain('Le billet de cette place est annulé');
    if (alive) await camille.post(AGAIN).type('form').send(formFields(text, AGAIN)).expect(303);
    const { text: ics } = await camille.get(`${HOME}/seance.ics`).expect(200);
    expect(ics.includes('STATUS:CANCELLED')).toBe(!alive);
    expect(ics).not.toMatch(/place 5/);
  });

  it('at the desk', async () => {
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const { text } = await sophie.get(AT_THE_DESK).expect(200);
    const rows = text.split('<tr>');
    expect(words(rows.at(-1) ?? '')).toMatch(new RegExp(`${desk}(?!,)`));
    expect(text.includes('Renvoyer les billets par ')).toBe(alive);
    expect(text).not.toContain('Date limite');
    if (!alive) return;
    await sophie.post(AT_THE_DESK).type('form').send(formFields(text, AT_THE_DESK)).expect(303);
  });

  it('by the API', async () => {
    const { body } = await request(theatre.url).get('/api/orders/7K2M-4Q9T').set('Authorization', `Bearer ${CASHIER_KEY}`).expect(200);
    expect(body).toMatchObject({ owed, refunded });
    expect(body.seats[4].givenUp).toBe(desk === 'Annulé' ? 'nothing-paid' : desk === 'Remboursé' ? 'refunded' : 'refund-due');
    expect(body.seats[4].refundedAt).toBe(order.seats[4]?.refundedAt);
  });
});

describe('what does not work is not offered', () => {
  const released = withSeats(ORDER, { 3: { proof: 'approved' }, 4: { proof: 'approved' }, 5: { proof: 'check-at-door' } });

  it('once the performance is over: the tickets are a keepsake', async () => {
    theatre = await openTheatre({ orders: [{ ...released, status: 'over' }] });
    const camille = await enters(theatre);
    theatre.clock.set('2027-01-16T23:00:00.000Z');
    const { text } = await camille.get(HOME).expect(200);
    expect(text).toContain('La représentation a eu lieu');
    expect(text).toContain(`${HOME}/billets.pdf`);
    expect(text).not.toContain(AGAIN);
    expect(text).not.toContain('seance.ics');
    expect(text).not.toContain('vous sera demandé');
    expect(text).not.toContain('Une bonne photo');
  });

  it('at the desk after the performance, and before a ticket has left', async () => {
    theatre = await openTheatre({ orders: [withSeats(released, { 1: { delivery: 'ready' }, 2: { delivery: 'ready' } })] });
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    expect((await sophie.get(AT_THE_DESK)).text).not.toContain('Renvoyer les billets');
    const page = theatre.book.get(ORDER.reference);
    if (page) page.view = { ...released, performance: { ...released.performance, endsAt: theatre.clock.now() } };
    expect((await sophie.get(AT_THE_DESK)).text).not.toContain('Renvoyer les billets');
  });

  it('before the payment: no ticket is counted, no date to write down, no picture to take', async () => {
    const seats = ORDER.seats.map((seat) => ({ ...seat, delivery: 'held' as const, deliveredAt: undefined }));
    theatre = await openTheatre({
      orders: [
        { ...ORDER, seats, payment: 'expired', status: 'expired', paidAt: undefined, deadlineAt: undefined, tickets: [], proofs: [] },
      ],
    });
    const { text } = await (await enters(theatre)).get(HOME).expect(200);
    for (const said of ['envoyé sur', 'seance.ics', 'Une bonne photo']) expect(text).not.toContain(said);
  });

  it('a ticket that was refused by its mail host has not « left »', async () => {
    const order = withSeats(released, { 1: { delivery: 'failed' }, 2: { delivery: 'failed' }, 3: { delivery: 'failed' }, 4: { delivery: 'failed' }, 5: { delivery: 'failed' } }); // prettier-ignore
    theatre = await openTheatre({ orders: [order] });
    const { text } = await (await enters(theatre)).get(HOME).expect(200);
    expect(text).not.toContain('Vos billets sont partis');
    expect(text).toContain('Vos billets n’ont pas pu vous être envoyés');
  });

  it('who has come in reads so', async () => {
    const tickets = ORDER.tickets.map((ticket) => ({ ...ticket, admission: 'used' as const, usedAt: '2027-01-16T19:00:00.000Z' }));
    theatre = await openTheatre({ orders: [{ ...ORDER, tickets }] });
    const { text } = await (await enters(theatre)).get(HOME).expect(200);
    expect(words(text)).toContain('Présenté à l’entrée le 16 janvier à 20 h.');
  });

  it('is not cancelled, by the API, while people are inside: the entry is taken back first', async () => {
    const tickets = released.tickets.map((ticket) => (ticket.seat === 2 ? { ...ticket, admission: 'used' as const } : ticket));
    theatre = await openTheatre({ orders: [{ ...released, tickets }] });
    const ask = (path: string, body: object = {}) =>
      request(theatre.url)
        .post(`/api/orders/7K2M-4Q9T/${path}`)
        .set({ Authorization: `Bearer ${API_KEY}`, 'Idempotency-Key': randomUUID() })
        .send(body);
    for (const refused of [ask('cancellation'), ask('seats/2/revocation', { reason: 'unreadable' })]) {
      const { status, body } = await refused;
      expect([status, body.code]).toEqual([409, 'already-entered']);
      expect(JSON.stringify(body)).toContain('reprenez d’abord l’entrée');
    }
    expect(theatre.book.get('7K2M-4Q9T')?.state).toMatchObject({ cancelled: false });
    const { body: document } = await request(theatre.url).get('/api/openapi.json');
    const refusals = JSON.stringify(
      document.paths['/orders/{reference}/cancellation'] ?? document.paths['/api/orders/{reference}/cancellation'],
    );
    expect(refusals).toContain('already-entered');
  });

  it('a payment too many counts in all that is owed, by the API', async () => {
    const [first] = ORDER.payments;
    if (!first) throw new Error('Camille has paid.');
    const more = { ...first, id: 2, reference: `${ORDER.reference}.2`, tooMany: true };
    const payments = [
      first,
      { ...more, status: 'refund-due' as const },
      { ...more, id: 3, status: 'refunded' as const, refunded: more.amount },
    ];
    theatre = await openTheatre({ orders: [{ ...ORDER, payments }] });
    const { body } = await request(theatre.url).get('/api/orders/7K2M-4Q9T').set('Authorization', `Bearer ${CASHIER_KEY}`);
    expect(body).toMatchObject({ owed: 0, owedInAll: 7800 });
  });

  it('a payment too many is told with what becomes of it', async () => {
    const [first] = ORDER.payments;
    if (!first) throw new Error('Camille has paid.');
    const more = { ...first, id: 2, reference: `${ORDER.reference}.2`, tooMany: true, status: 'refund-due' as const };
    theatre = await openTheatre({ orders: [{ ...ORDER, payments: [first, more] }] });
    expect(words((await (await enters(theatre)).get(HOME)).text)).toContain(
      '<dt>Reçu en trop</dt> <dd>78,00 €, remboursement en cours</dd>',
    );
  });
});
