import request from 'supertest';
import { Away, NotYetHeard } from '../../src/domain/away';
import { ORDER } from '../people';
import type { Theatre } from './harness';
import { API_KEY, openTheatre, SOPHIE_AT_THE_DESK } from './harness';
import { formFields, signsIn } from './visitor';

let theatre: Theatre;
afterEach(() => theatre.close());

async function openWhere(fault: Error): Promise<void> {
  const fails = () => Promise.reject(fault);
  theatre = await openTheatre({
    orders: [ORDER, { ...ORDER, reference: LOST }],
    needs: ({ deeds, orders }) => ({
      deeds: { ...deeds, decisions: { ...deeds.decisions, decide: fails }, changeOrder: { ...deeds.changeOrder, cancel: fails } },
      orders: { ...orders, timeline: (reference) => (reference === LOST ? fails() : orders.timeline(reference)) },
    }),
  });
}

const LOST = '9Z8Y-7X6W';

/** What a driver says of a line that broke, or never was. */
const line = (code: string) => Object.assign(new Error('no line'), { code });

const FAULTS: readonly (readonly [what: string, code: string, fault: () => Error])[] = [
  ['Temporal cannot be reached', 'unavailable', () => new Away(new Error('14 UNAVAILABLE'))],
  ['the database cannot be reached', 'unavailable', () => line('ECONNREFUSED')],
  ['no worker answers', 'not-yet-heard', () => new NotYetHeard(new Error('4 DEADLINE_EXCEEDED'))],
  ['the line to the database broke', 'not-yet-heard', () => line('PROTOCOL_CONNECTION_LOST')],
];

describe.each(FAULTS)('while %s', (_what, code, fault) => {
  beforeEach(() => openWhere(fault()));

  it.each([
    ['decisions', { answers: [{ seats: [3], kind: 'approve' }] }],
    ['cancellation', {}],
  ])('a program that sends its %s hears whether it may still be obeyed', async (command, body) => {
    const path = `/api/orders/${ORDER.reference}/${command}`;
    const { status, headers, body: problem } = await request(theatre.url).post(path).set('Authorization', `Bearer ${API_KEY}`).send(body);
    expect([status, problem.code, headers['retry-after'], problem.facts]).toEqual([503, code, '15', { seconds: 15 }]);
    expect(String(problem.title).includes('rien n’a changé')).toBe(code === 'unavailable');
  });

  it('staff hear it in their own words, and how to send the form again', async () => {
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const page = `/guichet/controle/${ORDER.reference}`;
    const { text } = await sophie.get(`${page}?place=3`);
    const form = { ...formFields(text, page), kind: 'more-info', words: 'Le verso, s’il vous plaît.' };
    const answer = await sophie.post(page).type('form').send(form);
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '15']);
    expect(answer.text).not.toContain('appelez-nous');
    expect(answer.text).toContain(code === 'unavailable' ? 'rien n’a changé' : 'peut encore être enregistré');
    expect(answer.text.includes('il porte sa propre clé')).toBe(code === 'not-yet-heard');
  });

  it('whoever only reads is told that nothing has changed', async () => {
    const read = request(theatre.url).get(`/api/orders/${LOST}/timeline`).set('Authorization', `Bearer ${API_KEY}`);
    expect((await read).body).toMatchObject({ status: 503, code: 'unavailable' });
  });
});
