import { generate } from 'otplib';
import request from 'supertest';
import type { Theatre } from '../harness';
import { API_KEY, CASHIER_KEY, CODE_SECRET, MEHDI_IN_THE_OFFICE, openTheatre, PASSWORD, SOPHIE_AT_THE_DESK } from '../harness';
import type { Visitor } from '../visitor';
import { enters, formFields, signsIn, visitor } from '../visitor';

let theatre: Theatre;
let mehdi: Visitor;
beforeEach(async () => {
  theatre = await openTheatre();
  mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
});
afterEach(() => theatre.close());

const STAFF = '/guichet/reglages/comptes';

/** Presses a button of a page: the form that posts there, with what was typed. */
async function presses(who: Visitor, { page, action, typed = {} }: { page: string; action: string; typed?: object }) {
  const { text } = await who.get(page).expect(200);
  return who.post(action).type('form').send({ ...formFields(text, action), ...typed }); // prettier-ignore
}

function codeOf(secret: string, step = 0): Promise<string> {
  return generate({ secret, epoch: Date.parse(theatre.clock.now()) / 1000 + step });
}

function invitationLeft(): string {
  const letter = theatre.letters.written.filter(({ kind }) => kind === 'staff-invitation').at(-1);
  return theatre.invitationPath(letter?.about.command ?? '');
}

describe('« Comptes »', () => {
  it('retires a colleague, whose open pages end at the next click, and lets her back in as before', async () => {
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    await sophie.get('/guichet').expect(200);
    const retired = await presses(mehdi, { page: STAFF, action: `${STAFF}/1/retire` });
    expect(retired.headers['location']).toBe(`${STAFF}?fait=oui`);
    await sophie.get('/guichet').expect(303, /entrer/);
    expect((await mehdi.get(STAFF)).text).toContain('Comptes retirés');
    await presses(mehdi, { page: STAFF, action: `${STAFF}/1/restore` });
    // The session of before stays ended.
    await sophie.get('/guichet').expect(303, /entrer/);
    await (await signsIn(theatre, SOPHIE_AT_THE_DESK)).get('/guichet').expect(200);
  });

  it('what a colleague sends after that leads to the sign-in, which says that nothing was done', async () => {
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const review = '/guichet/controle/7K2M-4Q9T';
    const fields = formFields((await sophie.get(review)).text, review);
    await presses(mehdi, { page: STAFF, action: `${STAFF}/1/retire` });
    for (let click = 0; click < 2; click += 1) {
      const sent = await sophie.post(review).type('form').send({ ...fields, kind: 'approve', attested: 'yes' }); // prettier-ignore
      expect([sent.status, sent.headers['location']]).toEqual([303, '/guichet/entrer?fini=1']);
    }
    const { text } = await sophie.get('/guichet/entrer?fini=1').expect(200);
    expect(text).toContain('Votre session est terminée');
    expect(text).toMatch(/rien n’a été vendu\s+ni enregistré/);
    expect((await sophie.get('/guichet/entrer')).text).not.toContain('Votre session est terminée');
  });

  it.each(['/guichet/entrer', '/guichet/bienvenue/a-secret'])('a form of %s is of nobody’s session', async (door) => {
    const { status } = await visitor(theatre).post(door).type('form').send({}); // prettier-ignore
    expect(status).toBe(403);
  });

  it('refuses to retire the last admin, in words', async () => {
    const { status, text } = await presses(mehdi, { page: STAFF, action: `${STAFF}/3/retire` });
    expect(status).toBe(409);
    expect(text).toContain('Il faut au moins une autre personne');
    await mehdi.get('/guichet').expect(200);
  });

  it('is for admins alone', async () => {
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    for (const page of [STAFF, '/guichet/reglages/cles']) await sophie.get(page).expect(403);
    const { text } = await sophie.get('/guichet').expect(200);
    const guard = formFields(text);
    expect((await sophie.post(`${STAFF}/3/retire`).type('form').send(guard)).status).toBe(403);
  });

  it('invites somebody, who chooses a password and links an application, once', async () => {
    const typed = { name: 'Aïcha Benali', email: 'Aicha@theatre-des-mariniers.example', role: 'cashier' };
    expect((await presses(mehdi, { page: STAFF, action: STAFF, typed })).status).toBe(303);
    expect(theatre.letters.written.at(-1)).toMatchObject({ kind: 'staff-invitation', to: 'aicha@theatre-des-mariniers.example' });
    const aicha = visitor(theatre);
    const link = invitationLeft();
    const { text } = await aicha.get(link).expect(200);
    const { codeSecret = '', ...guard } = formFields(text);
    expect(text).toContain('<svg');
    const chosen = { ...guard, codeSecret, password: 'une barque au soleil', again: 'une barque au soleil' };
    const short = await aicha.post(link).type('form').send({ ...chosen, password: 'court', again: 'court', newCode: await codeOf(codeSecret) }); // prettier-ignore
    expect([short.status, short.text.includes('12 signes au moins'), short.text.includes(codeSecret)]).toEqual([422, true, true]);
    const wrong = await aicha.post(link).type('form').send({ ...chosen, newCode: '000000' }); // prettier-ignore
    expect(wrong.text).toContain('Ce code n’est pas celui de l’application');
    const done = await aicha.post(link).type('form').send({ ...chosen, newCode: await codeOf(codeSecret) }); // prettier-ignore
    expect([done.status, done.headers['location']]).toEqual([303, '/guichet']);
    await aicha.get('/guichet').expect(303, /caisse/);
    await visitor(theatre).get(link).expect(410);
    // She has come in, without the sign-in page.
    expect((await mehdi.get(STAFF)).text).toMatch(/<strong>Aïcha Benali<\/strong>(?:(?!<strong>)[^])*?dernière entrée le/);
  });

  it('ends password and sessions of whoever is invited anew', async () => {
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    await presses(mehdi, { page: STAFF, action: `${STAFF}/1/invite` });
    await sophie.get('/guichet').expect(303, /entrer/);
    const { text } = await sophie.get('/guichet/entrer');
    const typed = { ...formFields(text), email: SOPHIE_AT_THE_DESK.email, password: PASSWORD, code: await codeOf(CODE_SECRET, 30) };
    expect((await sophie.post('/guichet/entrer').type('form').send(typed)).status).toBe(401);
    await visitor(theatre).get(invitationLeft()).expect(200);
  });
});

