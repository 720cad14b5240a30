import request from 'supertest';
import type { OrderView } from '../../../src/domain/order-view';
import { cents } from '../../../src/domain/money';
import { ORDER, withSeats } from '../../people';
import type { Theatre } from '../harness';
import { API_KEY, HELENE_AT_THE_TILL, openTheatre, SIGNER, SOPHIE_AT_THE_DESK } from '../harness';
import { enters, formFields, signsIn } from '../visitor';

let theatre: Theatre;
afterEach(() => theatre.close());

const PAGE = '/guichet/commandes/7K2M-4Q9T';
const TAKE = `${PAGE}/difference`;
const BACK = `${PAGE}/difference/rendre`;
const REFUSED_AT = '2027-01-12T10:00:00.000Z';
const TONIGHT = '2027-01-16T19:10:00.000Z';

/** Samir’s seat 5 left « à présenter à l’accueil », with its ticket. */
const AT_THE_DOOR: OrderView = {
  ...withSeats(ORDER, { 3: { proof: 'refunded' }, 4: { proof: 'refunded' }, 5: { proof: 'check-at-door', delivery: 'sent' } }),
  status: 'released',
  openReview: undefined,
  tickets: [...ORDER.tickets, { seat: 5, number: 12460, uid: 'CM-7K2M-4Q9T-5', release: 1, admission: 'valid', proofToShow: true }],
};

const open = (order = AT_THE_DOOR, now = TONIGHT) => openTheatre({ orders: [order], now });
const seat = (no = 5) => theatre.book.get('7K2M-4Q9T')?.view.seats[no - 1];
const cash = { operator: 'GUICHET', method: 'ESPECES' };

async function helene() {
  const who = await signsIn(theatre, HELENE_AT_THE_TILL);
  const form = async (action: string) => formFields((await who.get(PAGE)).text, action);
  const take = async (more: object = cash) => {
    const fields = { ...(await form(TAKE)), ...more };
    return who.post(TAKE).type('form').send(fields);
  };
  return { who, form, take };
}

it('is taken at the desk by whoever sells, and the door lets the same ticket in', async () => {
  theatre = await open();
  const { who, take } = await helene();
  expect((await who.get(PAGE)).text).toContain('Encaisser la différence de la place\u00a05\u00a0: 10,00\u00a0€');
  const { headers } = await take();
  const { text } = await who.get(String(headers['location'])).expect(200);
  expect(text).toContain('Différence encaissée, place\u00a05');
  expect(text).not.toContain('Encaisser la différence');
  // The first payment's time is not that of the whole sum.
  expect(text).toMatch(/<dt>Payée<\/dt>\s*<dd>[^<,]*,00\u00a0€, en plusieurs paiements<\/dd>/);
  expect(text).toContain('Helene Vidal encaisse la différence de la place');
  expect(seat()).toMatchObject({ proof: 'upgraded', delivery: 'sent' });
  expect(theatre.book.get('7K2M-4Q9T')?.view.tickets.at(-1)).toMatchObject({ number: 12460, admission: 'valid', proofToShow: false });
  expect(theatre.book.get('7K2M-4Q9T')?.outcomes[0]?.effects[0]).toMatchObject({ ...cash, channel: 'GUICHET', seat: 5 });
});

it('is for nobody who judges proofs alone', async () => {
  theatre = await open();
  const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
  expect((await sophie.get(PAGE)).text).not.toContain('Encaisser la différence');
});

it('says what was not chosen, and takes nothing', async () => {
  theatre = await open();
  const { take } = await helene();
  const { status, text } = await take({ operator: 'GUICHET' });
  expect([status, text.includes('Rien n’a été encaissé'), text.includes('Choisissez le mode de paiement.')]).toEqual([422, true, true]);
  expect((await take({ operator: 'INTERNET', method: 'ESPECES' })).text).toContain('Cette caisse n’est pas une caisse du guichet.');
  expect((await take({ operator: 'GUICHET', method: 'CB INTERNET' })).text).toContain('n’est pas accepté au guichet');
  expect(seat()?.proof).toBe('check-at-door');
});

