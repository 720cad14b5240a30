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
  const before = [...theatre.book.values()].map(({ state }) => state);
  for (const [otherPath, otherBody] of COMMANDS.filter(([one, two]) => one !== path || two !== body)) {
    const { status, body: problem } = await ask(otherPath, otherBody);
    expect([otherPath, status, problem.code]).toEqual([otherPath, 422, 'key-used-already']);
  }
  expect([...theatre.book.values()].map(({ state }) => state)).toEqual(before);
  expect((await ask(path, body)).status).toBe(first.status);
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
  expect(proofs()).toEqual(['approved', 'under-review']);
});
