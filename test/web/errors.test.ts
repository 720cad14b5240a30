import { Router } from 'express';
import request from 'supertest';
import { Refusal } from '../../src/domain/refusal';
import type { Theatre } from './harness';
import { API_KEY, CASHIER_KEY, openTheatre } from './harness';
import { enters } from './visitor';
import { defined } from '../fakes/defined';
import { MARINIERS } from '../people';

let theatre: Theatre;

afterEach(() => theatre.close());

/** What a database says when it fails: it quotes the values of the query. */
class QueryFailed extends Error {
  readonly code = 'ER_BAD_FIELD_ERROR';
  readonly sql = 'select * from customers';

  constructor() {
    super("select * from customers where name = 'Camille Roussel' - Unknown column");
  }
}

const breaks = () => Promise.reject(new QueryFailed());

describe('when something of ours fails', () => {
  it('the page says whose fault it is, what is safe, and a reference that the log has too', async () => {
    theatre = await openTheatre();
    const camille = await enters(theatre);
    theatre.needs.orders.view = breaks;
    const { status, text } = await camille.get('/commande/7K2M-4Q9T');
    expect(status).toBe(500);
    expect(text).toContain('Quelque chose n’a pas fonctionné');
    expect(text).toContain('C’est de notre côté, et rien n’est perdu\u00a0: votre commande et vos fichiers sont gardés.');
    const reference = /E-[0-9A-Z]{4}/.exec(text.slice(text.indexOf('référence')))?.[0] ?? 'none';
    expect(theatre.logged.join('')).toContain(`"reference":"${reference}"`);
    expect(text).toContain(MARINIERS.phone);
    // The line of the request itself carries it too.
    expect(theatre.logged.filter((line) => line.includes(`"id":"${reference}"`))).toHaveLength(1);
  });

  it('after a form the page does not say that we keep what has just been sent', async () => {
    theatre = await openTheatre();
    const camille = await enters(theatre);
    theatre.needs.orders.view = breaks;
    const { status, text } = await camille.post('/commande/7K2M-4Q9T/places/5/justificatif');
    expect(status).toBe(500);
    expect(text).toContain('ce que vous venez d’envoyer ne l’est peut-être pas.');
    expect(text).not.toContain('vos fichiers sont gardés');
  });

  it('neither the page, nor the API, nor the log tells what people wrote', async () => {
    theatre = await openTheatre();
    const camille = await enters(theatre);
    theatre.needs.orders.view = breaks;
    const { status, body, text } = await request(theatre.url).get('/api/orders/7K2M-4Q9T').set('Authorization', `Bearer ${API_KEY}`);
    expect(status).toBe(500);
    expect(body).toMatchObject({ code: 'fault', status: 500 });
    expect(body.reference).toMatch(/^E-/);
    const page = await camille.get('/commande/7K2M-4Q9T/retour').expect(500);
    for (const told of [text, page.text, theatre.logged.join('')]) {
      expect(told).not.toContain('Camille');
      expect(told).not.toContain('Unknown column');
    }
    expect(theatre.logged.join('')).toContain('ER_BAD_FIELD_ERROR');
  });

  it.each(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT'])('what the database undid (%s) may be asked again: it is busy', async (code) => {
    theatre = await openTheatre();
    theatre.needs.orders.view = () => Promise.reject(Object.assign(new Error('undone'), { code }));
    const { status, headers, body } = await request(theatre.url).get('/api/orders/7K2M-4Q9T').set('Authorization', `Bearer ${API_KEY}`);
    expect([status, headers['retry-after'], body.code, body.facts]).toEqual([503, '2', 'busy', { seconds: 2 }]);
  });

  it('half an answer that has left is broken off, logged, and nothing follows it', async () => {
    const leaving = Router().get('/moitie', async (_request, response) => {
      response.write('<p>La première moitié');
      await new Promise((done) => setImmediate(done));
      throw new QueryFailed();
    });
    theatre = await openTheatre({ needs: () => ({ providerPages: leaving }) });
    const answer = await fetch(`${theatre.url}/bac-a-sable/moitie`);
    const said: string[] = [];
    const reading = async () => {
      for await (const part of defined(answer.body ?? undefined)) said.push(Buffer.from(part).toString());
    };
    await expect(reading()).rejects.toThrow('terminated');
    expect([answer.status, said.join('')]).toEqual([200, '<p>La première moitié']);
    expect(theatre.logged.filter((line) => line.includes('a fault after the answer had begun'))).toHaveLength(1);
    expect(theatre.logged.join('')).not.toContain('Camille');
    await request(theatre.url).get('/').expect(200);
  });

  it('the page still comes when nothing of the catalogue can be read', async () => {
    theatre = await openTheatre({ needs: () => ({ venues: breaks }) });
    const { status, text } = await request(theatre.url).get('/');
    expect(status).toBe(500);
    expect(text).toContain('Quelque chose n’a pas fonctionné');
  });
});

