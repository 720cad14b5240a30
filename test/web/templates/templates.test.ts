import sharp from 'sharp';
import type { Theatre } from '../harness';
import { HELENE_AT_THE_TILL, MEHDI_IN_THE_OFFICE, openTheatre } from '../harness';
import { formFields, signsIn } from '../visitor';

let theatre: Theatre;
afterEach(() => theatre.close());

const PAGE = '/guichet/reglages/maquettes/a4/numbered';

async function director() {
  theatre = await openTheatre();
  return signsIn(theatre, MEHDI_IN_THE_OFFICE);
}

it('is for those who may settle things', async () => {
  theatre = await openTheatre();
  const helene = await signsIn(theatre, HELENE_AT_THE_TILL);
  expect((await helene.get(PAGE)).status).toBe(403);
});

it('shows the ticket as it will be, as a picture and as a PDF, in both languages', async () => {
  const mehdi = await director();
  expect((await mehdi.get('/guichet/reglages/maquettes')).text).toContain(`href="${PAGE}"`);
  expect((await mehdi.get(PAGE)).text).toContain('un billet pèse');
  const png = await mehdi.get(`${PAGE}/apercu.png`).responseType('blob');
  expect((await sharp(png.body).metadata()).format).toBe('png');
  for (const query of ['', '?langue=en', '?accueil=oui']) {
    const pdf = await mehdi.get(`${PAGE}/apercu.pdf${query}`).responseType('blob');
    expect(pdf.body.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.body.length).toBeLessThan(100_000);
  }
});

it('makes a large picture small enough for a ticket, and lets it go again', async () => {
  const mehdi = await director();
  const photo = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#884422', noise: { type: 'gaussian', mean: 120, sigma: 60 } } }).jpeg().toBuffer(); // prettier-ignore
  const action = `${PAGE}/images/plan`;
  const { text } = await mehdi.get(PAGE);
  await mehdi.post(action).field('_csrf', formFields(text, action)['_csrf'] ?? '').attach('file', photo, 'plan.jpg'); // prettier-ignore
  const kept = theatre.templates.kept[0]?.plan;
  expect(kept?.length).toBeLessThan(photo.length / 4);
  expect((await mehdi.get(PAGE)).text).not.toContain('trop lourd');
  const after = await mehdi.get(PAGE);
  await mehdi.post(`${action}/retirer`).type('form').send(formFields(after.text, `${action}/retirer`)).expect(303); // prettier-ignore
  expect(theatre.templates.kept[0]?.plan).toBeUndefined();
});

it.each([
  ['a text', Buffer.from('not a picture'), 'pas un fichier que nous savons ouvrir'],
  ['half a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'abîmé'],
])('refuses %s as a picture, in words', async (_what, content, words) => {
  const mehdi = await director();
  const action = `${PAGE}/images/logo`;
  const { text } = await mehdi.get(PAGE);
  const answer = await mehdi.post(action).field('_csrf', formFields(text, action)['_csrf'] ?? '').attach('file', content, 'logo.png'); // prettier-ignore
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(words);
  expect(theatre.templates.kept[0]?.logo).toBeUndefined();
});

it('keeps texts in both languages, and says when the sheet has no room', async () => {
  const mehdi = await director();
  const { text } = await mehdi.get(PAGE);
  const fields = { ...formFields(text, PAGE), name: 'Hiver', 'title-0-fr': 'Le bar', 'title-0-en': 'The bar', 'text-0-fr': 'Ouvert dès 19 h.', 'text-0-en': 'Open from 7 pm.' }; // prettier-ignore
  await mehdi.post(PAGE).type('form').send(fields).expect(303); // prettier-ignore
  expect(theatre.templates.kept[0]).toMatchObject({ name: 'Hiver', advice: [{ title: { fr: 'Le bar', en: 'The bar' } }] });
  const half = await mehdi.post(PAGE).type('form').send({ ...fields, 'text-0-en': '' }); // prettier-ignore
  expect(half.status).toBe(422);
  expect(half.text).toContain('la feuille n’a pas la place');
  expect(half.text).toContain('Ouvert dès 19 h.');
});
