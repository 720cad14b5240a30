import { openOffice, stage, words, type Office } from '../catalogue/office';

let office: Office;
let path: string;

beforeAll(async () => {
  office = await openOffice();
  path = `/venues/${(await stage(office)).venue.id}`;
});
afterAll(() => office.close());

test('a venue renames « Mes justificatifs », closes it, and takes PDF files only', async () => {
  const settings = {
    ...{ proofsOnline: false, proofsLabel: words('Mes pièces', 'My papers'), attachProofs: false },
    proofRules: { formats: ['pdf'], maxBytes: 1024 * 1024 },
  };
  await office.does('put', `${path}/proof-settings`, settings);
  expect(await office.does('get', `${path}/proof-settings`)).toEqual(settings);
  const { body } = await office.call('put', `${path}/proof-settings`, { ...settings, proofsLabel: words('{nom}') }).expect(422);
  expect(body.code).toBe('label-not-accepted');
});

test('deadlines within their limits are kept, and « Mes justificatifs » stays closed', async () => {
  const now = await office.does('get', `${path}/deadlines`);
  expect(await office.does('put', `${path}/deadlines`, { ...now, undoMs: 0 })).toEqual({ ...now, undoMs: 0 });
  expect((await office.call('put', `${path}/deadlines`, { ...now, deadlineMs: 1 })).body.code).toBe('input-invalid');
  expect(await office.does('get', `${path}/proof-settings`)).toMatchObject({ proofsOnline: false });
});

test('addresses change, but none may be the inbox', async () => {
  const now = await office.does('get', `${path}/addresses`);
  const copyAddress = 'accueil@theatre-des-mariniers.example';
  expect(await office.does('put', `${path}/addresses`, { ...now, copyAddress })).toEqual({ ...now, copyAddress });
  const { body } = await office.call('put', `${path}/addresses`, { ...now, copyAddress: now.inboxAddress });
  expect(body.code).toBe('address-not-accepted');
});

test('a venue names the sender of its letters; who says nothing of it leaves the name, and it may be taken away', async () => {
  const { senderName, ...others } = await office.does('get', `${path}/addresses`);
  expect(senderName).toBe('');
  const named = { ...others, senderName: 'Les Mariniers' };
  expect(await office.does('put', `${path}/addresses`, named)).toEqual(named);
  expect(await office.does('put', `${path}/addresses`, others)).toEqual(named);
  for (const wrong of ['accueil@mariniers.example', 'Accueil : les Mariniers', '« Accueil » <accueil>', '\u{1f3ad}']) {
    const { body } = await office.call('put', `${path}/addresses`, { ...others, senderName: wrong }).expect(400);
    expect(body.errors).toEqual([expect.objectContaining({ pointer: '#/senderName' })]);
  }
  expect(await office.does('put', `${path}/addresses`, { ...others, senderName: '' })).toEqual({ ...others, senderName: '' });
});

test('Odile is added, renamed and, once she is not alone, retired', async () => {
  const address = 'odile@theatre-des-mariniers.example';
  const { reviewers } = await office.does('post', `${path}/reviewers`, { name: 'Odile', address });
  const odile = reviewers.find((one: { readonly address: string }) => one.address === address);
  await office.does('put', `${path}/reviewers/${odile.id}`, { name: 'Odile Garnier' });
  expect((await office.call('delete', `${path}/reviewers/${odile.id}`)).body.code).toBe('last-reviewer');
  await office.does('post', `${path}/reviewers`, { name: 'Basile', address: 'basile@theatre-des-mariniers.example' });
  const left = await office.does('delete', `${path}/reviewers/${odile.id}`);
  expect(left.reviewers).toContainEqual({ id: odile.id, name: 'Odile Garnier', address, active: false });
});

test('a reviewer may have an address of any script; what every host must reach is plain before the @', async () => {
  const { reviewers } = await office.does('post', `${path}/reviewers`, { name: 'Zoe\u0301', address: 'Zoe\u0301@xn--thtre-4qa2c.example' });
  expect(reviewers).toContainEqual(expect.objectContaining({ name: 'Zoé', address: 'zoé@théâtre.example' }));
  const now = await office.does('get', `${path}/addresses`);
  const changed = { ...now, copyAddress: 'copie.zoé@théâtre.example', email: 'billetterie@théâtre.example' };
  expect(await office.does('put', `${path}/addresses`, changed)).toEqual(changed);
  for (const field of ['email', 'inboxAddress']) {
    const { body } = await office.call('put', `${path}/addresses`, { ...now, [field]: 'réponses@théâtre.example' });
    expect(body.code).toBe('address-not-accepted');
  }
  await office.does('put', `${path}/addresses`, now);
});

