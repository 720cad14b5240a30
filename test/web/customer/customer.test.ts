import request from 'supertest';
import { calendarFile } from '../../../src/letters/calendar-file';
import { BACK_AT } from '../../given-up-orders';
import { ORDER, withSeats } from '../../people';
import type { Theatre } from '../harness';
import { MONDAY, openTheatre } from '../harness';
import { LETTER_PATHS } from '../letter-paths';
import { cookiesOf, enters, formFields, visitor } from '../visitor';

let theatre: Theatre;

afterEach(() => theatre.close());

const HOME = '/commande/7K2M-4Q9T';
const seat = (no: number) => theatre.book.get('7K2M-4Q9T')?.view.seats[no - 1];

describe('the link of a letter', () => {
  it('opens nothing when a mail scanner looks at it; the button does', async () => {
    theatre = await openTheatre();
    const scanner = visitor(theatre);
    await scanner.get(theatre.link()).expect(200);
    await scanner.get(HOME).expect(401);
    const camille = await enters(theatre);
    const { text, headers } = await camille.get(HOME).expect(200);
    expect(text).toContain('Mes justificatifs');
    expect(headers['cache-control']).toBe('no-store');
  });

  it('needs the form it came with', async () => {
    theatre = await openTheatre();
    const { status, text } = await request(theatre.url).post(theatre.link()).type('form').send({ _csrf: 'guessed' });
    expect(status).toBe(403);
    expect(text).toContain('restée ouverte trop longtemps');
  });

  it('gives the browser a new session, so that one planted before is worth nothing', async () => {
    theatre = await openTheatre();
    const camille = await enters(theatre);
    const before = sessionOf(await camille.get(HOME));
    await enters(theatre, camille);
    const after = sessionOf(await camille.get(HOME));
    expect(before).toBeDefined();
    expect(after).not.toBe(before);
  });

  it('ends with the performance, and the page says how to go on', async () => {
    theatre = await openTheatre({ now: ORDER.performance.endsAt });
    const late = visitor(theatre);
    const { text } = await late.get(theatre.link());
    const answer = await late.post(theatre.link()).type('form').send(formFields(text));
    expect(answer.status).toBe(410);
    expect(answer.text).toContain('href="/mes-billets"');
  });

  it('of another order, or a newer link of this one, shuts the page', async () => {
    theatre = await openTheatre();
    const camille = await enters(theatre);
    await camille.get('/commande/3H8T-M2WX').expect(401);
    const page = theatre.book.get('7K2M-4Q9T');
    if (page) page.view = { ...page.view, linkVersion: 2 };
    expect((await camille.get(HOME)).status).toBe(401);
  });
});

