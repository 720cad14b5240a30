import request from 'supertest';
import { Problem } from '../../../src/web/api/problem-schema';
import { PHARE } from '../../people';
import type { Theatre } from '../harness';
import { API_KEY, openTheatre } from '../harness';

let theatre: Theatre;

beforeAll(async () => {
  theatre = await openTheatre();
});
afterAll(() => theatre.close());

const withKey = (test: request.Test) => test.set('Authorization', `Bearer ${API_KEY}`);
const ORDERS = '/api/orders';
const DECISIONS = '/api/orders/7K2M-4Q9T/decisions';

const BASKET = {
  performanceId: PHARE.id,
  customer: { name: 'Camille Roussel', email: 'camille@courriel.example' },
  seats: [{ tariff: 'PLEIN', category: '1', holder: 'Camille Roussel' }],
  deliveryMethod: 'PRINT_AT_HOME',
};

/** Its body is a problem as the document describes it, and nothing more. */
async function problemOf(test: request.Test) {
  const { status, headers, body } = await test;
  expect(headers['content-type']).toContain('application/problem+json');
  expect(headers['cache-control']).toBe('no-store');
  return { status, headers, problem: Problem.strict().parse(body) };
}

describe('an API that says no', () => {
  it('calls a body that is too big too big', async () => {
    const { status, problem } = await problemOf(withKey(request(theatre.url).post(DECISIONS)).send({ words: 'x'.repeat(2_000_000) }));
    expect([status, problem.code, problem.title]).toEqual([413, 'body-too-big', 'Ce qui a été envoyé est trop volumineux.']);
  });

  it('says of what was given twice that it is expected once', async () => {
    const { status, problem } = await problemOf(withKey(request(theatre.url).get(`${ORDERS}?limit=5&limit=6`)));
    expect([status, problem.errors]).toEqual([400, [{ in: 'query', pointer: '#/limit', detail: 'Une seule valeur est attendue.' }]]);
  });

  it.each([
    'limit=0x5',
    'limit=1e1',
    'limit=%205',
    'limit=%2B5',
    'limit=5.0',
    'limit=05',
    'limit=',
    'performanceId=07',
    'performanceId=7.0',
  ])('reads a number of a query in one way: not %s', async (query) => {
    const { status, problem } = await problemOf(withKey(request(theatre.url).get(`${ORDERS}?${query}`)));
    expect([status, problem.code]).toEqual([400, 'input-invalid']);
    expect(problem.errors).toMatchObject([{ in: 'query', pointer: `#/${query.split('=', 1)[0]}` }]);
  });

  it('takes it in that way, up to the most that a page has', async () => {
    await withKey(request(theatre.url).get(`${ORDERS}?limit=100&performanceId=7`)).expect(200);
    const { status, problem } = await problemOf(withKey(request(theatre.url).get(`${ORDERS}?limit=101`)));
    expect([status, problem.errors?.[0]?.pointer]).toEqual([400, '#/limit']);
  });

  it('takes whatever its document allows, every sign of it escaped', async () => {
    const put = (path: string, body: string) => withKey(request(theatre.url).put(path)).set('Content-Type', 'application/json').send(body);
    const text = String.raw`\u00e9`.repeat(20_000);
    expect((await put('/api/venues/1/texts/reminder/fr', `{"text":"${text}","base":99}`)).status).not.toBe(413);
    const cells = Array.from({ length: 2000 }, (_, index) => `{"category":"${String.raw`\u00e9`.repeat(15)}${index}","tariff":"PLEIN","price":2400,"fee":100}`); // prettier-ignore
    expect((await put('/api/catalogue/shows/1/price-grid', `{"cells":[${cells.join(',')}]}`)).status).not.toBe(413);
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'answers=1'],
    ['a text', 'text/plain', '{}'],
    ['JSON in Latin-1', 'application/json; charset=iso-8859-1', '{}'],
  ])('says that it does not read %s', async (_what, type, body) => {
    const { status, problem } = await problemOf(withKey(request(theatre.url).post(DECISIONS)).set('Content-Type', type).send(body));
    expect([status, problem.code]).toEqual([415, 'media-type-not-accepted']);
  });

  it('tells broken JSON from a missing field', async () => {
    const broken = withKey(request(theatre.url).post(DECISIONS)).set('Content-Type', 'application/json').send('{"answers":');
    expect((await problemOf(broken)).problem.code).toBe('request-unreadable');
    const { problem } = await problemOf(withKey(request(theatre.url).post(DECISIONS)).send({}));
    expect(problem.errors).toEqual([{ in: 'body', pointer: '#/answers', detail: 'Ce champ manque.' }]);
  });

  it('says of a code in the address that it stands there', async () => {
    for (const code of ['b%00d', 'x'.repeat(41)]) {
      const { status, problem } = await problemOf(withKey(request(theatre.url).put(`/api/catalogue/delivery-methods/${code}`)).send({}));
      expect([status, problem.errors?.[0]]).toEqual([400, { in: 'path', pointer: '#/code', detail: expect.any(String) }]);
    }
  });

  it('says each fault in the language of the request', async () => {
    const basket = { performanceId: 'one', customer: { name: 'A\nB', email: 'camille' }, seats: [], deliveryMethod: 'x'.repeat(41) };
    const inFrench = await problemOf(request(theatre.url).post(ORDERS).send(basket));
    expect(inFrench.problem.errors).toEqual([
      { in: 'body', pointer: '#/performanceId', detail: 'Un nombre est attendu.' },
      { in: 'body', pointer: '#/customer/name', detail: 'Un nom s’écrit avec des lettres, sur une ligne.' },
      { in: 'body', pointer: '#/customer/email', detail: 'Cette adresse e-mail n’est pas complète.' },
      { in: 'body', pointer: '#/seats', detail: 'Au moins 1 élément.' },
      { in: 'body', pointer: '#/deliveryMethod', detail: 'Au plus 40 caractères.' },
    ]);
    const inEnglish = await problemOf(request(theatre.url).post(ORDERS).set('Accept-Language', 'en-GB,en;q=0.9,fr;q=0.8').send(basket));
    expect(inEnglish.problem.errors?.map(({ detail }) => detail)).toEqual([
      'A number is expected.',
      'A name is written with letters, on one line.',
      'This e-mail address is not complete.',
      'At least 1 item.',
      'At most 40 characters.',
    ]);
    expect(inEnglish.headers['content-language']).toBe('en');
    expect(inEnglish.headers['vary']).toContain('Accept-Language');
  });

  it('says no to a word that it would not read, rather than to answer another question', async () => {
    const { status, problem } = await problemOf(withKey(request(theatre.url).get('/api/orders?chanel=INTERNET')));
    expect([status, problem.code]).toEqual([400, 'input-invalid']);
    expect(problem.errors).toEqual([{ in: 'query', pointer: '#', detail: 'Ce nom n’est pas lu ici\u00a0: chanel.' }]);
    await withKey(request(theatre.url).get('/api/orders?lang=en')).expect(200);
    await withKey(request(theatre.url).get('/api/orders/7K2M-4Q9T?full=1')).expect(400);
  });

  it.each([
    [
      'a decision',
      DECISIONS,
      { answers: [{ seats: [3], kind: 'refuse', reason: 'unreadable', reasson: 'unreadable' }] },
      '#/answers/0',
      'reasson',
    ],
    ['a command', DECISIONS, { answers: [{ seats: [3], kind: 'approve' }], revue: 2 }, '#', 'revue'],
    ['an order', ORDERS, { ...BASKET, seat: [] }, '#', 'seat'],
    ['a seat of an order', ORDERS, { ...BASKET, seats: [{ ...BASKET.seats[0], holdr: 'Léa' }] }, '#/seats/0', 'holdr'],
    ['the customer of an order', ORDERS, { ...BASKET, customer: { ...BASKET.customer, phone: '06' } }, '#/customer', 'phone'],
  ])('nor does it take %s with a member that it would not read', async (_what, path, body, pointer, name) => {
    const { status, problem } = await problemOf(withKey(request(theatre.url).post(path)).send(body));
    expect([status, problem.code]).toEqual([400, 'input-invalid']);
    expect(problem.errors).toEqual([{ in: 'body', pointer, detail: `Ce nom n’est pas lu ici\u00a0: ${name}.` }]);
  });

  it('names the part of the request that is at fault', async () => {
    const path = await problemOf(withKey(request(theatre.url).get('/api/orders/nothing')));
    expect(path.problem.errors).toEqual([{ in: 'path', pointer: '#/reference', detail: 'Une référence s’écrit comme 7K2M-4Q9T.' }]);
    const header = await problemOf(withKey(request(theatre.url).post(DECISIONS)).set('Idempotency-Key', 'short').send({ answers: [] }));
    expect(header.problem.errors?.map(({ in: part, pointer }) => [part, pointer])).toContainEqual(['body', '#/answers']);
  });

  it('says which seat is decided twice, and where it stands', async () => {
    const twice = {
      answers: [
        { seats: [1, 3, 1], kind: 'approve' },
        { seats: [3], kind: 'check-at-door' },
      ],
    };
    const { status, problem } = await problemOf(withKey(request(theatre.url).post(DECISIONS)).send(twice));
    expect([status, problem.code]).toEqual([400, 'input-invalid']);
    expect(problem.errors).toEqual([
      { in: 'body', pointer: '#/answers/0/seats/2', detail: 'La place\u00a01 est déjà dans cet envoi.' },
      { in: 'body', pointer: '#/answers/1/seats/0', detail: 'La place\u00a03 est déjà dans cet envoi.' },
    ]);
  });

  it('says which member is one too many, and why', async () => {
    const wrong = { mode: 'mailauth', authservId: 'mx.theatre.example', sameTenant: true };
    const { status, problem } = await problemOf(withKey(request(theatre.url).put('/api/venues/1/sender-authentication')).send(wrong));
    expect([status, problem.title]).toEqual([400, 'Un champ manque, est de trop ou ne peut pas être lu.']);
    expect(problem.errors).toEqual([
      { in: 'body', pointer: '#/authservId', detail: expect.stringMatching(/^Le mode «.mailauth.» ne croit aucun serveur nommé/) },
      { in: 'body', pointer: '#/sameTenant', detail: expect.stringMatching(/^Le mode «.mailauth.» ne connaît pas/) },
    ]);
  });

  it('asks for a key in the words of HTTP', async () => {
    const none = await problemOf(request(theatre.url).get(ORDERS));
    expect([none.status, none.headers['www-authenticate']]).toEqual([401, 'Bearer realm="contremarque"']);
    const wrong = await problemOf(request(theatre.url).get(ORDERS).set('Authorization', 'Bearer cm_nobody_0123456789'));
    expect(wrong.headers['www-authenticate']).toBe('Bearer realm="contremarque", error="invalid_token"');
  });

  it('tells a wrong method from a wrong address', async () => {
    const { status, headers, problem } = await problemOf(withKey(request(theatre.url).delete(ORDERS)));
    expect([status, headers['allow'], problem.code]).toEqual([405, 'POST, GET', 'method-not-allowed']);
    expect((await problemOf(withKey(request(theatre.url).get('/api/nowhere')))).problem.code).toBe('not-found');
  });
});
