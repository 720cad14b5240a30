import { IncomingMessage, request as post } from 'node:http';
import { once } from 'node:events';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { text as whole } from 'node:stream/consumers';
import { ORDER, DISABLED, withSeats } from '../people';
import { FIVE_MB } from '../files/cabinet';
import { brokenHeic, certificate, padded, sentFile, studentCard, wordFile } from '../files/papers';
import type { Theatre } from './harness';
import { openTheatre } from './harness';
import type { Visitor } from './visitor';
import { cookiesOf, enters, formFields } from './visitor';

let theatre: Theatre;
let camille: Visitor;
let card: Buffer;

beforeAll(async () => {
  card = await studentCard();
});
beforeEach(async () => {
  theatre = await openTheatre();
  camille = await enters(theatre);
});
afterEach(() => theatre.close());

const HOME = '/commande/7K2M-4Q9T';
const view = () => theatre.book.get('7K2M-4Q9T')?.view;
const seat = (no: number) => view()?.seats[no - 1];
const current = (no: number) => view()?.proofs.filter((proof) => proof.seats.includes(no) && !proof.replaced) ?? [];

const stubOf = (no: number, page: string) => page.slice(page.indexOf(`id="place-${no}"`), page.indexOf('<aside'));

interface Sent {
  readonly name: string;
  readonly content: Buffer;
}

async function sends(no: number, files: readonly Sent[], more: Readonly<Record<string, string>> = {}) {
  const action = `${HOME}/places/${no}/justificatif`;
  const fields = formFields((await camille.get(HOME)).text, action);
  const form = camille.post(action);
  for (const [name, value] of Object.entries({ ...fields, ...more })) form.field(name, value);
  for (const { name, content } of files) form.attach('proof', content, name);
  return form;
}

describe('a proof that is sent', () => {
  it('waits for an answer, with its picture for its sender alone', async () => {
    const { status, headers } = await sends(5, [{ name: 'carte jeune.jpg', content: card }]);
    expect([status, headers['location']]).toEqual([303, `${HOME}?recu=5#place-5`]);
    expect(seat(5)?.proof).toBe('under-review');
    const news = await camille.get(`${HOME}?recu=5`);
    expect(news.text).not.toContain('vous attendent');
    const thumbnail = `${HOME}/justificatifs/${current(5)[0]?.id}`;
    const picture = await camille.get(thumbnail).expect(200);
    expect(picture.headers['content-type']).toBe('image/jpeg');
    expect(picture.headers['cache-control']).toBe('no-store');
    const stranger = await fetch(`${theatre.url}${thumbnail}`);
    expect(stranger.status).toBe(401);
  });

  it('of exactly 5 MiB passes; one byte more is refused, with its name, its weight and the way out', async () => {
    expect((await sends(5, [{ name: 'card.jpg', content: padded(card, FIVE_MB) }])).status).toBe(303);
    expect(current(5)[0]?.bytes).toBe(5_242_880);
    const { status, text } = await sends(4, [{ name: 'IMG_2041.jpg', content: padded(card, FIVE_MB + 1) }]);
    expect(status).toBe(422);
    expect(text).toContain('<title>Erreur\u00a0: Mes justificatifs');
    expect(text).toContain('IMG_2041.jpg pèse 5,1\u00a0Mo et la limite est de 5\u00a0Mo.');
  });

  it.each([
    ['photo.webp', 'webp'],
    ['card.heic', 'heic'],
    ['owner-password-only.pdf', 'pdf'], // it opens for everybody
  ] as const)('%s is a proof like any other', async (name, kind) => {
    expect((await sends(5, [{ name, content: sentFile(name) }])).status).toBe(303);
    expect(current(5)[0]).toMatchObject({ kind, fileName: name });
    expect((await camille.get(HOME)).text).not.toContain('premières pages');
  });

  it('of sixty pages is told with all its pages, and how many we see', async () => {
    await sends(5, [{ name: 'dossier.pdf', content: sentFile('sixty-pages.pdf') }]);
    const { text } = await camille.get(HOME);
    expect(text).toContain('<bdi class="file-name">dossier.pdf</bdi>, 60\u00a0pages');
    expect(text).toContain('Nous en regardons d’abord les 10\u00a0premières pages.');
  });

  it('in two files has both; sent again, they replace the first two', async () => {
    const front = { name: 'recto.jpg', content: card };
    const back = { name: 'verso.pdf', content: await certificate(2) };
    await sends(5, [front, back]);
    expect(current(5).map(({ fileName, pages }) => [fileName, pages])).toEqual([
      ['recto.jpg', 1],
      ['verso.pdf', 2],
    ]);
    await sends(5, [{ name: 'mieux.jpg', content: card }]);
    expect(current(5).map(({ fileName }) => fileName)).toEqual(['mieux.jpg']);
  });

  it('while another is checked: its sender says whether it joins that one, or replaces it', async () => {
    await sends(5, [{ name: 'recto.jpg', content: card }]);
    const form = (await camille.get(HOME)).text.match(/<form[^>]*places\/5\/justificatif[\s\S]*?<\/form>/)?.[0] ?? '';
    expect(form).toContain('Que devient le fichier déjà reçu');
    expect(form).toContain('Envoyer un autre fichier');
    expect(form).not.toContain('checked');
  });

  it('after a question of the box office joins what was sent', async () => {
    await sends(5, [{ name: 'recto.jpg', content: card }]);
    const page = theatre.book.get('7K2M-4Q9T');
    if (page) page.view = withSeats(page.view, { 5: { proof: 'more-info', note: 'Il manque le verso.' } });
    const form = (await camille.get(HOME)).text.match(/<form[^>]*places\/5\/justificatif[\s\S]*?<\/form>/)?.[0] ?? '';
    expect(form).toMatch(/value="keep"\s+checked/);
    await sends(5, [{ name: 'verso.pdf', content: await certificate(2) }], { earlier: 'keep' });
    expect(current(5).map(({ fileName }) => fileName)).toEqual(['recto.jpg', 'verso.pdf']);
  });

  it('may serve two seats', async () => {
    await theatre.close();
    theatre = await openTheatre({
      orders: [withSeats(ORDER, { 3: { proof: 'awaiting-proof' }, 5: { tariff: ORDER.seats[2]?.tariff ?? DISABLED } })],
    });
    camille = await enters(theatre);
    await sends(3, [{ name: 'famille.jpg', content: card }], { also: '5' });
    expect([seat(3)?.proof, seat(5)?.proof]).toEqual(['under-review', 'under-review']);
    expect(current(5)[0]?.seats).toEqual([3, 5]);
  });
});

