import { randomUUID } from 'node:crypto';
import request from 'supertest';
import type { MailLine } from '../../../src/ports/mail/inbound-mail';
import { ORDER, withSeats } from '../../people';
import { studentCard } from '../../files/papers';
import type { Setting, Theatre } from '../harness';
import { openTheatre, SOPHIE_AT_THE_DESK } from '../harness';
import type { Visitor } from '../visitor';
import { formFields, signsIn } from '../visitor';

const REVIEW = '/guichet/controle/7K2M-4Q9T';

let theatre: Theatre;
afterEach(() => theatre.close());

async function sophie(setting: Setting = {}): Promise<Visitor> {
  theatre = await openTheatre(setting);
  return signsIn(theatre, SOPHIE_AT_THE_DESK);
}

it('an answer with something missing keeps all that was chosen and written', async () => {
  const desk = await sophie();
  const { text } = await desk.get(`${REVIEW}?place=3`);
  const send = async (answer: object) => (await desk.post(REVIEW).type('form').send({ ...formFields(text, REVIEW), ...answer }).expect(422)).text; // prettier-ignore
  expect(await send({ kind: 'approve' })).toMatch(/name="kind" value="approve" required checked/);
  expect(await send({ attested: 'yes' })).toMatch(/name="attested" value="yes" checked/);
  const refusal = await send({ kind: 'refuse', words: 'Le nom <manque>.' });
  expect(refusal).toMatch(/name="kind" value="refuse" required checked/);
  expect(refusal).toContain('>Le nom &lt;manque&gt;.</textarea>');
  expect(await send({ kind: 'refuse', reason: 'other' })).toMatch(/name="reason" value="other" checked/);
});

it('what several files are like is told once', async () => {
  const seen = { proof: 'other', order: '3H8T-M2WX', receivedAt: '2027-01-09T10:00:00.000Z', sameFile: true };
  const alike = ['proof-lea', 'proof-nadia', 'proof-paul'].map((like) => ({ ...seen, like }));
  const desk = await sophie({ needs: () => ({ lookalikes: { of: () => Promise.resolve(alike) } }) });
  const { text } = await desk.get(REVIEW);
  expect(text.match(/Même fichier, reçu le/g)).toHaveLength(1);
});

it('a hint stands beside the seat of its file alone, and names the seat of the other', async () => {
  const seen = { order: ORDER.reference, receivedAt: '2027-01-10T17:40:00.000Z', sameFile: true };
  const alike = [
    { ...seen, like: 'proof-nadia', proof: 'proof-paul' },
    { ...seen, like: 'proof-paul', proof: 'proof-nadia' },
  ];
  const desk = await sophie({ needs: () => ({ lookalikes: { of: () => Promise.resolve(alike) } }) });
  const lea = (await desk.get(`${REVIEW}?place=3`)).text;
  expect(lea).not.toContain('Même fichier');
  expect(lea).toContain('Jamais reçu auparavant');
  const nadia = (await desk.get(`${REVIEW}?place=4`)).text;
  expect(nadia.match(/Même fichier, reçu le/g)).toHaveLength(1);
  expect(nadia).toContain('pour la place\u00a02 de cette commande');
});

it('beside no seat, a hint says first of which it speaks', async () => {
  const seen = { order: ORDER.reference, receivedAt: '2027-01-10T17:40:00.000Z', sameFile: true };
  const alike = [
    { ...seen, like: 'proof-nadia', proof: 'proof-paul' },
    { ...seen, like: 'proof-paul', proof: 'proof-nadia' },
  ];
  const answered = withSeats(ORDER, { 3: { proof: 'approved' }, 4: { proof: 'approved' } });
  const desk = await sophie({ orders: [answered], needs: () => ({ lookalikes: { of: () => Promise.resolve(alike) } }) });
  const { text } = await desk.get(REVIEW);
  expect(text).toMatch(/Pour la place\u00a04\u00a0: même fichier, reçu le [^<]* pour la place\u00a02 de cette commande/);
  expect(text).toMatch(/Pour la place\u00a02\u00a0: même fichier, reçu le [^<]* pour la place\u00a04 de cette commande/);
});

describe('a seat that was answered in another tab', () => {
  /** Two tabs of the same page; in the first the seat was refused. */
  async function inTheOtherTab(setting: Setting = {}) {
    const desk = await sophie(setting);
    const { text } = await desk.get(`${REVIEW}?place=3`);
    const form = formFields(text, REVIEW);
    await desk.post(REVIEW).type('form').send({ ...form, kind: 'refuse', reason: 'expired-document' }).expect(303); // prettier-ignore
    const send = async (answer: object) => (await desk.post(REVIEW).type('form').send({ ...form, command: randomUUID(), ...answer }).expect(422)).text; // prettier-ignore
    return { desk, send };
  }

  it.each([
    ['a whole answer', { kind: 'approve', attested: 'yes' }],
    ['an answer with something missing', { kind: 'refuse', words: 'Le nom manque.' }],
  ])('%s is told what was decided, by whom and when, and nothing of it is proposed for the next seat', async (_what, answer) => {
    const { text } = { text: await (await inTheOtherTab()).send(answer) };
    expect(text).toContain('La place\u00a03 n’est plus à contrôler');
    expect(text).toMatch(/Sophie Marchand refuse la place\u00a03 \(périmé\), le \d+\u00a0janvier/);
    expect(text).not.toContain('motif est obligatoire');
    expect(text).toContain('n’a rien changé.');
    expect(text).toContain('Votre décision pour la place\u00a04');
    expect(text).not.toContain('required checked');
    expect(text).not.toContain('Le nom manque.');
  });

  it('leads on where no other seat waits', async () => {
    const { send } = await inTheOtherTab({ orders: [withSeats(ORDER, { 4: { proof: 'approved' } })] });
    const text = await send({ kind: 'approve', attested: 'yes' });
    expect(text).toMatch(/<a href="\/guichet">Revenir à la liste<\/a>/);
    expect(text).toContain('Aucune place de cette commande n’attend');
  });

  it('its address opened again says so too', async () => {
    const { desk } = await inTheOtherTab();
    const { text } = await desk.get(`${REVIEW}?place=3`).expect(200);
    expect(text).toContain('La place\u00a03 n’est plus à contrôler');
    expect(text).toContain('Votre décision pour la place\u00a04');
    expect(text).not.toContain('n’a rien changé');
  });
});

