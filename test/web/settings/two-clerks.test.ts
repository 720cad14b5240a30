import { PHARE } from '../../people';
import { MEHDI_IN_THE_OFFICE, openTheatre, type Theatre } from '../harness';
import { formFields, signsIn, type Visitor } from '../visitor';

/** Two people with one page open: the slower hears of the quicker, keeps what was typed, and may still mean it. */
let theatre: Theatre;
let mehdi: Visitor;
beforeEach(async () => {
  theatre = await openTheatre();
  mehdi = await signsIn(theatre, MEHDI_IN_THE_OFFICE);
});
afterEach(() => theatre.close());

const settings = '/guichet/reglages';
const proofs = { proofsOnline: 'yes', attachProofs: 'yes', labelEn: 'My papers', formats: ['pdf', 'png'], maxBytes: '1048576' };
const delays = {
  undoMs: '10',
  gatherMs: '5',
  nudgeAfterMs: '24',
  deadlineOutcome: 'check-at-door',
  fullPriceAtOnce: 'no',
  doorAllowed: 'yes',
};
const RULE = `/guichet/mise-en-vente/${PHARE.id}/regles/INTERNET`;
const rule = {
  opensAt: '2026-12-05T09:30',
  closesAt: '2027-01-16T18:00',
  allocation: '',
  tariffs: 'PLEIN',
  deliveryMethods: 'print-at-home',
};
const addresses = () => {
  const { email, inboxAddress, copyAddress, escalationAddress } = theatre.venueSettings.house();
  return { email, inboxAddress, copyAddress, escalationAddress };
};

const FORMS: readonly (readonly [string, () => object, string, readonly [string, string]])[] = [
  [`${settings}/justificatifs`, () => proofs, 'labelFr', ['Mes pièces', 'Mes papiers']],
  [`${settings}/delais`, () => delays, 'deadlineMs', ['36', '48']],
  [`${settings}/adresses`, addresses, 'senderName', ['Les Mariniers', 'Théâtre des quais']],
  [`${settings}/reponses`, () => ({ mode: 'ar' }), 'authservId', ['mx.un.example', 'mx.deux.example']],
  [RULE, () => rule, 'maxSeats', ['2', '4']],
];

it.each(FORMS)('%s', async (page, others, field, [quick, slow]) => {
  const form = async () => ({ ...formFields((await mehdi.get(page)).text, page), ...others() });
  const sends = (fields: object, value: string) => mehdi.post(page).type('form').send({ ...fields, [field]: value }); // prettier-ignore
  const [first, second] = [await form(), await form()];
  expect((await sends(first, quick)).status).toBe(303);
  const refused = await sends(second, slow);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('Quelqu’un a enregistré autre chose entre-temps.');
  expect(refused.text).toContain(`value="${slow}"`);
  expect((await mehdi.get(page)).text).toContain(`value="${quick}"`);
  expect((await sends({ ...formFields(refused.text, page), ...others() }, slow)).status).toBe(303);
  expect((await mehdi.get(page)).text).toContain(`value="${slow}"`);
});
