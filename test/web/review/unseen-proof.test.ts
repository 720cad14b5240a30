import { DISABLED, ORDER, withSeats } from '../../people';
import { studentCard } from '../../files/papers';
import type { Theatre } from '../harness';
import { openTheatre, SOPHIE_AT_THE_DESK } from '../harness';
import type { Visitor } from '../visitor';
import { formFields, signsIn } from '../visitor';

const REVIEW = '/guichet/controle/7K2M-4Q9T';

let theatre: Theatre;
let sophie: Visitor;
afterEach(() => theatre.close());

beforeEach(async () => {
  theatre = await openTheatre({
    orders: [withSeats(ORDER, { 4: { tariff: DISABLED } })],
    needs: () => ({ files: { page: () => studentCard(), thumbnail: () => studentCard(), original: async () => ({ content: await studentCard(), mime: 'image/jpeg', extension: 'jpg' }) } }), // prettier-ignore
  });
  sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
});

async function accepts(no: number) {
  const { text } = await sophie.get(`${REVIEW}?place=${no}`).expect(200);
  return sophie.post(REVIEW).type('form').send({ ...formFields(text, REVIEW), kind: 'approve', attested: 'yes' }); // prettier-ignore
}

it('a proof of health waits until whoever answers has opened it; that a colleague did is not enough', async () => {
  const proof = () => theatre.book.get('7K2M-4Q9T')?.view.seats[3]?.proof;
  await theatre.proofs.logView({ proof: 'proof-nadia', by: 'staff:3', how: 'view', at: theatre.clock.now() });
  const blind = await accepts(4);
  expect([blind.status, proof()]).toEqual([422, 'under-review']);
  expect(blind.text).toContain('n’a pas encore été ouvert au guichet');
  await sophie.get(`${REVIEW}/justificatifs/proof-nadia/1`).expect(200);
  await accepts(4);
  expect(proof()).toBe('approved');
});
