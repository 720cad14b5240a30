import request from 'supertest';
import type { OrderView } from '../../src/domain/order-view';
import { ORDER } from '../people';
import type { Theatre } from './harness';
import { API_KEY, openTheatre, SOPHIE_AT_THE_DESK } from './harness';
import { formFields, signsIn } from './visitor';

const OTHER: OrderView = { ...ORDER, reference: '9Z8Y-7X6W' };

let theatre: Theatre;
beforeEach(async () => {
  theatre = await openTheatre({ orders: [ORDER, OTHER] });
});
afterEach(() => theatre.close());

const ask = (path: string, body: object, key = 'key-number-1') =>
  request(theatre.url).post(`/api/orders${path}`).set('Authorization', `Bearer ${API_KEY}`).set('Idempotency-Key', key).send(body);

const REFUSE = { answers: [{ seats: [3], kind: 'refuse', reason: 'unreadable' }] };

/** Every command by API that takes a key, and one that could be taken for it. */
const COMMANDS: readonly (readonly [path: string, body: object])[] = [
  [`/${ORDER.reference}/decisions`, { answers: [{ seats: [3], kind: 'approve' }] }],
  [`/${ORDER.reference}/decisions`, REFUSE],
  [`/${OTHER.reference}/decisions`, { answers: [{ seats: [3], kind: 'approve' }] }],
  [`/${ORDER.reference}/seats/2/revocation`, { reason: 'suspected-forgery' }],
  [`/${ORDER.reference}/seats/2/revocation`, { reason: 'other', words: 'Une copie.' }],
  [`/${ORDER.reference}/undo`, {}],
  [`/${ORDER.reference}/cancellation`, {}],
  [`/${ORDER.reference}/refund`, {}],
  [`/${ORDER.reference}/refund`, { payment: 1 }],
  [`/${ORDER.reference}/seats/5/difference`, { operator: 'GUICHET', method: 'ESPECES' }],
  [`/${ORDER.reference}/seats/5/difference`, { operator: 'GUICHET', method: 'CB GUICHET' }],
  [`/${ORDER.reference}/seats/5/difference/return`, {}],
  [`/${ORDER.reference}/tickets/resend`, {}],
  [`/${OTHER.reference}/tickets/resend`, {}],
  [`/${ORDER.reference}/link/renewal`, {}],
  [`/${OTHER.reference}/link/renewal`, {}],
  [`/${ORDER.reference}/address`, { email: 'camille@autre.example' }],
  [`/${ORDER.reference}/address`, { email: 'camille@encore.example' }],
];

it.each(COMMANDS)('the key of %s is good for nothing else', async (path, body) => {
  const first = await ask(path, body);
  // What the rules refuse is not done: its key is free, as the tests below say.
  if (first.status !== 200) return;
  const before = [...theatre.book.values()].map(({ state }) => state);
  for (const [otherPath, otherBody] of COMMANDS.filter(([one, two]) => one !== path || two !== body)) {
    const { status, body: problem } = await ask(otherPath, otherBody);
    expect([otherPath, status, problem.code]).toEqual([otherPath, 422, 'key-used-already']);
  }
  expect([...theatre.book.values()].map(({ state }) => state)).toEqual(before);
  expect((await ask(path, body)).status).toBe(200);
});

describe('a command that the rules refused, nothing being done', () => {
  it.each([
    ['a seat that is not asked about', { answers: [{ seats: [1], kind: 'approve' }] }],
    ['a seat that is not there', { answers: [{ seats: [9], kind: 'approve' }] }],
    ['an answer to a review that is not the last', { review: 99, answers: [{ seats: [3], kind: 'approve' }] }],
  ])('leaves its key to the corrected one: %s', async (_, wrong) => {
    const path = `/${ORDER.reference}/decisions`;
    const refused = await ask(path, wrong);
    expect([refused.status >= 400, refused.body.code !== 'key-used-already']).toEqual([true, true]);
    expect((await ask(path, wrong)).body.code).toBe(refused.body.code);
    expect((await ask(path, REFUSE)).status).toBe(200);
    expect((await ask(path, wrong)).body.code).toBe('key-used-already');
  });

  it('leaves its key to another command', async () => {
    expect((await ask(`/${ORDER.reference}/refund`, {})).body.code).toBe('refund-not-due');
    expect((await ask(`/${ORDER.reference}/cancellation`, {})).status).toBe(200);
    expect((await ask(`/${ORDER.reference}/refund`, {})).body.code).toBe('key-used-already');
  });

  it('leaves its key to the corrected address', async () => {
    const inbox = ORDER.venue.inboxAddress;
    expect((await ask(`/${ORDER.reference}/address`, { email: inbox })).body.code).toBe('address-of-the-house');
    expect((await ask(`/${ORDER.reference}/address`, { email: 'camille@autre.example' })).status).toBe(200);
  });

  it('leaves the form of the desk to the corrected answer', async () => {
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const page = `/guichet/controle/${ORDER.reference}`;
    const form = {
      ...formFields((await sophie.get(`${page}?place=3`)).text, page),
      kind: 'more-info',
      words: 'Le verso, s’il vous plaît.',
    };
    const refused = await sophie.post(page).type('form').send({ ...form, seat: '1' }); // prettier-ignore
    expect(refused.status).toBeGreaterThanOrEqual(400);
    await sophie.post(page).type('form').send(form).expect(303); // prettier-ignore
  });
});

it('the same decision under the same key is the same decision', async () => {
  const first = await ask(`/${ORDER.reference}/decisions`, REFUSE);
  const again = await ask(`/${ORDER.reference}/decisions`, REFUSE);
  expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
});

it('a form of the desk that was sent already does not answer for another answer', async () => {
  const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
  const page = `/guichet/controle/${ORDER.reference}`;
  const { text } = await sophie.get(`${page}?place=3`);
  const form = { ...formFields(text, page), kind: 'more-info', words: 'Le verso, s’il vous plaît.' };
  await sophie.post(page).type('form').send(form).expect(303); // prettier-ignore
  const other = await sophie.post(page).type('form').send({ ...form, kind: 'approve', attested: 'yes' }); // prettier-ignore
  expect(other.status).toBe(422);
  expect(other.text).toContain('a déjà servi à autre chose');
  expect(theatre.book.get(ORDER.reference)?.view.seats[2]?.proof).toBe('more-info');
});

it('a form that takes an answer back, sent twice, takes back nothing else', async () => {
  const proofs = () => [3, 4].map((no) => theatre.book.get(ORDER.reference)?.view.seats[no - 1]?.proof);
  for (const no of [3, 4]) await ask(`/${ORDER.reference}/decisions`, { answers: [{ seats: [no], kind: 'approve' }] }, `approves-${no}`);
  const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
  const page = `/guichet/controle/${ORDER.reference}/annuler`;
  const form = formFields((await sophie.get(`/guichet?repondu=${ORDER.reference}`)).text, page);
  await sophie.post(page).type('form').send(form).expect(303);
  await sophie.post(page).type('form').send(form).expect(303);
  // The first form on the page is that of the first answer.
  expect(proofs()).toEqual(['under-review', 'approved']);
});

it('a form that sends the tickets again, sent twice, sends them once more', async () => {
  const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
  const page = `/guichet/commandes/${ORDER.reference}`;
  const form = formFields((await sophie.get(page)).text, page);
  const before = theatre.book.get(ORDER.reference)?.state.seq ?? 0;
  for (let time = 0; time < 2; time += 1) await sophie.post(page).type('form').send(form).expect(303); // prettier-ignore
  expect((theatre.book.get(ORDER.reference)?.state.seq ?? 0) - before).toBe(1);
});
