import { generate } from 'otplib';
import { DISABLED, ORDER, withSeats } from '../../people';
import { studentCard } from '../../files/papers';
import type { Theatre } from '../harness';
import { CODE_SECRET, HELENE_AT_THE_TILL, openTheatre, PASSWORD, SOPHIE_AT_THE_DESK } from '../harness';
import { formFields, signsIn, visitor } from '../visitor';

let theatre: Theatre;

afterEach(() => theatre.close());

const REVIEW = '/guichet/controle/7K2M-4Q9T';
const seat = (no: number) => theatre.book.get('7K2M-4Q9T')?.view.seats[no - 1];

describe('signing in', () => {
  async function tries(typed: { readonly email?: string; readonly password?: string; readonly code?: string }) {
    const who = visitor(theatre);
    const { text } = await who.get('/guichet/entrer');
    const code = await generate({ secret: CODE_SECRET, epoch: Date.parse(theatre.clock.now()) / 1000 });
    return who.post('/guichet/entrer').type('form').send({ ...formFields(text), email: SOPHIE_AT_THE_DESK.email, password: PASSWORD, code, ...typed }); // prettier-ignore
  }

  it('takes the three together, and says of none which was wrong', async () => {
    theatre = await openTheatre();
    const wrong = [await tries({ email: 'nobody@theatre.example' }), await tries({ password: 'wrong' }), await tries({ code: '000000' }), await tries({ code: '' })]; // prettier-ignore
    expect(wrong.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(new Set(wrong.map(({ text }) => /role="alert"[\s\S]*?<\/section>/.exec(text)?.[0])).size).toBe(1);
    expect((await tries({})).headers['location']).toBe('/guichet');
  });

  it('takes a one-time code once', async () => {
    theatre = await openTheatre();
    const code = await generate({ secret: CODE_SECRET, epoch: Date.parse(theatre.clock.now()) / 1000 });
    expect((await tries({ code })).status).toBe(303);
    expect((await tries({ code })).status).toBe(401);
  });

  it('is stopped for one address after ten tries', async () => {
    theatre = await openTheatre();
    for (let time = 0; time < 10; time += 1) await tries({ password: 'wrong' });
    expect((await tries({})).status).toBe(429);
  });

  it('is asked of whoever comes without', async () => {
    theatre = await openTheatre();
    for (const page of ['/guichet', REVIEW, '/guichet/recherche', '/guichet/courriers', '/guichet/commandes/7K2M-4Q9T']) {
      expect((await visitor(theatre).get(page)).headers['location']).toBe('/guichet/entrer');
    }
  });

  it('ends with the shift, and when one leaves', async () => {
    theatre = await openTheatre();
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const page = await sophie.get('/guichet').expect(200);
    await sophie.post('/guichet/quitter').type('form').send(formFields(page.text, '/guichet/quitter')).expect(303); // prettier-ignore
    expect((await sophie.get('/guichet')).status).toBe(303);
    const again = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    theatre.clock.set('2027-01-12T03:00:00.000Z');
    expect((await again.get('/guichet')).status).toBe(303);
  });
});

describe('the list « À contrôler »', () => {
  it('has the least time left first, and no word of health', async () => {
    const later = { ...withSeats(ORDER, { 4: { tariff: DISABLED } }), reference: '3H8T-M2WX', deadlineAt: '2027-01-20T19:30:00.000Z' };
    theatre = await openTheatre({ orders: [later, ORDER] });
    const { text } = await (await signsIn(theatre, SOPHIE_AT_THE_DESK)).get('/guichet').expect(200);
    expect(text).toContain('Deux commandes attendent votre regard');
    expect(text.indexOf('7K2M-4Q9T')).toBeLessThan(text.indexOf('3H8T-M2WX'));
    expect(text).not.toContain('handicap');
    expect(text).toContain('tarif réduit');
  });

  it('says when all is seen', async () => {
    theatre = await openTheatre({ orders: [{ ...ORDER, status: 'released' }] });
    expect((await (await signsIn(theatre, SOPHIE_AT_THE_DESK)).get('/guichet')).text).toContain('Tout est vu');
  });
});

describe('a review', () => {
  async function answers(no: number, answer: Readonly<Record<string, string>>) {
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const { text } = await sophie.get(`${REVIEW}?place=${no}`).expect(200);
    return sophie.post(REVIEW).type('form').send({ ...formFields(text, REVIEW), ...answer }); // prettier-ignore
  }

  it('refuses with a reason, and goes to the next seat', async () => {
    theatre = await openTheatre();
    const { headers } = await answers(3, { kind: 'refuse', reason: 'expired-document' });
    expect(headers['location']).toBe(`${REVIEW}?place=4`);
    expect(seat(3)).toMatchObject({ proof: 'refused', reason: 'expired-document' });
    expect(seat(4)?.proof).toBe('under-review');
    expect(theatre.book.get('7K2M-4Q9T')?.events[0]).toMatchObject({
      kind: 'decided',
      by: { role: 'staff', id: 1 },
      door: 'desk',
      review: 2,
    });
  });

  it('is told in the order’s story, with names', async () => {
    theatre = await openTheatre();
    await answers(3, { kind: 'refuse', reason: 'expired-document' });
    await answers(4, { kind: 'approve', attested: 'yes' });
    const { text } = await (await signsIn(theatre, HELENE_AT_THE_TILL)).get('/guichet/commandes/7K2M-4Q9T');
    const story = [...text.matchAll(/<li class="person">[\s\S]*?<br \/>([^<]*)/g)].map(([, words]) => words?.trim());
    expect(story).toEqual(['Sophie Marchand accepte la place\u00a04', 'Sophie Marchand refuse la place\u00a03 (périmé)']);
  });

  it('keeps what was confirmed by accepting, with its author and time', async () => {
    theatre = await openTheatre();
    await answers(3, { kind: 'refuse', reason: 'unreadable' });
    expect(theatre.attested).toEqual([]);
    await answers(4, { kind: 'approve', attested: 'yes' });
    const tariff = seat(4)?.tariff.name.fr;
    expect(theatre.attested).toEqual([
      {
        order: '7K2M-4Q9T',
        command: expect.stringMatching(/^desk-/),
        sentence: `J’ai vérifié que le justificatif présenté ouvre droit au tarif « ${tariff} » pour cette séance et je n’en garde aucune copie personnelle.`,
        by: 'staff:1',
        at: theatre.clock.now(),
      },
    ]);
  });

  it('shows the very words that the customer will read', async () => {
    theatre = await openTheatre();
    const { text } = await (await signsIn(theatre, SOPHIE_AT_THE_DESK)).get(REVIEW);
    expect(text).toContain('Ce document n’est plus valable au 16\u00a0janvier 2027. En auriez-vous un plus récent\u202f?');
  });

  it.each([
    ['nothing', {}, 'Choisissez une réponse'],
    ['an approval without the attestation', { kind: 'approve' }, 'Cochez l’attestation'],
    ['a refusal without a reason', { kind: 'refuse' }, 'choisissez un motif'],
    ['another reason without words', { kind: 'refuse', reason: 'other', words: ' ' }, 'écrivez-les'],
    ['a question without words', { kind: 'more-info' }, 'ce qui manque'],
  ])('is not satisfied with %s', async (_what, answer, words) => {
    theatre = await openTheatre();
    const { status, text } = await answers(3, answer);
    expect(status).toBe(422);
    expect(text).toMatch(/<title>Erreur/);
    expect(text).toContain(words);
    expect(seat(3)?.proof).toBe('under-review');
  });

  it('answered by somebody else meanwhile says so', async () => {
    theatre = await openTheatre();
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const { text } = await sophie.get(`${REVIEW}?place=3`);
    await answers(3, { kind: 'approve', attested: 'yes' });
    const late = await sophie.post(REVIEW).type('form').send({ ...formFields(text, REVIEW), kind: 'refuse', reason: 'unreadable' }); // prettier-ignore
    expect(late.text).toContain('Quelqu’un a déjà répondu');
    expect(seat(3)?.proof).toBe('approved');
  });

  it('sent twice is one answer', async () => {
    theatre = await openTheatre();
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const { text } = await sophie.get(`${REVIEW}?place=3`);
    const send = () => sophie.post(REVIEW).type('form').send({ ...formFields(text, REVIEW), kind: 'approve', attested: 'yes' }); // prettier-ignore
    await send().expect(303);
    await send().expect(303);
    expect(theatre.book.get('7K2M-4Q9T')?.state.settling).toHaveLength(1);
  });

  it('is taken back inside its window', async () => {
    theatre = await openTheatre();
    await answers(4, { kind: 'approve', attested: 'yes' });
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const action = `${REVIEW}/annuler`;
    const { text } = await sophie.get('/guichet?repondu=7K2M-4Q9T');
    await sophie.post(action).type('form').send(formFields(text, action)).expect(303); // prettier-ignore
    expect(seat(4)?.proof).toBe('under-review');
  });

  it('shows the paper as we rendered it, and leaves a line for each look', async () => {
    theatre = await openTheatre({
      needs: () => ({ files: { page: () => studentCard(), thumbnail: () => studentCard(), original: async () => ({ content: await studentCard(), mime: 'image/jpeg', extension: 'jpg' }) } }), // prettier-ignore
    });
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    await sophie
      .get(`${REVIEW}/justificatifs/proof-lea/1`)
      .expect(200, /./)
      .expect('content-type', 'image/jpeg')
      .expect('cache-control', 'no-store');
    const download = await sophie.get(`${REVIEW}/justificatifs/proof-lea`).expect(200);
    expect(download.headers['content-disposition']).toContain('attachment');
    expect(theatre.proofs.views.map(({ proof, by, how }) => [proof, by, how])).toEqual([
      ['proof-lea', 'staff:1', 'view'],
      ['proof-lea', 'staff:1', 'download'],
    ]);
    await sophie.get(`${REVIEW}/justificatifs/proof-of-nobody/1`).expect(404);
  });

  it('is not for the till, nor are its papers', async () => {
    theatre = await openTheatre();
    const helene = await signsIn(theatre, HELENE_AT_THE_TILL);
    await helene.get(REVIEW).expect(403);
    await helene.get(`${REVIEW}/justificatifs/proof-lea/1`).expect(403);
    await helene.get('/guichet/courriers').expect(403);
    const { text } = await helene.get('/guichet/commandes/7K2M-4Q9T').expect(200);
    expect(text).toContain('Camille Roussel');
    expect(theatre.proofs.views).toEqual([]);
  });
});

describe('mails to check', () => {
  const mails = [
    {
      ...{ id: 7, receivedAt: '2027-01-11T16:00:00.000Z', verdict: 'unclear', why: 'No verdict was found.', order: '7K2M-4Q9T', review: 2 },
      ...{ sender: 'sophie@theatre-des-mariniers.example', subject: 'Re: <b>Camille</b>', extract: 'Ça dépend.', needsAPerson: true },
      raw: Buffer.from('Subject: Re\r\n\r\nÇa dépend.'),
    },
  ];

  it('are read, and answered as they were meant', async () => {
    theatre = await openTheatre({ mails });
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    expect((await sophie.get('/guichet/courriers')).text).toContain('Un courrier attend votre lecture');
    const { text } = await sophie.get('/guichet/courriers/7').expect(200);
    expect(text).toMatch(/^(?!.*<b>Camille)[^]*Ça dépend\.[^]*[Ss]es pièces jointes ne deviennent pas des justificatifs/s);
    const action = '/guichet/courriers/7/appliquer';
    await sophie.post(action).type('form').send({ ...formFields(text, action), order: '7K2M-4Q9T', seats: '3', kind: '', reason: '' }).expect(422); // prettier-ignore
    const meant = { ...formFields(text, action), order: '7k2m4q9t', seats: '3 et 4', kind: 'approve', reason: '' };
    const bare = await sophie.post(action).type('form').send(meant).expect(422);
    expect(bare.text).toMatch(/Cochez l’attestation pour accepter\.[^]*value="3 et 4"[^]*value="approve" selected/);
    const done = await sophie.post(action).type('form').send({ ...meant, seats: '3 à 4', attested: 'yes' }).expect(303); // prettier-ignore
    expect((await sophie.get(String(done.headers['location']))).text).toMatch(/Réponse enregistrée[^]*Elle accepte les places.3 et.4/);
    expect((await sophie.get('/guichet/commandes/7K2M-4Q9T')).text).toMatch(/accepte les places.3 et.4, d’après le courrier n°.7/);
    expect([seat(3)?.proof, seat(4)?.proof]).toEqual(['approved', 'approved']);
    expect((await sophie.get('/guichet/courriers')).text).toContain('Aucun courrier à vérifier');
  });

  it('are taken off the list', async () => {
    theatre = await openTheatre({ mails });
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const action = '/guichet/courriers/7/classer';
    const { text } = await sophie.get('/guichet/courriers/7');
    await sophie.post(action).type('form').send({ ...formFields(text, action), reason: '' }).expect(422); // prettier-ignore
    expect(text).not.toContain('No verdict was found.');
    await sophie.post(action).type('form').send({ ...formFields(text, action), reason: 'bavardage' }).expect(303); // prettier-ignore
    expect((await sophie.get('/guichet/courriers/7')).text).toMatch(/Déjà traité[^]*bavardage/);
    const all = (await sophie.get('/guichet/courriers?show=not-applied&verdict=unclear').expect(200)).text;
    expect(all).toContain('/guichet/courriers/7');
    expect((await sophie.get('/guichet/courriers?show=not-applied&verdict=machine')).text).not.toContain('/guichet/courriers/7');
    await sophie.get('/guichet/courriers?show=everything').expect(200);
  });
});