describe('« Mon compte »', () => {
  const ACCOUNT = '/guichet/compte';

  it('changes a password with the old one and a code, and ends the other sessions', async () => {
    const [desk, phone] = [await signsIn(theatre, SOPHIE_AT_THE_DESK), await signsIn(theatre, SOPHIE_AT_THE_DESK)];
    const action = `${ACCOUNT}/mot-de-passe`;
    const next = { password: 'une barque au soleil', again: 'une barque au soleil' };
    const wrong = await presses(desk, {
      page: ACCOUNT,
      action,
      typed: { ...next, current: 'pas le mien', code: await codeOf(CODE_SECRET) },
    });
    expect(wrong.status).toBe(401);
    const typed = { ...next, current: PASSWORD, code: await codeOf(CODE_SECRET) };
    expect((await presses(desk, { page: ACCOUNT, action, typed })).headers['location']).toBe(`${ACCOUNT}?fait=mot-de-passe`);
    await desk.get(ACCOUNT).expect(200);
    await phone.get(ACCOUNT).expect(303, /entrer/);
  });

  it('links another application once it gives good codes', async () => {
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const { text } = await sophie.get(ACCOUNT).expect(200);
    const action = `${ACCOUNT}/code`;
    const form = formFields(text, action);
    const typed = { ...form, current: PASSWORD, code: await codeOf(CODE_SECRET), newCode: await codeOf(form['codeSecret'] ?? '') };
    expect((await sophie.post(action).type('form').send(typed)).headers['location']).toBe(`${ACCOUNT}?fait=code`);
    const member = await theatre.needs.staff.byId(1);
    expect(member?.totpSecret).toBe(form['codeSecret']);
  });
});

