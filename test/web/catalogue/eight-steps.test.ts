import request from 'supertest';
import { inDays, openOffice, servicesAnswer, stage, words, type Office } from './office';

/** The first seed's eight steps, in its order, by an office that has a key and nothing else. */
let office: Office;
let of: Awaited<ReturnType<typeof stage>>;

beforeAll(async () => {
  office = await openOffice();
  of = await stage(office);
  await servicesAnswer(office.world);
});
afterAll(() => office.close());

async function missing(): Promise<readonly string[]> {
  const { missing: steps } = await office.does('get', `/catalogue/performances/${of.performance.id}/readiness`);
  return steps.map(({ code }: { readonly code: string }) => code);
}

const publish = () => office.call('post', `/catalogue/performances/${of.performance.id}/publication`);

/** Once a reduced tariff is sold. */
const HOUSE = ['reviewers', 'sender-authentication'];
const LATER_STEPS = ['delivery-with-template', 'tariffs', 'price-grid', 'ticket-template-numbered', 'sale-rule'];

test('before the first step everything is missing, and nothing goes online', async () => {
  expect(await missing()).toEqual(['till-operator', 'sales-channel', 'payment-method', ...LATER_STEPS]);
  const { body } = await publish().expect(409);
  expect(body).toMatchObject({ code: 'not-ready', facts: { missing: expect.stringContaining('till-operator sales-channel') } });
});

test('1. the till operator INTERNET', async () => {
  await office.does('put', '/catalogue/till-operators/INTERNET', { name: 'Internet' });
  expect(await missing()).toEqual(['sales-channel', 'payment-method', ...LATER_STEPS]);
});

test('2. the sales channel INTERNET', async () => {
  await office.does('put', '/catalogue/sales-channels/INTERNET', { name: 'Internet', tillOperator: 'INTERNET', online: true });
  expect(await missing()).toEqual(['payment-method', ...LATER_STEPS]);
});

test('3. the payment method CB INTERNET', async () => {
  await office.does('put', '/catalogue/payment-methods/CB INTERNET', { name: 'Carte bancaire sur internet' });
  expect(await missing()).toEqual(LATER_STEPS);
});

test('4. the delivery methods, as products', async () => {
  await office.does('put', '/catalogue/delivery-methods/held-for-proof', { name: words('Envoi soumis à justificatif'), sort: 1 });
  const home = { name: words('Impression à domicile', 'Print at home'), sort: 2, price: 100, template: 'a4' };
  await office.does('put', '/catalogue/delivery-methods/print-at-home', home);
  expect(await missing()).toEqual(['tariffs', 'price-grid', 'ticket-template-numbered', 'sale-rule']);
});

test('5. the tariffs of the internet, with their fees and proofs', async () => {
  await office.does('put', '/catalogue/tariffs/PLEIN', { name: words('Plein tarif', 'Full tariff'), sort: 1, fee: 150 });
  expect(await missing()).toEqual(['price-grid', 'ticket-template-numbered', 'sale-rule']);
  const student = { name: words('Étudiant', 'Student'), sort: 2, needsProof: true, rule: { kind: 'academic-year' }, retentionDays: 7 };
  const { version } = await office.does('put', '/catalogue/tariffs/ETUD', student);
  expect(await missing()).toEqual(['tariff-proof-types', 'price-grid', 'ticket-template-numbered', 'sale-rule', ...HOUSE]);
  await office.does('put', '/catalogue/proof-types/student-card', { name: words('carte d’étudiant', 'student card') });
  await office.does('put', '/catalogue/tariffs/ETUD', { ...student, proofTypes: ['student-card'], version });
  expect(await missing()).toEqual(['price-grid', 'ticket-template-numbered', 'sale-rule', ...HOUSE]);
});

test('6. the price grid of the show', async () => {
  const cells = [
    { category: '1', tariff: 'PLEIN', price: 2400 },
    { category: '1', tariff: 'ETUD', price: 1400, fee: 50 },
    { category: '2', tariff: 'PLEIN', price: 1800 },
  ];
  const refused = await office.call('put', `/catalogue/shows/${of.show.id}/price-grid`, { cells }).expect(422);
  expect(refused.body.errors).toEqual([{ in: 'body', pointer: '#/cells', detail: expect.stringContaining('2 × ETUD') }]);
  expect(await missing()).toEqual(['price-grid', 'ticket-template-numbered', 'sale-rule', ...HOUSE]);
  const whole = [...cells, { category: '2', tariff: 'ETUD', price: 1000 }];
  await office.does('put', `/catalogue/shows/${of.show.id}/price-grid`, { cells: whole });
  expect(await missing()).toEqual(['ticket-template-numbered', 'sale-rule', ...HOUSE]);
});

