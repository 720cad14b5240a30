import { once } from 'node:events';
import { IncomingMessage, request as post } from 'node:http';
import { buffer, text as whole } from 'node:stream/consumers';
import { createDepositProof } from '../../src/use-cases/deposit-proof';
import type { Reach } from '../../src/use-cases/reach-story';
import type { ProofFiles } from '../../src/ports/proofs/proof-files';
import { openBook } from '../fakes/book';
import { fakeProofs } from '../fakes/proofs';
import { ORDER } from '../people';
import { sentFile, studentCard } from '../files/papers';
import type { Theatre } from './harness';
import { openTheatre } from './harness';
import type { Visitor } from './visitor';
import { cookiesOf, enters, formFields, unmarked } from './visitor';

const HOME = '/commande/7K2M-4Q9T';
const ACTION = `${HOME}/places/5/justificatif`;

let theatre: Theatre;
let camille: Visitor;
afterEach(() => theatre.close());

type Change = Partial<Parameters<typeof createDepositProof>[0]>;

/** Takes any file. */
const KEEPS: Pick<ProofFiles, 'receive' | 'purge'> = {
  receive: async (_id, stream) => {
    const { length } = await buffer(stream);
    return { kind: 'jpeg', bytes: length, sha256: '', pages: 1, pagesInFile: 1, fingerprints: { bytes: '', pixels: '' } };
  },
  purge: () => Promise.resolve(),
};

/** The theatre, with something in it that does not work. */
async function opens(change: Change = {}, orders = [ORDER]): Promise<void> {
  theatre = await openTheatre({
    orders,
    needs: (needs) => {
      const runs = { depositProof: () => Promise.reject(new Error('14 UNAVAILABLE')) };
      const reach: Reach = (_order, _head, send) => send();
      const newId = () => crypto.randomUUID();
      const warn = (what: string) => void theatre.logged.push(what);
      return {
        deeds: {
          ...needs.deeds,
          depositProof: createDepositProof({
            ...needs,
            proofs: fakeProofs(openBook([ORDER])),
            files: KEEPS,
            runs,
            reach,
            newId,
            warn,
            ...change,
          }),
        },
      };
    },
  });
  camille = await enters(theatre);
}

const current = () => theatre.book.get('7K2M-4Q9T')?.view.proofs.filter(({ seats, replaced }) => seats.includes(5) && !replaced) ?? [];

async function sends(files: readonly { readonly name: string; readonly content: Buffer }[]) {
  const fields = formFields((await camille.get(HOME)).text, ACTION);
  const form = camille.post(ACTION);
  for (const [name, value] of Object.entries(fields)) form.field(name, value);
  for (const { name, content } of files) form.attach('proof', content, name);
  return form;
}

it('sixty files at once: ten are taken, and each of the others is named', async () => {
  theatre = await openTheatre();
  camille = await enters(theatre);
  const content = sentFile('photo.webp');
  const { status, text } = await sends(Array.from({ length: 60 }, (_, n) => ({ name: `page-${n + 1}.webp`, content })));
  expect(status).toBe(422);
  expect(current()).toHaveLength(10);
  expect(text).toContain('Dix fichiers au plus par envoi.');
  const taken = current().map(({ fileName }) => fileName);
  const others = Array.from({ length: 60 }, (_, n) => `page-${n + 1}.webp`).filter((name) => !taken.includes(name));
  expect(others.filter((name) => !text.includes(name))).toEqual([]);
});

it('more files than a form may name are told of as well', async () => {
  await opens({ files: { receive: () => Promise.reject(new Error('Not asked for.')), purge: () => Promise.resolve() } });
  const files = Array.from({ length: 120 }, (_, n) => ({ name: `page-${n + 1}.webp`, content: Buffer.from('x') }));
  expect((await sends(files)).text).toContain('page-100.webp et les suivants');
});

it('an order that is not paid sends nothing, and is answered before its file is read', async () => {
  await opens({}, [{ ...ORDER, payment: 'pending', status: 'awaiting-payment' }]);
  const page = await camille.get(HOME);
  const { hostname, port } = new URL(theatre.url);
  const headers = { cookie: cookiesOf(page), 'content-type': 'multipart/form-data; boundary=x', 'content-length': 5_000_000 };
  const sending = post({ hostname, port, path: ACTION, method: 'POST', headers });
  sending.on('error', () => undefined); // it is cut off: the answer is what counts
  sending.write('--x\r\nContent-Disposition: form-data; name="proof"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n');
  const [answer]: unknown[] = await once(sending, 'response');
  if (!(answer instanceof IncomingMessage)) throw new Error('No answer came.');
  expect(answer.statusCode).toBe(422);
  expect(await whole(answer)).toContain('Cette commande n’est pas encore payée.');
  sending.destroy();
});

