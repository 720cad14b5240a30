import request from 'supertest';
import { PHARE } from '../people';
import type { Theatre } from './harness';
import { API_KEY, HELENE_AT_THE_TILL, openTheatre } from './harness';
import { formFields, signsIn } from './visitor';

/** A body that says two things under one name is read in no way at all. */
let theatre: Theatre;
beforeEach(async () => {
  theatre = await openTheatre();
});
afterEach(() => theatre.close());

const ENTRY = '{"id":"5b7a3c1e-0f64-4d58-9a0a-3f1f0f6f8a11","ticket":"CM-7K2M-4Q9T-1","proofSeen":false,"typed":true}';

const sends = (path: string, body: string, type = 'application/json') =>
  request(theatre.url).post(path).set('Authorization', `Bearer ${API_KEY}`).set('Content-Type', type).send(body);
const address = () => theatre.book.get('7K2M-4Q9T')?.view.customer.email;

it.each([
  ['twice', '{"email":"camille@one.example","email":"camille@two.example"}', '#/email'],
  ['twice, once with an escape', '{"email":"camille@one.example","e\\u006dail":"camille@two.example"}', '#/email'],
  ['twice with the same value', '{ "email" : "camille@one.example" , "email" : "camille@one.example" }', '#/email'],
])('an address told %s is nobody’s: 400, and where', async (_how, body, pointer) => {
  const before = address();
  const answer = await sends('/api/orders/7K2M-4Q9T/address', body).set('Accept-Language', 'en');
  expect([answer.status, answer.body.code, address()]).toEqual([400, 'input-invalid', before]);
  expect(answer.body.errors).toEqual([{ in: 'body', pointer, detail: 'This field is given twice: one value is expected.' }]);
});

it('however deep it stands', async () => {
  const seats = '[{"tariff":"PLEIN","category":"1","holder":"Camille"},{"tariff":"PLEIN","category":"1","holder":"A","holder":"B"}]';
  const order = `{"performanceId":${PHARE.id},"customer":{"name":"Camille","email":"c@courriel.example"},"deliveryMethod":"PRINT_AT_HOME","seats":${seats}}`;
  const { status, body } = await sends('/api/orders', order);
  expect([status, body.errors]).toEqual([
    400,
    [{ in: 'body', pointer: '#/seats/1/holder', detail: 'Ce champ est donné deux fois\u00a0: une seule valeur est attendue.' }],
  ]);
});

it('the same name in two objects, and a text that looks like one, are no such thing', async () => {
  const customer = '{"name":"C \\"name\\":\\"x\\", {}","email":"c@courriel.example"}';
  const seat = '{"tariff":"PLEIN","category":"1","holder":"Camille"}';
  const order = `{"performanceId":${PHARE.id},"customer":${customer},"deliveryMethod":"PRINT_AT_HOME","seats":[${seat},${seat}]}`;
  expect((await sends('/api/orders', order)).status).not.toBe(400);
});

it('what is no JSON stays unreadable', async () => {
  const { status, body } = await sends('/api/orders', '{"a":1,"a"');
  expect([status, body.code]).toEqual([400, expect.stringMatching(/request-unreadable|input-invalid/)]);
});

it('nor at the door, where a device sends its entries', async () => {
  const helene = await signsIn(theatre, HELENE_AT_THE_TILL);
  const { text } = await helene.get(`/controle/${PHARE.id}`);
  const { _csrf } = formFields(text, `/controle/${PHARE.id}`);
  const answer = await helene
    .post(`/controle/${PHARE.id}/entrees`)
    .set('Content-Type', 'application/json')
    .send(`{"_csrf":"${_csrf}","checkIns":[${ENTRY}],"checkIns":[${ENTRY}]}`);
  expect([answer.status, theatre.checkIns.entries.length]).toEqual([400, 0]);
});