test('7. an INTERNET allocation, that the rule of sale draws on', async () => {
  const path = `/catalogue/performances/${of.performance.id}`;
  await office.does('put', `${path}/allocations/INTERNET`, { name: 'Réserve internet' });
  const rule = {
    ...{ opensAt: inDays(-1), closesAt: inDays(29), maxSeats: 6, allocation: 'INTERNET' },
    ...{ tariffs: ['PLEIN', 'ETUD'], deliveryMethods: ['held-for-proof', 'print-at-home'] },
  };
  await office.does('put', `${path}/sale-rules/INTERNET`, rule);
  expect(await missing()).toEqual(['allocation', 'ticket-template-numbered', ...HOUSE]);
  const { allocations } = await office.does('post', `${path}/allocations/INTERNET/top-up`, { category: '1', count: 40 });
  expect(allocations[0].places).toEqual([{ category: '1', free: 40, held: 0, sold: 0, closed: 0 }]);
  expect(await missing()).toEqual(['ticket-template-numbered', ...HOUSE]);
});

test('8. the ticket template', async () => {
  await publish().expect(409);
  await office.does('put', `/catalogue/venues/${of.venue.id}/ticket-templates/a4/numbered`, { name: 'A4, places numérotées' });
  expect(await missing()).toEqual(HOUSE);
});

test('and who checks the proofs, whose answers are believed: then the performance goes online', async () => {
  const { missing: left } = await office.does('get', `/catalogue/performances/${of.performance.id}/readiness`);
  expect(left.flatMap(({ says }: { readonly says: readonly { readonly en: string }[] }) => says.map(({ en }) => en))).toEqual([
    'Nobody is asked to check proofs: they would wait for nobody.',
    'Nobody has said which host tells who wrote a reply: none would be obeyed.',
  ]);
  await publish().expect(409);
  await office.does('post', `/venues/${of.venue.id}/reviewers`, {
    name: 'Billetterie',
    address: 'billetterie@theatre-des-mariniers.example',
  });
  await office.call('put', `/venues/${of.venue.id}/sender-authentication`, { mode: 'ar' }).expect(400);
  const believed = { mode: 'ar', authservId: 'mx.theatre-des-mariniers.example', sameTenant: false };
  expect(await office.does('put', `/venues/${of.venue.id}/sender-authentication`, believed)).toEqual(believed);
  expect(await office.world.inboundMail.authenticationOf('validation@theatre-des-mariniers.example')).toMatchObject({
    mode: 'ar',
    authservId: believed.authservId,
  });
  expect(await missing()).toEqual([]);
  const notice = `/venues/${of.venue.id}/texts/legal-notice/fr`;
  await office.does('post', `${notice}/reset`, { base: 1 });
  expect(await missing()).toEqual(['legal-notice']);
  await publish().expect(409);
  await office.does('put', notice, {
    text: '# Éditeur\n\n{organisateur}, {adresse}, {téléphone}, {e-mail}, {licences}. Direction : Anne Le Goff.',
    base: 2,
  });
  expect(await missing()).toEqual([]);
  const online = await office.does('post', `/catalogue/performances/${of.performance.id}/publication`);
  expect(online).toMatchObject({ ready: true, publishedAt: expect.any(String) });
});

test('and a spectator orders: 24 € and 14 €, with the fee of each tariff', async () => {
  const basket = {
    performanceId: of.performance.id,
    language: 'fr',
    customer: { name: 'Nadia Ferrand', email: 'nadia.ferrand@courriel.example' },
    seats: [
      { tariff: 'PLEIN', category: '1', holder: 'Nadia Ferrand' },
      { tariff: 'ETUD', category: '1', holder: 'Samir Ferrand' },
    ],
    deliveryMethod: 'held-for-proof',
  };
  const { body } = await request(office.url).post('/api/orders').send(basket).expect(201);
  expect(body).toMatchObject({ total: 2400 + 150 + 1400 + 50, paymentUrl: expect.stringContaining('/bac-a-sable?') });
  const order = await office.does('get', `/orders/${body.reference}`);
  expect(order).toMatchObject({ channel: 'INTERNET', seats: [{ place: { row: 'A' } }, { place: { row: 'A' } }] });
  expect((await office.does('get', '/orders?channel=INTERNET')).orders).toHaveLength(1);
  expect((await office.does('get', '/orders?channel=GUICHET&text=Nadia')).orders).toEqual([]);
});

test('every step is in the record, with who made it', async () => {
  const { changes } = await office.does('get', '/catalogue/changes?limit=200');
  expect(new Set(changes.map(({ kind }: { readonly kind: string }) => kind))).toEqual(
    new Set(['venue', 'venue-text', 'room', 'show', 'performance', 'till-operator', 'sales-channel', 'payment-method', 'delivery-method', 'tariff', 'proof-type', 'price-grid', 'allocation', 'sale-rule', 'ticket-template', 'reviewer', 'sender-authentication', 'publication']), // prettier-ignore
  );
  expect(changes.at(-1)).toMatchObject({ kind: 'venue', who: 'the office', door: 'api', after: { name: 'Théâtre des Mariniers' } });
});