it('a full disk is answered beside the file’s name, logged, and does not keep the next sender', async () => {
  const receive: ProofFiles['receive'] = async (_id, stream) => {
    // As the real one: it reads, and the disk takes no more in the middle of the file.
    for await (const chunk of stream) throw new Error(`ENOSPC: no space left for ${String(chunk).length} signs`);
    throw new Error('Nothing came.');
  };
  await opens({ files: { receive, purge: () => Promise.resolve() } });
  const { status, text } = await sends([{ name: 'carte.jpg', content: Buffer.concat([await studentCard(), Buffer.alloc(3_000_000)]) }]);
  expect(status).toBe(422);
  expect(text).toContain('carte.jpg n’a pas pu être enregistré. C’est de notre côté\u00a0: renvoyez-le dans quelques minutes.');
  expect(theatre.logged.join('')).toContain('a proof of 7K2M-4Q9T could not be kept');
});

it('a folder that is none is answered like a full disk, though nothing can be removed from it either', async () => {
  const none = () => Promise.reject(Object.assign(new Error('ENOTDIR: not a directory'), { code: 'ENOTDIR' }));
  await opens({ files: { receive: none, purge: none } });
  const { status, text } = await sends([{ name: 'carte.jpg', content: await studentCard() }]);
  expect(status).toBe(422);
  expect(text).toContain('carte.jpg n’a pas pu être enregistré. C’est de notre côté');
});

it('a file that is too big in its middle is answered, however fast it comes', async () => {
  theatre = await openTheatre();
  camille = await enters(theatre);
  const { status } = await sends([{ name: 'film.jpg', content: Buffer.concat([await studentCard(), Buffer.alloc(40_000_000)]) }]);
  expect(status).toBe(422);
});

it('while Temporal is away the files are kept, the page says that and no more, and nothing is asked again', async () => {
  const given: string[] = [];
  await opens({ proofs: { ...fakeProofs(openBook([ORDER])), give: (sending) => Promise.resolve(given.push(sending)).then(() => 'new') } });
  const { status, headers } = await sends([{ name: 'carte.jpg', content: await studentCard() }]);
  expect([status, headers['location']]).toEqual([303, `${HOME}?garde=5#place-5`]);
  expect(given).toHaveLength(1);
  const { text } = await camille.get(`${HOME}?garde=5`);
  expect(text).toContain('Votre envoi est bien enregistré');
  expect(text).toContain('Vous n’avez rien à renvoyer.');
  expect(theatre.logged.join('')).toContain('proofs of 7K2M-4Q9T not told yet');
});

describe('names', () => {
  const named = async (name: string) => {
    await opens({ files: { receive: () => Promise.reject(new Error('Full.')), purge: () => Promise.resolve() } });
    const fields = formFields((await camille.get(HOME)).text, ACTION);
    const head = `--x\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${fields['_csrf'] ?? ''}\r\n`;
    const file = `--x\r\nContent-Disposition: form-data; name="proof"; filename="${name}"\r\nContent-Type: image/jpeg\r\n\r\nx\r\n--x--\r\n`;
    const { text } = await camille.post(ACTION).set('content-type', 'multipart/form-data; boundary=x').send(`${head}${file}`);
    return /<p>([^<]*) n’a pas pu être enregistré/.exec(unmarked(text))?.[1];
  };

  it.each([
    ['a quotation mark, as browsers write it', 'carte %22recto%22.jpg', 'carte &quot;recto&quot;.jpg'],
    ['a path', '..\\..\\etc/carte.jpg', 'carte.jpg'],
    ['a sign that turns the writing round', 'carte\u202egpj.exe', 'cartegpj.exe'],
    ['signs that isolate', '\u2066carte\u2069.jpg', 'carte.jpg'],
    ['letters from right to left', 'בטקה.jpg', '\u2068בטקה.jpg\u2069'],
    ['letters in two parts', 'e\u0301tudiante.jpg', 'étudiante.jpg'],
    ['300 letters', `${'a'.repeat(300)}.jpg`, `…${'a'.repeat(115)}.jpg`],
    ['300 signs of two halves', `${'😀'.repeat(300)}.jpg`, `…${'😀'.repeat(115)}.jpg`],
  ])('with %s', async (_what, name, shown) => {
    expect(await named(name)).toBe(shown);
  });
});
