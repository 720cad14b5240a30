import request from 'supertest';
import { studentCard } from '../../files/papers';
import type { Theatre } from '../harness';
import { API_KEY, openTheatre, SOPHIE_AT_THE_DESK } from '../harness';
import type { Visitor } from '../visitor';
import { enters, formFields, signsIn } from '../visitor';

const HOME = '/commande/7K2M-4Q9T';
const REVIEW = '/guichet/controle/7K2M-4Q9T';
const SEAT = 3;

let theatre: Theatre;
let camille: Visitor;
let sophie: Visitor;
afterEach(() => theatre.close());

beforeEach(async () => {
  theatre = await openTheatre();
  camille = await enters(theatre);
  sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
});

async function sends(): Promise<void> {
  const action = `${HOME}/places/${SEAT}/justificatif`;
  const { _csrf = '' } = formFields((await camille.get(HOME)).text, `${HOME}/places/5/justificatif`);
  await camille.post(action).field('_csrf', _csrf).attach('proof', await studentCard(), 'carte.jpg').expect(303); // prettier-ignore
}

const opens = async () => formFields((await sophie.get(`${REVIEW}?place=${SEAT}`)).text, REVIEW);
const accepts = async (form: Readonly<Record<string, string>>) =>
  sophie.post(REVIEW).type('form').send({ ...form, kind: 'approve', attested: 'yes' }); // prettier-ignore
/** As the state of a story is that began under an earlier release. */
function forgetsFiles(): void {
  const page = theatre.book.get('7K2M-4Q9T');
  if (page) page.state = { ...page.state, seats: page.state.seats.map(({ files: _files, ...seat }) => seat) };
}

const proof = () => theatre.book.get('7K2M-4Q9T')?.view.seats[SEAT - 1]?.proof;

it('a file that came while the page was open is accepted by nobody who has not seen it, whether or not a request is open', async () => {
  await sends();
  const { review: _none, ...form } = await opens();
  await sends();
  const { status, text } = await accepts(form);
  expect([status, proof()]).toEqual([422, 'under-review']);
  expect(text).toContain('D’autres justificatifs sont arrivés depuis');
  expect(text).not.toMatch(/name="(kind|attested)"[^>]*checked/);
  expect((await accepts(await opens())).status).toBe(303);
  expect(proof()).toBe('approved');
});

it('so it is of an order whose story was told of its proofs before they had names', async () => {
  await sends();
  const { review: _none, ...form } = await opens();
  await sends();
  forgetsFiles();
  expect([(await accepts(form)).status, proof()]).toEqual([422, 'under-review']);
  const decide = (kind: string, proofs: readonly string[]) =>
    request(theatre.app).post('/api/orders/7K2M-4Q9T/decisions').set('Authorization', `Bearer ${API_KEY}`).send({ answers: [{ seats: 'all', kind }], proofs }); // prettier-ignore
  expect((await decide('approve', ['proof-of-before']).expect(409)).body.code).toBe('review-superseded');
  expect((await accepts(await opens())).status).toBe(303);
  expect(proof()).toBe('approved');
});

it('a program that names the proofs that were looked at is told so too', async () => {
  await sends();
  const current = () => (theatre.book.get('7K2M-4Q9T')?.view.proofs ?? []).filter(({ seats, replaced }) => seats.includes(SEAT) && !replaced); // prettier-ignore
  const seen = current().map(({ id }) => id);
  await sends();
  const decide = (proofs: readonly string[]) =>
    request(theatre.app).post('/api/orders/7K2M-4Q9T/decisions').set('Authorization', `Bearer ${API_KEY}`).send({ answers: [{ seats: [SEAT], kind: 'approve' }], proofs }); // prettier-ignore
  const { body } = await decide(seen).expect(409);
  expect(body.code).toBe('review-superseded');
  await decide(current().map(({ id }) => id)).expect(200);
});