describe('a link asked for on the page', () => {
  async function ask(reference: string, email: string) {
    const who = visitor(theatre);
    const { text } = await who.get('/mes-billets');
    return who.post('/mes-billets').type('form').send({ ...formFields(text), reference, email }); // prettier-ignore
  }

  it('is answered alike whether the order exists or not', async () => {
    theatre = await openTheatre();
    const stranger = await ask('7K2M-4Q9T', 'somebody@courriel.example');
    const unknown = await ask('0000-0000', 'camille.roussel@courriel.example');
    expect(theatre.letters.written).toEqual([]);
    const known = await ask('7k2m\u20134q9t', ' Camille.Roussel@courriel.example '); // an en dash, as it is pasted
    expect([known.status, stranger.status, unknown.status]).toEqual([200, 200, 200]);
    expect(stranger.text).toBe(known.text);
    expect(unknown.text).toBe(known.text);
    expect(theatre.letters.written).toHaveLength(1);
    expect(theatre.letters.written[0]).toMatchObject({ kind: 'sign-in-link', order: '7K2M-4Q9T', to: ORDER.customer.email });
  });

  it('finds the orders of an address when the letter with the reference is lost, and tells nobody whether there are any', async () => {
    theatre = await openTheatre();
    const known = await ask('', String(ORDER.customer.email));
    const unknown = await ask('', 'somebody@courriel.example');
    expect(unknown.text).toBe(known.text);
    expect(known.text).toContain('Essayer une autre adresse');
    expect(theatre.letters.written.map(({ kind, order, to }) => [kind, order, to])).toEqual([
      ['sign-in-link', '7K2M-4Q9T', ORDER.customer.email],
    ]);
    // The link is in their mailbox already: asking again fills it no further.
    await ask('', String(ORDER.customer.email));
    expect(theatre.letters.written).toHaveLength(1);
  });

  async function press(path: string) {
    const who = visitor(theatre);
    const { text } = await who.get(path);
    return who.post(path).type('form').send(formFields(text)); // prettier-ignore
  }

  it('opens once', async () => {
    theatre = await openTheatre();
    await ask('7K2M-4Q9T', String(ORDER.customer.email));
    const path = theatre.signInPath(String(theatre.letters.written[0]?.about.command));
    expect((await press(path)).headers['location']).toBe(HOME);
    expect((await press(path)).status).toBe(410);
  });

  it('opens for a quarter of an hour', async () => {
    theatre = await openTheatre();
    await ask('7K2M-4Q9T', String(ORDER.customer.email));
    theatre.clock.set(new Date(Date.parse(MONDAY) + 15 * 60_000).toISOString());
    expect((await press(theatre.signInPath(String(theatre.letters.written[0]?.about.command)))).status).toBe(410);
  });

  it('is not asked for without end from one place', async () => {
    theatre = await openTheatre();
    const answers = [];
    for (let time = 0; time < 21; time += 1) answers.push((await ask('7K2M-4Q9T', 'somebody@courriel.example')).status);
    expect(answers).toEqual([...Array<number>(20).fill(200), 429]);
  });
});

describe('what Camille may do', () => {
  it('takes a file back before it is decided', async () => {
    theatre = await openTheatre();
    const camille = await enters(theatre);
    const action = `${HOME}/places/3/retirer`;
    const fields = formFields((await camille.get(HOME)).text, action);
    await camille.post(action).type('form').send(fields).expect(303);
    expect(seat(3)?.proof).toBe('awaiting-proof');
  });

  it('shows the card at the door, asked once more before', async () => {
    theatre = await openTheatre();
    const camille = await enters(theatre);
    const action = `${HOME}/places/5/accueil`;
    const { text } = await camille.get(action).expect(200);
    expect(seat(5)?.proof).toBe('awaiting-proof');
    await camille.post(action).type('form').send(formFields(text, action)).expect(303); // prettier-ignore
    expect(seat(5)?.proof).toBe('check-at-door');
    expect((await camille.get(action)).headers['location']).toBe(`${HOME}#place-5`);
  });

  it('pays the difference of one seat', async () => {
    theatre = await openTheatre();
    const camille = await enters(theatre);
    const action = `${HOME}/places/5/difference`;
    const fields = formFields((await camille.get(HOME)).text, action);
    const { headers } = await camille.post(action).type('form').send(fields).expect(303);
    const page = String(headers['location']);
    expect(page).toContain('amount=1000');
    await camille.post(page.replace(theatre.url, '')).type('form').send({ choice: 'pay' }).expect(303);
    expect(seat(5)?.proof).toBe('upgraded');
  });

  it('takes home the tickets that have left, and the date', async () => {
    theatre = await openTheatre();
    const camille = await enters(theatre);
    const tickets = await camille.get(`${HOME}/billets.pdf`).expect(200);
    expect(tickets.headers['content-disposition']).toContain('billets-7K2M-4Q9T.pdf');
    const { text, headers } = await camille.get(`${HOME}/seance.ics`).expect(200);
    expect(text).toContain('DTSTART:20270116T193000Z');
    expect(headers['content-disposition']).toContain('le-phare-d-hiver.ics');
    // The very file that her letter carried: one entry in her calendar, not two.
    const { content } = calendarFile(theatre.book.get('7K2M-4Q9T')?.view ?? ORDER, { publicUrl: theatre.url, paths: LETTER_PATHS });
    expect(text).toBe(content.toString());
  });

  it('does nothing without the form’s own field', async () => {
    theatre = await openTheatre();
    const camille = await enters(theatre);
    for (const deed of ['places/3/retirer', 'places/5/accueil', 'places/5/difference', 'billets/renvoyer']) {
      await camille.post(`${HOME}/${deed}`).type('form').send({}).expect(403); // prettier-ignore
    }
    expect(seat(3)?.proof).toBe('under-review');
  });
});

