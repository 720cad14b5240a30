import { Refusal } from '../../../src/domain/refusal';
import type { OrderView } from '../../../src/domain/order-view';
import { studentCard } from '../../files/papers';
import { ORDER } from '../../people';
import type { Theatre } from '../harness';
import { openTheatre, SOPHIE_AT_THE_DESK } from '../harness';
import { signsIn } from '../visitor';

const REVIEW = '/guichet/controle/7K2M-4Q9T';

let theatre: Theatre;
afterEach(() => theatre.close());

/** A theatre whose proofs answer as `page` does. */
async function opens(page: () => Promise<Buffer>, order: OrderView = ORDER) {
  const original = async () => ({ content: await page(), mime: 'image/jpeg', extension: 'jpg' }) as const;
  theatre = await openTheatre({ orders: [order], needs: () => ({ files: { page, thumbnail: page, original } }) });
  return signsIn(theatre, SOPHIE_AT_THE_DESK);
}

const lea = () => theatre.book.get('7K2M-4Q9T')?.view.proofs.find(({ id }) => id === 'proof-lea');

it('a file that is gone is said on its order, with the way on, and was shown to nobody', async () => {
  const sophie = await opens(() => Promise.reject(new Refusal('proof-not-found', 'Gone.')));
  await sophie.get(`${REVIEW}/justificatifs/proof-lea/1`).expect(410);
  expect(lea()?.lostAt).toBe(theatre.clock.now());
  expect(theatre.proofs.views).toEqual([]);
  const { text } = await sophie.get(`${REVIEW}?place=3`).expect(200);
  expect(text).toContain('ne peut plus être lu chez nous');
  expect(text).toContain('«\u00a0Demander une précision\u00a0»');
  await sophie.get(`${REVIEW}/justificatifs/proof-lea`).expect(410);
});

it('a disk that is only away loses nothing, and what is read again is lost no more', async () => {
  let answer: () => Promise<Buffer> = () => Promise.reject(new Error('The folder of the proofs is not there.'));
  const sophie = await opens(() => answer());
  await sophie.get(`${REVIEW}/justificatifs/proof-lea/1`).expect(500);
  expect(lea()?.lostAt).toBeUndefined();
  answer = () => Promise.reject(new Refusal('proof-lost', 'Damaged.'));
  await sophie.get(`${REVIEW}/justificatifs/proof-lea/1`).expect(410);
  answer = () => studentCard();
  await sophie.get(`${REVIEW}/justificatifs/proof-lea/1`).expect(200);
  expect(lea()?.lostAt).toBeUndefined();
});

it('a PDF of sixty pages says that ten are shown', async () => {
  const proofs = ORDER.proofs.map((proof) =>
    proof.id === 'proof-lea' ? { ...proof, kind: 'pdf' as const, pages: 10, pagesInFile: 60 } : proof,
  );
  const sophie = await opens(() => studentCard(), { ...ORDER, proofs });
  const { text } = await sophie.get(`${REVIEW}?place=3`).expect(200);
  expect(text).toContain('page\u00a01 sur 10');
  expect(text).toContain('Le fichier a 60 pages\u00a0: seules les 10 premières sont montrées\u202f; pour les autres, téléchargez-le.');
});
