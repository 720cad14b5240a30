import { ORDER } from '../../people';
import type { Theatre } from '../harness';
import { openTheatre, SOPHIE_AT_THE_DESK } from '../harness';
import { formFields, signsIn, type Visitor } from '../visitor';

const REVIEW = '/guichet/controle/7K2M-4Q9T';
const UNDO = `${REVIEW}/annuler`;
const REFUSES_3 = /Revenir sur la réponse qui refuse la place\u00a03 \(périmé\)<\/button>/;
const ACCEPTS_4 = /Revenir sur la réponse qui accepte la place\u00a04<\/button>/;

let theatre: Theatre;
let sophie: Visitor;
beforeEach(async () => {
  theatre = await openTheatre();
  sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
  await answers(3, { kind: 'refuse', reason: 'expired-document' });
});
afterEach(() => theatre.close());

async function answers(place: number, answer: object): Promise<void> {
  const { text } = await sophie.get(`${REVIEW}?place=${place}`);
  await sophie.post(REVIEW).type('form').send({ ...formFields(text, REVIEW), ...answer }).expect(303); // prettier-ignore
}

const proofOf = (no: number) => theatre.book.get(ORDER.reference)?.state.seats.find((seat) => seat.no === no)?.proof;

it('while another seat waits, the page says what was recorded of the first, and takes it back', async () => {
  const { text } = await sophie.get(REVIEW);
  expect(text).toContain('Votre décision pour la place\u00a04');
  expect(text).toContain('Réponse enregistrée');
  expect(text).toMatch(REFUSES_3);
});

it.each(['/guichet?repondu=7K2M-4Q9T', '/guichet/commandes/7K2M-4Q9T', REVIEW])(
  'after both were answered, each has its own button: %s',
  async (path) => {
    await answers(4, { kind: 'approve', attested: 'yes' });
    const { text } = await sophie.get(path);
    expect(text).toMatch(REFUSES_3);
    expect(text).toMatch(ACCEPTS_4);
  },
);

it('the first answer is taken back by its button, and the second stays', async () => {
  await answers(4, { kind: 'approve', attested: 'yes' });
  const { text } = await sophie.get(REVIEW);
  const [first] = [...text.matchAll(/<form class="inline"[^>]*annuler">[\s\S]*?<\/form>/g)].map(([form]) => form).filter((form) => REFUSES_3.test(form)); // prettier-ignore
  await sophie.post(UNDO).type('form').send(formFields(first ?? '', UNDO)).expect(303); // prettier-ignore
  expect([proofOf(3), proofOf(4)]).toEqual(['under-review', 'approved']);
  expect((await sophie.get(REVIEW)).text).toMatch(ACCEPTS_4);
});
