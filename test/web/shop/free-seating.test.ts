import { fakeCatalogue } from '../../fakes/catalogue';
import type { Theatre } from '../harness';
import { DATE, opens } from './shopping';

let theatre: Theatre;
afterEach(() => theatre.close());

it.each([
  ['fr', 'Le placement est libre\u00a0: aucune place n’est attribuée, on s’installe en arrivant.'],
  ['en', 'Seating is free: no place is assigned, settle where you like when you come.'],
])('free seating promises nobody a chair: a category may be « assis ou debout » (%s)', async (language, words) => {
  const catalogue = fakeCatalogue();
  const offer = async (...asked: Parameters<typeof catalogue.offer>) =>
    catalogue.offer(...asked).then((one) => one && { ...one, performance: { ...one.performance, seating: 'free' as const } });
  const open = await opens({ needs: () => ({ catalogue: { ...catalogue, offer } }) });
  theatre = open.theatre;
  const { text } = await open.camille.get(`${DATE}?lang=${language}`).expect(200);
  expect(text).toContain(words);
  expect(text).not.toMatch(/s’assied|sit where/);
});
