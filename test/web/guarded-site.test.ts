import request from 'supertest';
import { Refusal } from '../../src/domain/refusal';
import type { Theatre } from './harness';
import { openTheatre } from './harness';
import { enters, formFields, visitor } from './visitor';

let theatre: Theatre;
beforeEach(async () => {
  theatre = await openTheatre();
});
afterEach(() => theatre.close());

describe('the log', () => {
  it.each([
    ['/C/SECRET'],
    ['/c/SECRET/'],
    ['//c/SECRET'],
    ['/%63/SECRET'],
    ['/Entrer/SECRET'],
    ['/ENTRER/SECRET?place=1'],
    ['/entrer/ENCODED'],
    ['/aucune-page/SECRET'],
    ['/api/orders/SECRET'],
    ['/%2563/SECRET%2500'],
  ])('keeps no secret of %s', async (path) => {
    const secret = theatre.link().slice('/c/'.length);
    const encoded = `%${Buffer.from(secret).toString('hex').match(/../g)?.join('%')}`;
    await fetch(`${theatre.url}${path.replace('SECRET', secret).replace('ENCODED', encoded)}`);
    const logged = theatre.logged.join('');
    expect(logged).toContain('"path":');
    expect(logged).not.toContain(secret);
    expect(logged).not.toContain(encoded);
  });

  it.each([
    ['/zoe@quimper.example'],
    ['/zoe%40quimper.example'],
    ['/api/orders/zoe%2540quimper.example/letters'],
    ['/zoe＠quimper.example'],
  ])('keeps no mail address of %s', async (path) => {
    await fetch(`${theatre.url}${path}`);
    const logged = theatre.logged.join('');
    expect(logged).toContain('"path":');
    expect(logged).not.toContain('zoe');
    expect(logged).not.toContain('quimper');
  });

  it('keeps the paths that tell a colleague what was asked', async () => {
    await request(theatre.url).get('/commande/7K2M-4Q9T/places/2/justificatif');
    expect(theatre.logged.join('')).toContain('"path":"/commande/7K2M-4Q9T/places/2/justificatif"');
  });
});

describe('a form of another site', () => {
  const ways: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['says cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['comes from a sister of our name', { 'Sec-Fetch-Site': 'same-site' }],
    ['has another origin', { Origin: 'https://ailleurs.example' }],
    ['hides its origin', { Origin: 'null' }],
  ];
  it.each(ways)('that %s changes nothing, even with the token of a page of ours', async (_how, headers) => {
    const camille = await enters(theatre);
    const page = await camille.get('/commande/7K2M-4Q9T').expect(200);
    const { status, text } = await camille.post('/quitter').set(headers).type('form').send(formFields(page.text, '/quitter'));
    expect(status).toBe(403);
    expect(text).toContain('Cet envoi vient d’un autre site');
    await camille.get('/commande/7K2M-4Q9T').expect(200);
  });

  it('ours is taken, from whatever address it was opened', async () => {
    const camille = await enters(theatre);
    const page = await camille.get('/commande/7K2M-4Q9T').expect(200);
    const headers = { Origin: 'http://billets.theatre.example', Host: 'billets.theatre.example' };
    const { status } = await camille.post('/quitter').set(headers).type('form').send(formFields(page.text, '/quitter'));
    expect(status).toBe(303);
  });
});

describe('a shared device', () => {
  it('opens no order any more once its reader has left', async () => {
    const camille = await enters(theatre);
    const page = await camille.get('/commande/7K2M-4Q9T').expect(200);
    expect(page.text).toContain('Fermer mes commandes sur cet appareil');
    await camille
      .post('/quitter')
      .type('form')
      .send(formFields(page.text, '/quitter'))
      .expect(303, /quitter/);
    const after = await camille.get('/quitter').expect(200);
    expect(after.text).toContain('C’est fermé sur cet appareil');
    expect(after.text).not.toContain('action="/quitter"');
    await camille.get('/commande/7K2M-4Q9T').expect(401);
  });
});

describe('headers', () => {
  it('a page that holds a token is kept nowhere, and no page is anybody else’s', async () => {
    const who = visitor(theatre);
    for (const path of ['/mes-billets', '/guichet/entrer', theatre.link(), '/c/xyz']) {
      const { headers, text } = await who.get(path);
      expect(text).toContain('name="_csrf"');
      expect(headers['cache-control']).toBe('no-store');
    }
    for (const path of ['/', '/accessibilite']) expect((await who.get(path)).headers['cache-control']).toMatch(/no-store|private/);
  });

  it('forbid every device to pages, but the camera to that of the door', async () => {
    const policy = async (path: string) => (await request(theatre.url).get(path)).headers['permissions-policy'] ?? '';
    expect(await policy('/')).toMatch(/geolocation=\(\).*microphone=\(\).*camera=\(\)/);
    expect(await policy('/controle/7')).toContain('camera=(self)');
  });

  it('security.txt says whom to tell of a flaw, for less than a year', async () => {
    const { text, headers } = await request(theatre.url).get('/.well-known/security.txt').expect(200);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    expect(text).toMatch(
      /^Contact: mailto:\S+@\S+\nExpires: 2027-07-\d\dT[\d:.]+Z\nPreferred-Languages: fr, en\nCanonical: http\S+security.txt\n$/,
    );
  });

  it('the desk says how long to wait', async () => {
    const attempts = { count: () => Promise.reject(new Refusal('too-many-tries', 'Too many.', { seconds: 42.5 })) };
    await theatre.close();
    theatre = await openTheatre({ needs: ({ deeds }) => ({ deeds: { ...deeds, signIn: () => attempts.count() } }) });
    const who = visitor(theatre);
    const { text } = await who.get('/guichet/entrer');
    const typed = { ...formFields(text), email: 'sophie@theatre-des-mariniers.example', password: 'x', code: '000000' };
    const { status, headers } = await who.post('/guichet/entrer').type('form').send(typed);
    expect([status, headers['retry-after']]).toEqual([429, '43']);
  });
});
