import { closedAfterwards } from '../../closed-afterwards';
import { openOffice, stage, type Office } from '../catalogue/office';
import { MEHDI_IN_THE_OFFICE, openTheatre } from '../harness';
import { formFields, signsIn, unmarked } from '../visitor';

/** Another way into the inbox that the product reads. */
const SUB = 'Validation+sub@theatre-des-mariniers.example';
const LEA = 'lea+guichet@theatre-des-mariniers.example';
const LEAS_MAILBOX = 'lea@theatre-des-mariniers.example';

const saysWhy = (pointer: string, address: string) => ({
  ...{ in: 'body', pointer },
  detail: expect.stringMatching(new RegExp(`${address.replace('+', '.')}.* arrive dans la boîte que Contremarque relève`, 'i')),
});

describe('nobody is written to at an address that the product itself reads', () => {
  let office: Office;
  let path: string;
  let venue: number;
  beforeAll(async () => {
    office = await openOffice();
    venue = (await stage(office)).venue.id;
    path = `/venues/${venue}`;
  });
  afterAll(() => office.close());

  async function refused(method: 'post' | 'put', asked: string, body: object) {
    const answer = await office.call(method, asked, body);
    expect([answer.status, answer.body.code]).toEqual([422, expect.stringMatching(/^(address|entry)-not-accepted$/)]);
    return answer.body.errors;
  }

  test.each(['copyAddress', 'escalationAddress', 'email'])('%s', async (field) => {
    const now = await office.does('get', `${path}/addresses`);
    expect(await refused('put', `${path}/addresses`, { ...now, [field]: SUB })).toEqual([saysWhy(`#/${field}`, SUB)]);
    const { id: _id, active: _active, ...entry } = await office.does('get', `/catalogue/venues/${venue}`);
    expect(await refused('put', `/catalogue/venues/${venue}`, { ...entry, [field]: SUB })).toEqual([saysWhy(`#/${field}`, SUB)]);
  });

  test('a reviewer, and an account that gets letters', async () => {
    expect(await refused('post', `${path}/reviewers`, { name: 'Boucle', address: SUB })).toEqual([saysWhy('#/address', SUB)]);
    expect(await refused('post', '/staff', { name: 'Boucle', email: SUB, role: 'reviewer' })).toEqual([saysWhy('#/email', SUB)]);
  });

  test('and no inbox is read where somebody is written to', async () => {
    await office.does('post', `${path}/reviewers`, { name: 'Odile', address: 'odile@theatre-des-mariniers.example' });
    const { reviewers } = await office.does('post', `${path}/reviewers`, { name: 'Léa', address: LEA });
    const lea = reviewers.find(({ name }: { readonly name: string }) => name === 'Léa');
    const now = await office.does('get', `${path}/addresses`);
    const moved = { ...now, inboxAddress: LEAS_MAILBOX };
    expect(await refused('put', `${path}/addresses`, moved)).toEqual([saysWhy('#/inboxAddress', LEA)]);
    const { id: _id, active: _active, ...entry } = await office.does('get', `/catalogue/venues/${venue}`);
    const entryMoved = { ...entry, inboxAddress: LEAS_MAILBOX };
    expect(await refused('put', `/catalogue/venues/${venue}`, entryMoved)).toEqual([saysWhy('#/inboxAddress', LEA)]);
    await office.does('delete', `${path}/reviewers/${lea.id}`);
    await office.does('put', `${path}/addresses`, moved);
    // who comes back is looked at again
    expect(await refused('post', `${path}/reviewers`, { name: 'Léa', address: LEA })).toEqual([saysWhy('#/address', LEA)]);
    await office.does('put', `${path}/addresses`, now);
  });

  test('what was kept before is shown where one looks before going online', async () => {
    await office.world.venueSettings.addReviewer(venue, { name: 'Boucle', address: SUB.toLowerCase() }, { by: { role: 'system' }, door: 'system', at: office.world.clock.now() }); // prettier-ignore
    const { performances } = await office.does('get', '/catalogue/shows/1/readiness');
    const loops = performances[0].missing.filter(({ code }: { readonly code: string }) => code === 'own-inbox');
    expect(loops).toMatchObject([{ step: 'reviewers', names: [SUB.toLowerCase()] }]);
    expect(loops[0].says[0].fr).toContain('arrive dans la boîte que Contremarque relève');
  });
});

test('the page says so too, and keeps what was typed', async () => {
  const theatre = closedAfterwards(await openTheatre());
  const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
  const action = '/guichet/reglages/adresses/personnes';
  const { text } = await mehdi.get('/guichet/reglages/adresses').expect(200);
  const { _csrf } = formFields(text, action);
  const answer = await mehdi.post(action).type('form').send({ _csrf, name: 'Boucle', address: 'Justificatifs+sub@theatre-des-mariniers.example' }); // prettier-ignore
  expect(answer.status).toBe(422);
  expect(unmarked(answer.text)).toContain(`arrive dans la boîte que Contremarque relève (justificatifs@theatre-des-mariniers.example)`);
  expect(answer.text).toContain('value="Boucle"');
});