test('a text is tried, saved, reset and brought back; a stale one is refused', async () => {
  const text = `${path}/texts/reminder/fr`;
  const first = await office.does('get', text);
  expect(first).toMatchObject({ version: 0, own: false, versions: [] });
  const written = `${first.text}\n\nÀ très bientôt sur le quai.`;
  const letter = await office.does('post', `${text}/preview`, { text: written });
  expect(letter.html).toContain('très bientôt sur le quai');
  expect(letter.text).toContain('très bientôt sur le quai');
  expect(await office.does('put', text, { text: written, base: 0 })).toMatchObject({ version: 1, own: true, text: written });
  const { body } = await office.call('put', text, { text: first.text, base: 0 }).expect(409);
  expect(body.code).toBe('text-changed-meanwhile');
  expect(await office.does('post', `${text}/reset`, { base: 1 })).toMatchObject({ version: 2, own: false, text: first.text });
  const back = await office.does('post', `${text}/restore`, { base: 2, version: 1 });
  expect(back).toMatchObject({ version: 3, own: true, text: written, versions: [{ version: 3, restored: 1 }, {}, {}] });
  const { texts } = await office.does('get', `${path}/texts`);
  expect(texts).toContainEqual({ kind: 'reminder', language: 'fr', version: 3, own: true });
});

test('each problem of a text is an entry of its own, at the text, in the reader’s language', async () => {
  const put = (kind: string, text: string) =>
    office.call('put', `${path}/texts/${kind}/fr`, { text, base: 0 }).set('Accept-Language', 'fr');
  const { body } = await put('tickets', '{foo} {annonce}').expect(422);
  expect(body.errors).toContainEqual({ in: 'body', pointer: '#/text', detail: expect.stringMatching(/{foo}.*n’est pas un champ/) });
  expect(body.errors.length).toBeGreaterThan(1);
  expect(body.facts).toBeUndefined();
  expect((await put('tickets', '').expect(422)).body.errors).toEqual([
    { in: 'body', pointer: '#/text', detail: expect.stringContaining('Le texte est vide') },
  ]);
});

test('terms and legal notice name who sells and how to reach them', async () => {
  const put = (kind: string) => office.call('put', `${path}/texts/${kind}/fr`, { text: 'Rien.', base: 0 }).expect(422);
  const named = ({ body }: { readonly body: { readonly errors: readonly { readonly detail: string }[] } }) =>
    body.errors.map(({ detail }) => /{([^}]*)}/.exec(detail)?.[1]);
  const seller = ['téléphone', 'organisateur', 'adresse', 'e-mail'];
  expect(named(await put('terms-of-sale'))).toEqual(seller);
  expect(named(await put('legal-notice'))).toEqual(expect.arrayContaining([...seller, 'licences']));
});

test('a text with a field that nothing fills is refused, tried or saved, and so is a version that never was', async () => {
  const text = `${path}/texts/deadline/fr`;
  const unknown = { text: 'Bonjour {licorne}', base: 0 };
  expect((await office.call('post', `${text}/preview`, { text: unknown.text }).expect(422)).body.code).toBe('text-not-accepted');
  expect((await office.call('put', text, unknown).expect(422)).body.code).toBe('text-not-accepted');
  const { body } = await office.call('post', `${text}/restore`, { base: 0, version: 4 });
  expect([body.code, body.errors[0].pointer]).toEqual(['text-version-not-found', '#/version']);
  expect(await office.does('get', text)).toMatchObject({ version: 0, own: false, versions: [] });
});

test('a key of the counter may not change who is asked', async () => {
  const { staff, secrets, clock } = office.world;
  const key = 'cm_test_counter_0123456789';
  await staff.addApiKey({ name: 'the counter', role: 'cashier', hash: secrets.hash(key), at: clock.now() });
  const answer = await office.call('delete', `${path}/reviewers/1`).set('Authorization', `Bearer ${key}`).expect(403);
  expect(answer.body.code).toBe('forbidden');
});

test('no such venue', async () => {
  expect((await office.call('get', '/venues/9999/texts').expect(404)).body.code).toBe('entry-not-found');
});