describe('what the page says', () => {
  const states = [
    ['not-required', 'Aucun justificatif demandé'],
    ['awaiting-proof', 'En attente de votre justificatif'],
    ['under-review', 'En cours de vérification'],
    ['more-info', 'Une précision nous manque'],
    ['approved', 'Accepté'],
    ['refused', 'Refusé, un autre envoi est possible'],
    ['refused-final', 'Refusé'],
    ['upgraded', 'Plein tarif réglé'],
    ['check-at-door', 'À présenter à l’accueil'],
    ['refunded', 'Remboursé'],
  ] as const;

  it.each(states)('of a seat that is %s: « %s »', async (proof, words) => {
    theatre = await openTheatre({ orders: [withSeats(ORDER, { 4: { proof, reason: 'unreadable', refundedAt: BACK_AT } })] });
    const { text } = await (await enters(theatre)).get(HOME).expect(200);
    const stub = text.slice(text.indexOf('id="place-4"'), text.indexOf('id="place-5"'));
    expect(stub).toMatch(new RegExp(`class="chip ${proof}"><svg[^>]*aria-hidden.*<span>${words}</span>`));
  });

  it('does not tell a refusal that can still be taken back', async () => {
    theatre = await openTheatre({ orders: [withSeats(ORDER, { 4: { proof: 'refused', reason: 'unreadable', settling: true } })] });
    const { text } = await (await enters(theatre)).get(HOME);
    const stub = text.slice(text.indexOf('id="place-4"'), text.indexOf('id="place-5"'));
    expect(stub).toContain('En cours de vérification');
    expect(stub).not.toContain('Refusé');
    expect(stub).not.toContain('<form');
  });

  it('asks for nothing once the performance has begun', async () => {
    theatre = await openTheatre();
    const camille = await enters(theatre);
    theatre.clock.set(ORDER.performance.startsAt);
    const { text } = await camille.get(HOME).expect(200);
    expect(text).toContain('La représentation a eu lieu');
    expect(text).not.toContain('type="file"');
  });

  it('before the payment, is to pay', async () => {
    theatre = await openTheatre({ orders: [{ ...ORDER, payment: 'pending', status: 'awaiting-payment' }] });
    const { text } = await (await enters(theatre)).get(HOME);
    expect(text).toContain('Payer 78,00\u00a0€');
    expect(text).not.toContain('type="file"');
  });

  it('is said in English to those who ask for it, and stays so', async () => {
    theatre = await openTheatre();
    const camille = await enters(theatre);
    expect((await camille.get(`${HOME}?lang=en`)).text).toContain('<html lang="en"');
    expect((await camille.get(HOME)).text).toContain('We still need one proof');
  });

  it('has French spaces before its high punctuation', async () => {
    theatre = await openTheatre();
    const { text } = await (await enters(theatre)).get(HOME);
    const words = text.replaceAll(/<[^>]*>/g, '');
    expect(words.match(/\S* [:;?!»]|« /g) ?? []).toEqual([]);
  });
});

function sessionOf(answer: request.Response): string | undefined {
  return /contremarque=([^;]+)/.exec(cookiesOf(answer))?.[1];
}
