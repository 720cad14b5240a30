import { formFields, unmarked, type Visitor } from '../visitor';
import { CAMILLE, sends } from './shopping';
import { back, DETAILS, PAYMENT, openToSpectators } from './spectator';

/** « Vos coordonnées » in two tabs: the order of one waits for its payment when the other is sent, with other words in it. */
let theatre: Awaited<ReturnType<typeof openToSpectators>>;
beforeAll(async () => {
  theatre = await openToSpectators();
});
afterAll(() => theatre.shop.close());

const MISTYPED = { ...CAMILLE, name: 'Camile Rousel', email: 'camile.rousel@courriel.example' };
const CUSTOMER = { name: CAMILLE.name, email: CAMILLE.email };

/** The first tab has ordered with a slip in its details; `second`: the form of the other one. */
async function ordered() {
  const camille = theatre.arrives();
  await theatre.chooses(camille);
  const second = formFields((await camille.get(DETAILS)).text, DETAILS);
  const paying = await sends(camille, DETAILS, MISTYPED);
  const [, reference = ''] = /reference=([0-9A-Z-]{9})\./.exec(String(paying.headers['location'])) ?? [];
  return { camille, second, reference };
}

const sent = (camille: Visitor, form: object) => camille.post(DETAILS).type('form').send(form); // prettier-ignore
const view = (reference: string) => theatre.shop.world.orders.view(reference);

it('other details are not dropped: the order that waits is told, with whom it is for, and nothing goes to the payment', async () => {
  const { camille, second, reference } = await ordered();
  const told = await sent(camille, { ...second, ...CAMILLE });
  expect(told.status).toBe(409);
  for (const words of [`Commande ${reference}`, MISTYPED.name, MISTYPED.email, 'Revenir à mon panier', 'Reprendre le paiement de'])
    expect(unmarked(told.text)).toContain(words);
});

it('they are still there on the way back to the basket, and win', async () => {
  const { camille, second, reference } = await ordered();
  const { text } = await sent(camille, { ...second, ...CAMILLE });
  const action = `/commande/${reference}/panier`;
  await camille.post(action).type('form').send(formFields(text, action)).expect(303, /\/panier/); // prettier-ignore
  for (const words of Object.values(CUSTOMER)) expect((await camille.get(DETAILS)).text).toContain(`value="${words}"`);
  const last = await theatre.orders(camille);
  expect(await view(last)).toMatchObject({ customer: CUSTOMER });
  expect(await view(reference)).toMatchObject({ payment: 'expired' });
});

it('the first ones may be kept: the payment goes on from there', async () => {
  const { camille, second, reference } = await ordered();
  const { text } = await sent(camille, { ...second, ...CAMILLE });
  const paying = await camille.post(back(reference)).type('form').send(formFields(text, back(reference))); // prettier-ignore
  expect(paying.headers['location']).toMatch(PAYMENT);
});

it.each([
  ['another name on a ticket', { 'holder-2': 'Paul Rousel' }],
  ['another address', { email: CAMILLE.email }],
])('%s is told too', async (_what, typed) => {
  const { camille, second } = await ordered();
  expect((await sent(camille, { ...second, ...MISTYPED, ...typed })).status).toBe(409);
});

it('the same details go on to the payment, as of one form that was sent twice', async () => {
  const { camille, second } = await ordered();
  const answer = await sent(camille, { ...second, ...MISTYPED, email: ` ${MISTYPED.email} ` });
  expect(answer.headers['location']).toMatch(PAYMENT);
});

it('« Revoir le panier » of the other tab pays nothing', async () => {
  const { camille, second } = await ordered();
  const answer = await sent(camille, { ...second, ...CAMILLE, back: '1' });
  expect([answer.status, answer.headers['location']]).toEqual([303, '/panier']);
});

it('two forms at once, with other words each, make one order: the other one is told', async () => {
  const camille = theatre.arrives();
  await theatre.chooses(camille);
  const form = formFields((await camille.get(DETAILS)).text, DETAILS);
  const answers = await Promise.all([sent(camille, { ...form, ...CAMILLE }), sent(camille, { ...form, ...MISTYPED })]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 409]));
  const told = answers.find(({ status }) => status === 409);
  expect(told?.text).toContain('Revenir à mon panier');
  expect(told?.text).not.toContain('Quelques champs');
});

describe('an order that waits for its payment leads back to its basket', () => {
  it.each([['/panier'], [DETAILS], ['/commande/:reference']])('from %s', async (page) => {
    const camille = theatre.arrives();
    await theatre.chooses(camille);
    const seats = await theatre.seatsOf(camille);
    const reference = await theatre.orders(camille);
    const action = `/commande/${reference}/panier`;
    const { text } = await camille.get(page.replace(':reference', reference)).expect(200);
    expect(text).toContain('Revenir à mon panier');
    await camille.post(action).type('form').send(formFields(text, action)).expect(303, /\/panier/); // prettier-ignore
    expect(await theatre.seatsOf(camille)).toEqual(seats);
    expect((await camille.get(DETAILS)).text).toContain(`value="${CAMILLE.email}"`);
  });
});
