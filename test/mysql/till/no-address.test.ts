import { randomBytes } from 'node:crypto';
import { down, up } from '../../../migrations/0146-customers-without-address';
import { apply } from '../../../src/domain/order/apply';
import { createAttestations } from '../../../src/mysql/attestations';
import { createLetters } from '../../../src/mysql/letters/letters';
import { createPlaceOrder } from '../../../src/use-cases/place-order';
import { NO_LIMITS } from '../../fakes/hold-limits';
import { stoppedClock } from '../../fakes/clock';
import { later, NOW, openBoxOffice, type BoxOffice } from '../open-box-office';
import { defined } from '../../fakes/defined';

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  for (const table of ['attestations', 'audit_events', 'tickets', 'products', 'outgoing_mail']) await office.knex(table).delete();
  await office.clear();
});

const AT_THE_COUNTER = { channel: 'GUICHET', operator: 'GUICHET' } as const;

/** Paid across the counter, its story begun; returns the keys that are handed over. */
async function sell(customer: { readonly name: string; readonly email?: string }) {
  const draft = await office.draft({ channel: 'GUICHET' });
  const { reference } = await office.orders.place({ ...draft, ...AT_THE_COUNTER, customer });
  await office.payments.take({ order: reference, method: 'ESPECES', ...AT_THE_COUNTER, at: NOW });
  const story = await office.orders.story(reference);
  if (!story) throw new Error('The order was paid.');
  const event = { kind: 'started', at: Date.parse(NOW) } as const;
  const { state, effects } = apply(story, event);
  return { reference, keys: await office.record.record({ event, state, effects }) };
}

const kinds = (order: string) =>
  office.knex('outgoing_mail').where({ order_reference: order, state: 'queued' }).orderBy('id').pluck('kind');

test('to whoever has no address no letter is written: their tickets are printed, and the venue has its copy', async () => {
  const { reference, keys } = await sell({ name: 'Paul Roussel' });
  expect((await office.orders.view(reference))?.customer).toEqual({ number: expect.any(Number), name: 'Paul Roussel', email: undefined });
  expect(await kinds(reference)).toEqual(['venue-copy']);
  expect((await office.orders.view(reference))?.tickets).toMatchObject([{ admission: 'valid' }]);
  // The story hears of its tickets as of any that were handed over.
  const tickets = `tickets:${reference}:1`;
  expect(keys).toContain(tickets);
  expect(await createLetters(office).unsent(tickets)).toBeUndefined();
});

test('the history names who sold, and who confirmed to have seen the proofs', async () => {
  const draft = await office.draft({ channel: 'GUICHET' });
  const { reference } = await office.orders.place({ ...draft, ...AT_THE_COUNTER, soldBy: 'staff:5', customer: { name: 'Paul Roussel' } });
  await office.payments.take({ order: reference, method: 'ESPECES', ...AT_THE_COUNTER, at: NOW });
  const event = { kind: 'started', at: Date.parse(NOW) } as const;
  await office.record.record({ event, ...apply((await office.orders.story(reference))!, event) });
  expect((await office.orders.timeline(reference)).at(-1)).toMatchObject({ event: 'started', actor: 'staff:5', detail: { released: [1] } });
  const attestation = { order: reference, command: `sale-${reference}`, sentence: 'Justificatifs vus.', by: 'staff:5', at: NOW };
  await createAttestations(office).write(attestation);
  expect((await office.orders.timeline(reference)).at(-1)).toMatchObject({ actor: 'staff:5', detail: { proofsSeen: true } });
  const { reference: online } = await sell({ name: 'Zoé Martin' });
  expect((await office.orders.timeline(online)).at(-1)).toMatchObject({ actor: 'system' });
});

test('two of one name without an address are two customers; an address noted later is theirs alone', async () => {
  const [one, other] = [await sell({ name: 'Paul Roussel' }), await sell({ name: 'Paul Roussel' })];
  const numbers = [one, other].map(async ({ reference }) => (await office.orders.view(reference))?.customer.number);
  expect(new Set(await Promise.all(numbers)).size).toBe(2);
  const change = { command: 'desk-1', by: { role: 'staff', id: 5 }, door: 'desk', at: later(30), email: 'paul@courriel.example' } as const;
  await office.orders.renewLink(one.reference, change);
  const emails = [one, other].map(async ({ reference }) => (await office.orders.view(reference))?.customer.email);
  expect(await Promise.all(emails)).toEqual(['paul@courriel.example', undefined]);
});

test('no link is made for whoever has no address, and the version stays', async () => {
  const { reference } = await sell({ name: 'Paul Roussel' });
  const change = { command: 'desk-2', by: { role: 'staff', id: 5 }, door: 'desk', at: later(30) } as const;
  await expect(office.orders.renewLink(reference, change)).rejects.toMatchObject({ code: 'no-address' });
  expect((await office.orders.view(reference))?.linkVersion).toBe(1);
});

test('a seat whose proof is still to be seen asks for an address, to be asked there', async () => {
  const clock = stoppedClock(NOW);
  const place = createPlaceOrder({ ...office, clock, random: randomBytes, holdMs: 900_000, holdLimits: NO_LIMITS });
  const seats = [{ tariff: 'ETUD', category: '1', holder: 'Paul Roussel' }];
  const basket = {
    ...AT_THE_COUNTER,
    performanceId: office.theatre.phare,
    language: 'fr',
    customer: { name: 'Paul Roussel' },
    seats,
  } as const;
  const held = place({ ...basket, deliveryMethod: 'held-for-proof' });
  await expect(held).rejects.toMatchObject({ code: 'input-invalid', detail: { field: 'customer/email' } });
  await place({ ...basket, deliveryMethod: 'print-at-home', proofsSeen: true });
});

test('those to whom the theatre’s own address was given before have none; nobody else loses theirs', async () => {
  const { knex } = office;
  const { copy_address: own } = defined(await knex('venues').first('copy_address'));
  const paul = await sell({ name: 'Paul Roussel', email: own });
  const lea = await sell({ name: 'Léa Roussel', email: 'lea@courriel.example' });
  expect(await kinds(paul.reference)).toEqual(['tickets', 'venue-copy']);
  await up(knex);
  await up(knex); // cut and run again
  expect((await office.orders.view(paul.reference))?.customer.email).toBeUndefined();
  expect((await office.orders.view(lea.reference))?.customer.email).toBe('lea@courriel.example');
  expect([await kinds(paul.reference), await kinds(lea.reference)]).toEqual([['venue-copy'], ['tickets', 'venue-copy']]);
  await down(knex);
  expect((await office.orders.view(paul.reference))?.customer.email).toBe(own);
  await up(knex);
});