describe('what is refused', () => {
  it.each([
    ['attestation.docx', () => wordFile(), 'attestation.docx n’est pas dans un format que nous savons ouvrir. Envoyez un fichier JPEG, PDF, GIF, PNG, WebP ou HEIC.'], // prettier-ignore
    ['IMG_0001.HEIC', () => brokenHeic(), 'IMG_0001.HEIC est abîmé'],
    ['carte.png', () => sentFile('one-pixel.png'), 'carte.png est trop petit pour être lu'],
    ['vide.pdf', () => Buffer.alloc(0), 'vide.pdf est vide'],
  ])('%s is told so beside its field, in a list that takes the focus', async (name, make, words) => {
    const { status, text } = await sends(5, [{ name, content: make() }]);
    expect(status).toBe(422);
    expect(text).toContain(words);
    expect(text).toMatch(/<section class="notice error" id="errors" role="alert" tabindex="-1" autofocus/);
    expect(text).toMatch(/<input\s+type="file"\s+id="proof-5"[^>]*aria-describedby="proof-5-asked proof-5-error"\s+aria-invalid="true"/);
    expect(seat(5)?.proof).toBe('awaiting-proof');
  });

  it('does not take what passed with it', async () => {
    const { status, text } = await sends(5, [{ name: 'attestation.docx', content: wordFile() }, { name: 'carte.jpg', content: card }]); // prettier-ignore
    expect(status).toBe(422);
    expect(text).toContain('attestation.docx n’est pas');
    expect(current(5).map(({ fileName }) => fileName)).toEqual(['carte.jpg']);
  });

  it('is corrected alone, and joins what passed', async () => {
    const refused = await sends(5, [{ name: 'recto.jpg', content: card }, { name: 'verso.docx', content: wordFile() }]); // prettier-ignore
    const form = refused.text.match(/<form[^>]*places\/5\/justificatif[\s\S]*?<\/form>/)?.[0] ?? '';
    expect(form).toContain('Envoyer le fichier qui manque');
    expect(form).toMatch(/value="keep"\s+checked/);
    expect(refused.text).toContain('Les autres fichiers sont bien enregistrés\u00a0: ne les renvoyez pas');
    expect(stubOf(5, refused.text)).not.toContain('Vous n’avez rien à faire');
    await sends(5, [{ name: 'verso.pdf', content: await certificate(2) }], { earlier: 'keep' });
    expect(current(5).map(({ fileName }) => fileName)).toEqual(['recto.jpg', 'verso.pdf']);
  });

  it('beside a proof that is being checked: the page does not say that there is nothing to do', async () => {
    await sends(5, [{ name: 'recto.jpg', content: card }]);
    const { text } = await sends(5, [{ name: 'verso.docx', content: wordFile() }], { earlier: 'keep' });
    expect(text).toContain('Un point à corriger');
    expect(stubOf(5, text)).not.toContain('Vous n’avez rien à faire');
    expect(text).toMatch(/value="keep"\s+checked/);
    expect(current(5).map(({ fileName }) => fileName)).toEqual(['recto.jpg']);
  });

  it('a form without a file', async () => {
    const { status, text } = await sends(5, []);
    expect(status).toBe(422);
    expect(text).toContain('Choisissez d’abord un fichier');
  });

  it('a name that is markup stays a name', async () => {
    const { text } = await sends(5, [{ name: '<img src=x onerror=alert(1)>.jpg', content: wordFile() }]);
    expect(text).not.toContain('<img src=x');
  });

  it('a paper of health without an agreement, before it is read', async () => {
    await theatre.close();
    theatre = await openTheatre({ orders: [withSeats(ORDER, { 5: { tariff: DISABLED } })] });
    camille = await enters(theatre);
    const { text } = await sends(5, [{ name: 'carte.jpg', content: card }]);
    expect(text).toContain('Cochez votre accord');
    expect(seat(5)?.proof).toBe('awaiting-proof');
    expect((await sends(5, [{ name: 'carte.jpg', content: card }], { consent: 'yes' })).status).toBe(303);
  });

  it('a seat that needs nothing', async () => {
    const action = `${HOME}/places/2/justificatif`;
    const { _csrf = '' } = formFields((await camille.get(HOME)).text, `${HOME}/places/5/justificatif`);
    const { status, text } = await camille.post(action).field('_csrf', _csrf).attach('proof', card, 'carte.jpg');
    expect(status).toBe(422);
    expect(text).toContain('Aucun fichier n’est attendu pour cette place');
  });

  it('a form that is not this visitor’s', async () => {
    const { status } = await camille.post(`${HOME}/places/5/justificatif`).field('_csrf', 'guessed').attach('proof', card, 'carte.jpg');
    expect(status).toBe(403);
    expect(seat(5)?.proof).toBe('awaiting-proof');
  });

  it('a body that is no form', async () => {
    expect((await camille.post(`${HOME}/places/5/justificatif`).type('json').send({})).status).toBe(400);
  });
});

