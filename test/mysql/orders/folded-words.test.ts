import { down, up } from '../../../migrations/0080-folded-words';
import { up as compose } from '../../../migrations/0081-composed-names';
import { nameWords } from '../../../src/domain/name-words';
import { later, openBoxOffice, type BoxOffice } from '../open-box-office';

let office: BoxOffice;
beforeAll(async () => {
  office = await openBoxOffice();
});
afterAll(() => office.close());

/** As version 0.1.0 wrote them. */
const OLD = [
  { name: 'Anaïs Lefe\u0300vre', words: ['anaïs', 'lefe\u0300vre'] },
  { name: 'Łukasz Żółć', words: ['łukasz', 'żółć'] },
  { name: 'Éloïse Hébert', words: ['éloïse', 'hébert'] },
  { name: '山田太郎', words: ['山田太郎'] },
] as const;

test('names of orders placed before are found after the migration, and kept composed', async () => {
  const { knex } = office;
  const references: string[] = [];
  for (const [index, { name }] of OLD.entries()) {
    references.push(await office.place({ name, email: `ancien${index}@courriel.example`, placedAt: later(index) }));
  }
  await down(knex);
  await knex('name_words').del();
  await knex('order_search_terms').del();
  for (const [index, { name, words }] of OLD.entries()) {
    const order_reference = references[index] ?? '';
    await knex('order_search_terms').insert(words.map((term) => ({ term, placed_at: new Date(later(index)), order_reference })));
    await knex('name_words').insert(words.map((word) => ({ word })));
    await knex('customers')
      .where({ email: `ancien${index}@courriel.example` })
      .update({ name });
  }

  await up(knex);
  await compose(knex);
  await up(knex); // cut and run again

  const found = async (text: string) => (await office.orders.search({ text, limit: 5 })).orders.map(({ customerName }) => customerName);
  expect(await found('lefevre')).toEqual(['Anaïs Lefèvre']);
  expect(await found('Lefèvre')).toEqual(['Anaïs Lefèvre']);
  expect(await found('zolc lukasz')).toEqual(['Łukasz Żółć']);
  expect(await found('hebert')).toEqual(['Éloïse Hébert']);
  expect(await found('太郎')).toEqual(['山田太郎']);
  expect(await knex('name_words').orderBy('word').pluck('word')).toEqual(
    [...new Set(OLD.flatMap(({ name }) => nameWords(name)))].toSorted(),
  );
});