describe('« Clés d’API »', () => {
  const KEYS = '/guichet/reglages/cles';

  it('shows a new key once, and revokes one', async () => {
    const made = await presses(mehdi, { page: KEYS, action: KEYS, typed: { name: 'Douchette', role: 'cashier' } });
    expect([made.status, made.text.includes('cmk_made_in_a_test')]).toEqual([201, true]);
    expect((await mehdi.get(KEYS)).text).not.toContain('cmk_made_in_a_test');
    expect((await presses(mehdi, { page: KEYS, action: `${KEYS}/1/revoke` })).status).toBe(303);
    expect((await mehdi.get(KEYS)).text).toContain('Clés révoquées');
  });
});

describe('the same by API', () => {
  const asked = (method: 'get' | 'post' | 'put', path: string, key = API_KEY) =>
    request(theatre.url)[method](`/api${path}`).set('Authorization', `Bearer ${key}`);

  it('invites, changes a role, retires and restores', async () => {
    const person = { name: 'Aïcha Benali', email: 'aicha@theatre-des-mariniers.example', role: 'cashier' };
    expect((await asked('post', '/staff').send(person)).status).toBe(201);
    expect((await asked('post', '/staff').send(person)).body.code).toBe('already-exists');
    for (const name of ['Aïcha\u0000', 'Aïcha\nBenali', '\u202Eahciä', '\u3164'])
      expect((await asked('post', '/staff').send({ ...person, name })).body.code).toBe('input-invalid');
    expect((await asked('put', '/staff/1/role').send({ role: 'admin' })).status).toBe(200);
    const { body } = await asked('post', '/staff/1/retire');
    expect(body.accounts.find(({ id }: { id: number }) => id === 1)).toMatchObject({ active: false });
    expect((await asked('post', '/staff/3/retire')).body.code).toBe('last-admin');
    expect((await asked('post', '/staff/1/restore')).status).toBe(200);
    expect((await asked('get', '/staff', CASHIER_KEY)).status).toBe(403);
  });

  it('makes and revokes keys', async () => {
    const { body } = await asked('post', '/api-keys').send({ name: 'Douchette', role: 'cashier' });
    expect(body.key).toBe('cmk_made_in_a_test');
    expect((await asked('post', '/api-keys').send({ name: 'Dou\u0007chette', role: 'cashier' })).status).toBe(400);
    const { body: after } = await asked('post', '/api-keys/1/revoke');
    expect(after.keys[0]).toMatchObject({ id: 1, revokedAt: theatre.clock.now() });
    expect((await asked('post', '/api-keys/999/revoke')).body.code).toBe('key-not-found');
  });
});

describe('the customer’s link', () => {
  it('is replaced at the desk: the old one and what it opened are dead at once, the new one opens', async () => {
    const camille = await enters(theatre);
    await camille.get('/commande/7K2M-4Q9T').expect(200);
    const old = theatre.link();
    const sheet = '/guichet/commandes/7K2M-4Q9T';
    expect((await presses(mehdi, { page: sheet, action: `${sheet}/lien` })).status).toBe(303);
    await camille.get('/commande/7K2M-4Q9T').expect(401);
    const { text } = await camille.get(old).expect(200);
    expect((await camille.post(old).type('form').send(formFields(text))).status).toBe(410);
    const view = theatre.book.get('7K2M-4Q9T')?.view;
    const fresh = theatre.link(view);
    const page = await camille.get(fresh).expect(200);
    await camille.post(fresh).type('form').send(formFields(page.text)).expect(303);
  });

  it('is replaced by API, for the role of whoever is at the counter too', async () => {
    const { status, body } = await request(theatre.url)
      .post('/api/orders/7K2M-4Q9T/link/renewal')
      .set('Authorization', `Bearer ${CASHIER_KEY}`)
      .send();
    expect([status, body]).toEqual([200, { version: 2, letter: 'sent' }]);
  });
});