it('of two cashiers the second hears that it is settled; a form sent twice takes it once', async () => {
  theatre = await open();
  const { who, form } = await helene();
  const [one, other] = [await form(TAKE), await form(TAKE)];
  const send = (fields: object) => who.post(TAKE).type('form').send({ ...fields, ...cash }); // prettier-ignore
  expect((await send(one)).status).toBe(303);
  expect((await send(one)).status).toBe(303);
  const { status, text } = await send(other);
  expect([status, text.includes('La différence de cette place est déjà réglée')]).toEqual([409, true]);
  expect((await send({ ...one, seat: 4 })).status).toBe(422);
  expect(theatre.book.get('7K2M-4Q9T')?.outcomes.filter(({ effects }) => effects.length > 0)).toHaveLength(1);
});

it('a slip is put right within the hour, and not later', async () => {
  theatre = await open({ ...AT_THE_DOOR, payments: [...ORDER.payments, PAID_AT_THE_COUNTER] });
  const { who, form, take } = await helene();
  await take();
  const fields = await form(BACK);
  const { headers } = await who.post(BACK).type('form').send(fields).expect(303);
  expect((await who.get(String(headers['location']))).text).toContain('Différence rendue, place\u00a05');
  expect(seat()).toMatchObject({ proof: 'check-at-door', upgradedAt: undefined });
  await take();
  theatre.clock.set('2027-01-16T20:10:00.000Z');
  const stale = { ...(await form(PAGE)), command: '0b3c1f1e-6f0a-4a51-9a53-1d0e2f3a4b5c', seat: 5 };
  const late = await who.post(BACK).type('form').send(stale);
  expect([late.status, late.text.includes('plus d’une heure')]).toEqual([409, true]);
});

it('a slip for a refused seat makes it what it was: no ticket of it is good', async () => {
  const refused = withSeats(AT_THE_DOOR, { 5: { proof: 'refused', reason: 'unreadable', delivery: 'held' } });
  theatre = await open({ ...refused, tickets: ORDER.tickets, payments: [...ORDER.payments, PAID_AT_THE_COUNTER] }, REFUSED_AT);
  const { who, form, take } = await helene();
  await take();
  expect((await who.get(PAGE)).text).toContain('un billet sorti pour cet argent n’est plus valable');
  const { headers } = await who
    .post(BACK)
    .type('form')
    .send(await form(BACK));
  const { text } = await who.get(String(headers['location'])).expect(200);
  expect(text).toContain('Différence rendue, place\u00a05');
  expect(text).toMatch(/difference-news[^]*?Refusé, un autre envoi est possible[^]*?n’est plus valable/);
  expect(text).not.toContain('À l’entrée, le justificatif ou la différence sera demandé');
  expect(seat()).toMatchObject({ proof: 'refused', reason: 'unreadable', delivery: 'held', upgradedAt: undefined });
});

const PAID_AT_THE_COUNTER: OrderView['payments'][number] = {
  ...{ id: 2, reference: '7K2M-4Q9T.2', amount: cents(1000), refunded: cents(0), method: 'ESPECES', channel: 'GUICHET' },
  ...{ operator: 'GUICHET', status: 'paid', paidAt: TONIGHT, upgradeOf: 5, tooMany: false },
};

