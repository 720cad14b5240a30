import { PHARE } from '../people';
import type { Theatre } from './harness';
import { HELENE_AT_THE_TILL, MEHDI_IN_THE_OFFICE, openTheatre } from './harness';
import type { Visitor } from './visitor';
import { formFields, signsIn, unmarked, visitor } from './visitor';

/** « gmial.con » is asked about wherever somebody types an address that letters will go to; sent a second time, it is meant. */
let theatre: Theatre;
beforeEach(async () => {
  theatre = await openTheatre();
});
afterEach(() => theatre.close());

const SLIP = 'camille.roussel@gmial.con';
const ADDRESSES = '/guichet/reglages/adresses';
const REVIEWERS = `${ADDRESSES}/personnes`;
const STAFF = '/guichet/reglages/comptes';
const TILL = `/guichet/caisse/${PHARE.id}`;

const posts = (who: Visitor, action: string, fields: object) => who.post(action).type('form').send(fields);

interface Typed {
  readonly page: string;
  readonly action: string;
  readonly typed: object;
}

/** What the page answers first, and what it answers to the same form sent once more. */
async function sentTwice(who: Visitor, { page, action, typed }: Typed) {
  const first = await posts(who, action, { ...formFields((await who.get(page)).text, action), ...typed });
  const second = await posts(who, action, { ...formFields(first.text, action), ...typed });
  return { first, second };
}

const asked = { status: 422, question: expect.stringContaining('camille.roussel@gmail.com\u202f?') };
const answered = ({ status, text }: { status: number; text: string }) => ({ status, question: unmarked(text) });

describe('in the settings', () => {
  it('of a reviewer', async () => {
    const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
    const reviewers = async () => (await theatre.venueSettings.reviewers(1)).map(({ address }) => address);
    const before = await reviewers();
    const { first, second } = await sentTwice(mehdi, {
      ...{ page: ADDRESSES, action: REVIEWERS },
      typed: { name: 'Camille', address: SLIP },
    });
    expect(answered(first)).toEqual(asked);
    expect(first.text).toContain(`value="${SLIP}"`);
    expect([second.status, await reviewers()]).toEqual([303, [...before, SLIP]]);
  });

  it.each(['copyAddress', 'escalationAddress', 'email', 'inboxAddress'])('of the venue: %s', async (field) => {
    const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
    const { email, inboxAddress, copyAddress, escalationAddress } = theatre.venueSettings.house();
    const typed = { email, inboxAddress, copyAddress, escalationAddress, [field]: SLIP };
    const { first, second } = await sentTwice(mehdi, { page: ADDRESSES, action: ADDRESSES, typed });
    expect(answered(first)).toEqual(asked);
    expect(second.status).toBe(303);
    // What is kept already is asked about by no later form.
    const later = formFields((await mehdi.get(ADDRESSES)).text, ADDRESSES);
    expect((await posts(mehdi, ADDRESSES, { ...later, ...typed })).status).toBe(303);
  });

  it('of a colleague who is given access', async () => {
    const mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
    const typed = { name: 'Camille', email: SLIP, role: 'cashier' };
    const { first, second } = await sentTwice(mehdi, { page: STAFF, action: STAFF, typed });
    expect(answered(first)).toEqual(asked);
    expect([second.status, theatre.letters.written.at(-1)?.to]).toEqual([303, SLIP]);
  });
});

it('of a customer at the counter', async () => {
  const till = await signsIn(theatre, HELENE_AT_THE_TILL);
  const typed = { name: 'Camille Roussel', email: SLIP, operator: 'GUICHET', 'n.PLEIN.1': '1' };
  const { first, second } = await sentTwice(till, { page: TILL, action: TILL, typed });
  expect(answered(first)).toEqual(asked);
  expect(second.text).toContain('À encaisser');
});

it('of a spectator who looks for their tickets', async () => {
  const page = '/mes-billets';
  const { first, second } = await sentTwice(visitor(theatre), { page, action: page, typed: { email: SLIP, reference: '' } });
  expect(answered(first)).toEqual(asked);
  expect([second.status, second.text]).toEqual([200, expect.stringContaining('Regardez votre messagerie')]);
});
