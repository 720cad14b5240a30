import { ORDER } from '../../people';
import type { Theatre } from '../harness';
import { openTheatre } from '../harness';
import { enters, formFields, type Visitor } from '../visitor';

/** A form of the customer's pages is one deed, however often it is sent. */
let theatre: Theatre;
let camille: Visitor;
beforeEach(async () => {
  theatre = await openTheatre();
  camille = await enters(theatre);
});
afterEach(() => theatre.close());

const HOME = `/commande/${ORDER.reference}`;
const page = () => theatre.book.get(ORDER.reference);
const proof = (no: number) => page()?.view.seats[no - 1]?.proof;
const send = (action: string, form: object) => camille.post(action).type('form').send(form);

const DEEDS = [
  ['the door', `${HOME}/places/5/accueil`, `${HOME}/places/5/accueil`],
  ['a proof taken back', HOME, `${HOME}/places/3/retirer`],
  ['the tickets again', HOME, `${HOME}/billets/renvoyer`],
] as const;

it.each(DEEDS)('%s: a double click is one deed, and no error', async (_, from, action) => {
  const form = formFields((await camille.get(from)).text, action);
  const before = page()?.state.seq ?? 0;
  const answers = await Promise.all([send(action, form), send(action, form)]);
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect((page()?.state.seq ?? 0) - before).toBe(1);
});

it('an old form that took a proof back takes back nothing that was sent since', async () => {
  const action = `${HOME}/places/3/retirer`;
  const form = formFields((await camille.get(HOME)).text, action);
  await send(action, form).expect(303);
  expect(proof(3)).toBe('awaiting-proof');
  await theatre.needs.deeds.changeOrder.chooseDoor(ORDER.reference, { command: 'desk-later', by: { role: 'customer' }, door: 'customer-area', seats: [3] }); // prettier-ignore
  await send(action, form).expect(303);
  expect(proof(3)).toBe('check-at-door');
});

it('a form sent for another seat under the same key is not taken for the first', async () => {
  const form = formFields((await camille.get(HOME)).text, `${HOME}/places/3/retirer`);
  await send(`${HOME}/places/3/retirer`, form).expect(303);
  const other = await send(`${HOME}/places/4/retirer`, form);
  expect(other.status).toBe(422);
  expect(proof(4)).toBe('under-review');
});