describe('by API', () => {
  const ask = (path: string, body: object, key = 'difference-1') =>
    request(theatre.url)
      .post(`/api/orders/7K2M-4Q9T${path}`)
      .set('Authorization', `Bearer ${API_KEY}`)
      .set('Idempotency-Key', key)
      .send(body);

  it('is taken, once, and given back', async () => {
    theatre = await open();
    const first = await ask('/seats/5/difference', cash);
    expect([first.status, (await ask('/seats/5/difference', cash)).body]).toEqual([200, first.body]);
    expect((await ask('/seats/5/difference', cash, 'difference-2')).body).toMatchObject({ status: 409, code: 'difference-settled' });
    expect((await ask('/seats/5/difference', { ...cash, method: 'CB GUICHET' })).body).toMatchObject({ code: 'key-used-already' });
    expect((await ask('/seats/5/difference/return', {}, 'difference-3')).status).toBe(200);
    expect(seat()?.proof).toBe('check-at-door');
  });

  it.each([
    ['a seat that is not there', {}, 9, 'seat-not-found'],
    ['a seat that was given back', {}, 3, 'not-allowed-now'],
    ['a tariff that costs as much as the full one', { toFullPrice: cents(0) }, 5, 'no-difference'],
  ])('nothing is taken for %s', async (_what, told, no, code) => {
    theatre = await open(withSeats(AT_THE_DOOR, { 5: told }));
    expect((await ask(`/seats/${no}/difference`, cash)).body).toMatchObject({ code });
  });

  it('nothing is taken of whoever has come in, nor after the performance', async () => {
    const used = (tickets: OrderView['tickets']) => tickets.map((ticket) => ({ ...ticket, admission: 'used' as const }));
    theatre = await open({ ...AT_THE_DOOR, tickets: used(AT_THE_DOOR.tickets) });
    expect((await ask('/seats/5/difference', cash)).body).toMatchObject({ code: 'already-entered' });
    await theatre.close();
    theatre = await open({ ...AT_THE_DOOR, status: 'over' });
    expect((await ask('/seats/5/difference', cash)).body).toMatchObject({ code: 'order-over' });
  });
});

it('the door says that it is settled', async () => {
  const settled = withSeats(AT_THE_DOOR, { 5: { proof: 'upgraded', upgradedAt: TONIGHT } });
  theatre = await open({ ...settled, tickets: settled.tickets.map((ticket) => ({ ...ticket, proofToShow: false })) });
  const { who } = await helene();
  const door = `/controle/${ORDER.performance.id}`;
  const ticket = SIGNER.sign({
    uid: 'CM-7K2M-4Q9T-5',
    performanceId: ORDER.performance.id,
    performanceAt: 1_800_000_000,
    proofToShow: true,
  });
  const shown = { ...formFields((await who.get(door)).text, door), ticket };
  const { text } = await who.post(door).type('form').send(shown);
  expect(text).toContain('data-verdict="admitted"');
  expect(text).toContain('Différence réglée\u00a0: plein tarif, rien à présenter.');
});

describe('online', () => {
  const HOME = '/commande/7K2M-4Q9T';
  const PAY = `${HOME}/places/5/difference`;

  it('is offered for a seat at the door too, until the performance, and settles it', async () => {
    theatre = await open(AT_THE_DOOR, '2027-01-16T17:00:00.000Z');
    const camille = await enters(theatre);
    const { text } = await camille.get(HOME).expect(200);
    expect(text).toContain('plus rien ne sera demandé à l’entrée');
    const { headers } = await camille.post(PAY).type('form').send(formFields(text, PAY)).expect(303);
    const paid = await camille.post(String(headers['location']).replace(theatre.url, '')).type('form').send({ choice: 'pay' });
    const arrived = await camille.get(String(paid.headers['location']).replace(theatre.url, ''));
    const back = await camille.get(String(arrived.headers['location']));
    expect(back.text).toContain('La différence est réglée');
    expect(seat()).toMatchObject({ proof: 'upgraded', delivery: 'sent' });
  });

  it('is offered no more when the curtain has risen', async () => {
    theatre = await open(AT_THE_DOOR, '2027-01-16T19:40:00.000Z');
    const camille = await enters(theatre);
    const { text } = await camille.get(HOME).expect(200);
    expect(text).not.toContain('Régler la différence');
    const sent = await camille.post(PAY).type('form').send(formFields(text)); // prettier-ignore
    expect(sent.status).toBe(409);
  });

  it('says nothing of a difference that is none', async () => {
    theatre = await open(withSeats(AT_THE_DOOR, { 5: { toFullPrice: cents(0) } }), '2027-01-16T17:00:00.000Z');
    const { text } = await (await enters(theatre)).get(HOME).expect(200);
    expect(text).toContain('Le justificatif vous sera demandé à l’entrée.');
    expect(text).not.toContain('Régler la différence');
  });
});