it('an error page has the news for its title, and the rest below', async () => {
  const refuses = () => Promise.reject(new Refusal('delivery-method-not-allowed', 'Not this one.'));
  theatre = await openTheatre({ needs: (needs) => ({ catalogue: { ...needs.catalogue, performances: refuses } }) });
  const { text } = await request(theatre.url).get('/').expect(422);
  expect(text).toContain('<h1>Ce mode d’envoi n’est pas possible pour ces places</h1>');
  expect(text).toContain('<p>Tant qu’un justificatif reste à voir, l’envoi est soumis à justificatif');
});

describe('every page', () => {
  it('lets nothing run but our own files', async () => {
    theatre = await openTheatre();
    const { headers, text } = await request(theatre.url).get('/');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(text).not.toMatch(/ style=|<style|<script>/);
  });

  it('has cookies that scripts cannot read and other sites cannot send', async () => {
    theatre = await openTheatre();
    const { headers } = await request(theatre.url).get('/mes-billets');
    const cookies: readonly string[] = [headers['set-cookie'] ?? []].flat();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly; SameSite=Lax$/);
  });

  it('in https has them secure, for this host alone', async () => {
    theatre = await openTheatre({
      needs: ({ settings }) => ({ settings: { ...settings, publicUrl: 'https://billetterie.example', trustedProxies: 1 } }),
    });
    const { headers } = await request(theatre.url).get('/mes-billets').set('X-Forwarded-Proto', 'https');
    expect(headers['strict-transport-security']).toContain('max-age=');
    const cookies: readonly string[] = [headers['set-cookie'] ?? []].flat();
    for (const cookie of cookies) expect(cookie).toMatch(/^__Host-[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });
});

describe('health', () => {
  it('is alive as long as it answers, and ready when what it needs answers too', async () => {
    let up = true;
    const temporal = () => (up ? Promise.resolve() : Promise.reject(new Error('connect ECONNREFUSED')));
    theatre = await openTheatre({ needs: () => ({ readiness: { temporal } }) });
    expect((await request(theatre.url).get('/readyz')).body).toEqual({ ready: true, checks: { temporal: true } });
    up = false;
    const { status, body } = await request(theatre.url).get('/readyz');
    expect([status, body]).toEqual([503, { ready: false, checks: { temporal: false } }]);
    expect((await request(theatre.url).get('/livez')).status).toBe(200);
  });
});

it('one address cannot ask without end', async () => {
  theatre = await openTheatre({
    needs: ({ settings }) => ({ settings: { ...settings, limits: { ...settings.limits, orders: 3 } } }),
  });
  const answers = [];
  for (let time = 0; time < 4; time += 1) answers.push(await request(theatre.url).post('/api/orders').send({}));
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 429]);
  expect(answers[3]?.body.code).toBe('too-many-tries');
  expect(answers[3]?.headers['ratelimit']).toBeDefined();
  const { seconds } = answers[3]?.body.facts ?? {};
  expect(seconds).toBeGreaterThan(0);
  expect(answers[3]?.headers['retry-after']).toBe(`${seconds}`);
});

it('orders under a key are counted by the key, apart from those of the address', async () => {
  theatre = await openTheatre({
    needs: ({ settings }) => ({ settings: { ...settings, limits: { ...settings.limits, orders: 1, keyedOrders: 3 } } }),
  });
  const ask = async (key?: string) => {
    const call = request(theatre.url).post('/api/orders').send({});
    return (await (key === undefined ? call : call.set('Authorization', `Bearer ${key}`))).status;
  };
  expect([await ask(), await ask()]).toEqual([400, 429]);
  expect([await ask(API_KEY), await ask(API_KEY), await ask(API_KEY), await ask(API_KEY)]).toEqual([400, 400, 400, 429]);
  expect(await ask(CASHIER_KEY)).toBe(400);
});
