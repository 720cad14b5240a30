import { fakeCatalogue } from '../../fakes/catalogue';
import { MARINIERS, PHARE } from '../../people';
import type { Theatre } from '../harness';
import { unmarked } from '../visitor';
import { DATE, fills, opens } from './shopping';

/** Paid now, an order has no time left for its proofs: nothing is promised that comes with « Mes justificatifs ». */
let theatre: Theatre;
afterEach(() => theatre.close());

const HOUR = 3_600_000;
const hoursBefore = (hours: number) => new Date(Date.parse(PHARE.startsAt) - hours * HOUR).toISOString();

async function pagesAt(now: string, language: 'fr' | 'en' = 'fr'): Promise<readonly [performance: string, basket: string]> {
  const catalogue = fakeCatalogue();
  const offer = async (...asked: Parameters<typeof catalogue.offer>) =>
    catalogue.offer(...asked).then((one) => one && { ...one, venue: MARINIERS, salesCloseAt: PHARE.startsAt });
  const open = await opens({ now, needs: () => ({ catalogue: { ...catalogue, offer } }) });
  theatre = open.theatre;
  const performance = await open.camille.get(`${DATE}?lang=${language}`);
  await fills(open.camille, { 't-ETUD': '1' });
  return [unmarked(performance.text), unmarked((await open.camille.get('/panier')).text)];
}

it.each([
  ['fr', 'Le justificatif de chaque place à tarif réduit vous est demandé à l’entrée', /déposez|Mes justificatifs »|dès qu’il est accepté/],
  [
    'en',
    'The proof of each seat at a reduced tariff is asked for at the entrance',
    /send your proof|“My proofs”|as soon as it is accepted/,
  ],
] as const)('an hour before: the door is told on both pages, and no upload promised (%s)', async (language, door, upload) => {
  for (const page of await pagesAt(hoursBefore(1), language)) {
    expect(page).toContain(door);
    expect(page).not.toMatch(upload);
  }
});

it('three hours before there is time to send it', async () => {
  const [performance, basket] = await pagesAt(hoursBefore(3));
  expect(performance).toContain('vous déposez votre justificatif ensuite');
  expect(basket).toContain('Après le paiement, un e-mail vous ouvre');
});
