import type { Theatre } from '../harness';
import { openTheatre, SOPHIE_AT_THE_DESK } from '../harness';
import { formFields, signsIn } from '../visitor';

const ACTION = '/guichet/courriers/7/appliquer';

let theatre: Theatre;
beforeEach(async () => {
  const unclear = { verdict: 'unclear', why: 'No verdict was found.', order: '7K2M-4Q9T', review: 2, needsAPerson: true } as const;
  const mail = { ...unclear, id: 7, receivedAt: '2027-01-11T16:00:00.000Z', sender: 'sophie@theatre-des-mariniers.example' };
  theatre = await openTheatre({
    mails: [{ ...mail, subject: 'Re', extract: 'Ça dépend.', raw: Buffer.from('Subject: Re\r\n\r\nÇa dépend.') }],
  });
});
afterEach(() => theatre.close());

async function applies(meant: Readonly<Record<string, string>>) {
  const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
  const fields = formFields((await sophie.get('/guichet/courriers/7').expect(200)).text, ACTION);
  const answer = { order: '7k2m4q9t', seats: '3, 4', kind: 'approve', reason: '', attested: 'yes' };
  return sophie
    .post(ACTION)
    .type('form')
    .send({ ...fields, ...answer, ...meant });
}

it.each(['3 à 4', '3-4', '3–4', '3 et 4', '3,4'])('« %s » are two places', async (typed) => {
  expect((await applies({ seats: typed })).status).toBe(303);
  const seats = theatre.book.get('7K2M-4Q9T')?.view.seats ?? [];
  expect([seats[2]?.proof, seats[3]?.proof]).toEqual(['approved', 'approved']);
});

it.each([
  ['seats', '3-', 'Écrivez les places par leurs numéros'],
  ['seats', '4 à 3', 'Écrivez les places par leurs numéros'],
  ['seats', '0', 'Écrivez les places par leurs numéros'],
  ['kind', '', 'Choisissez une réponse'],
])('%s « %s » is named as what is at fault, and what was typed stays', async (field, typed, says) => {
  const refused = await applies({ [field]: typed });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain(says);
  expect(refused.text).toContain('value="7k2m4q9t"');
});