it('the queue says since when the oldest file of a seat under review lies there', async () => {
  const early = { ...ORDER.proofs[1]!, id: 'proof-before', receivedAt: '2027-01-09T08:00:00.000Z', replaced: true };
  const desk = await sophie({ orders: [{ ...ORDER, proofs: [...ORDER.proofs, early] }] });
  const { text } = await desk.get('/guichet');
  expect(text).toMatch(/data-label="Reçu">[^<]*18\u00a0h\u00a040/);
});

it('the button that takes an answer back says which one, for which seats', async () => {
  const desk = await sophie();
  const { text } = await desk.get(`${REVIEW}?place=3`);
  await desk.post(REVIEW).type('form').send({ ...formFields(text, REVIEW), kind: 'refuse', reason: 'expired-document' }).expect(303); // prettier-ignore
  for (const path of [`/guichet?repondu=${ORDER.reference}`, `/guichet/commandes/${ORDER.reference}`])
    expect((await desk.get(path)).text).toMatch(/Revenir sur la réponse qui refuse la place\u00a03 \(périmé\)<\/button>/);
});

it('a proof that lies on its side is turned for good, page by page', async () => {
  const asked: unknown[] = [];
  const page = (...how: readonly unknown[]) => (asked.push(how), studentCard());
  const desk = await sophie({ needs: ({ files }) => ({ files: { ...files, page } }) });
  const action = `${REVIEW}/justificatifs/proof-nadia/2/tourner`;
  for (let quarter = 0; quarter < 2; quarter += 1) {
    const { text } = await desk.get(`${REVIEW}?place=4&fichier=proof-nadia&page=2`);
    const { headers } = await desk.post(action).type('form').send(formFields(text, action)).expect(303); // prettier-ignore
    expect(headers['location']).toBe(`${REVIEW}?place=4&fichier=proof-nadia&page=2`);
  }
  await desk.get(`${REVIEW}/justificatifs/proof-nadia/2`).expect(200);
  expect(asked).toMatchObject([['proof-nadia', 2, { turns: [0, 2] }]]);
  expect((await desk.get(`${REVIEW}?place=4&fichier=proof-nadia&page=2`)).text).toContain('/proof-nadia/2?quarts=2');
});

describe('when no proof waits', () => {
  const mail = (id: number): MailLine & { readonly raw: Buffer } => ({
    ...{ id, receivedAt: '2027-01-11T16:00:00.000Z', verdict: 'unclear', why: 'No verdict was found.', needsAPerson: true },
    raw: Buffer.from(''),
  });

  it('the mails that do are the news', async () => {
    const mails = Array.from({ length: 15 }, (_, index) => mail(index + 1));
    const desk = await sophie({ orders: [{ ...ORDER, status: 'released' }], mails });
    const { text } = await desk.get('/guichet');
    expect(text).not.toContain('Tout est vu');
    expect(text).toContain('<h1>15 courriers attendent votre lecture</h1>');
    expect(text).toMatch(/<a class="button" href="\/guichet\/courriers">/);
  });
});

it('an order that is not there leads back to the desk', async () => {
  const desk = await sophie();
  for (const path of [
    '/guichet/commandes/0000-0000',
    '/guichet/controle/0000-0000',
    '/guichet/nulle-part',
    `/guichet/courriers/${randomUUID()}`,
  ]) {
    const { status, text } = await desk.get(path);
    expect([path, status, text.includes(`<nav aria-label="Guichet">`)]).toEqual([path, 404, true]);
    expect(text).toContain('<a class="button" href="/guichet">Revenir au guichet</a>');
    // In the desk's own frame, not the public site's.
    expect(text).toContain('<nav aria-label="Guichet">');
    expect(text).toContain('Quitter</button>');
    expect(text).not.toContain('href="/mes-billets"');
  }
});

it('a fault at the desk wears its frame without asking the database who reads', async () => {
  const desk = await sophie();
  theatre.needs.staff.byId = () => Promise.reject(new Error('the database is away'));
  const { status, text } = await desk.get('/guichet/commandes/7K2M-4Q9T').set('Accept-Language', 'en');
  expect(status).toBe(500);
  expect(text).toContain('<nav aria-label="Guichet">');
  expect(text).toContain('<html lang="fr"');
  expect(text).not.toContain('href="/mes-billets"');
});

it('whoever has not signed in sees no frame of the desk', async () => {
  await sophie();
  const { status, text } = await request(theatre.url).get('/guichet/nulle-part');
  expect(status).toBe(404);
  expect(text).not.toContain('<nav aria-label="Guichet">');
});