it('a sender who goes away in the middle leaves nothing, and the next one is served', async () => {
  const action = `${HOME}/places/5/justificatif`;
  const page = await camille.get(HOME);
  const { _csrf = '' } = formFields(page.text, action);
  const cookie = cookiesOf(page);
  await breaksOff(
    action,
    cookie,
    `--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${_csrf}\r\n--x\r\nContent-Disposition: form-data; name="proof"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`,
  );
  expect((await sends(5, [{ name: 'carte.jpg', content: card }])).status).toBe(303);
  expect(current(5)).toHaveLength(1);
});

/** Sends the head of a form, then hangs up. */
async function breaksOff(path: string, cookie: string, start: string): Promise<void> {
  const { hostname, port } = new URL(theatre.url);
  const socket = connect(Number(port), hostname);
  const closed = new Promise((done) => socket.once('close', done));
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: ${hostname}\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 999999\r\n\r\n${start}`,
  );
  socket.resume().end(card.subarray(0, 1000));
  await closed;
}

it('a film far beyond any limit is cut off, with an answer', async () => {
  const action = `${HOME}/places/5/justificatif`;
  const page = await camille.get(HOME);
  const { _csrf = '' } = formFields(page.text, action);
  const answer = await films({ url: theatre.url + action, cookie: cookiesOf(page), csrf: _csrf, megabytes: 200 });
  expect(answer).toContain('Chaque fichier peut peser 5\u00a0Mo au plus.');
  expect(current(5)).toEqual([]);
});

interface Film {
  readonly url: string;
  readonly cookie: string;
  readonly csrf: string;
  readonly megabytes: number;
}

/** Sends as long as it is let, and gives the page that comes back. */
async function films({ url, cookie, csrf, megabytes }: Film): Promise<string> {
  const sending = post(url, { method: 'POST', headers: { cookie, 'content-type': 'multipart/form-data; boundary=x' } });
  sending.write(`--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${csrf}\r\n`);
  sending.write('--x\r\nContent-Disposition: form-data; name="proof"; filename="film.mp4"\r\nContent-Type: video/mp4\r\n\r\n');
  const piece = Buffer.alloc(1024 * 1024, 1);
  Readable.from(Array.from({ length: megabytes }, () => piece)).pipe(sending);
  const [answer]: unknown[] = await once(sending, 'response');
  sending.on('error', () => undefined); // cut off: the answer is what counts
  if (!(answer instanceof IncomingMessage)) throw new Error('No answer came.');
  return whole(answer);
}

it('logs neither secret, nor cookie, nor address, nor name of a file', async () => {
  await sends(5, [{ name: 'carte-de-camille.jpg', content: card }]);
  await sends(4, [{ name: 'attestation-camille.docx', content: wordFile() }]);
  await camille.get(`${HOME}?lang=en&token=a-secret-of-a-query`);
  const lines = theatre.logged.join('');
  expect(lines).toContain('"path":"/commande/7K2M-4Q9T/places/5/justificatif"');
  const { _csrf = '' } = formFields((await camille.get(HOME)).text, `${HOME}/places/4/justificatif`);
  const secret = theatre.link().split('/').at(-1) ?? '';
  for (const word of [secret, _csrf, 'contremarque=', 's%3A', 'a-secret-of-a-query', 'camille', 'Camille', '127.0.0.1']) {
    expect(lines).not.toContain(word);
  }
});
