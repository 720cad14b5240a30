import { up } from '../../../migrations/0153-name-variants';
import { later, openBoxOffice } from '../open-box-office';

const NAMES = [
  ['𠮷田 花子', '吉田'],
  ['高橋 次郎', '髙橋'],
  ['山﨑 愛', '山崎'],
  ['ﾔﾏﾀﾞ ﾀﾛｳ', 'ヤマダ'],
] as const;

test('a name is found by its letters in another form, also of orders placed before', async () => {
  const office = await openBoxOffice();
  const { knex, orders } = office;
  try {
    const found = async (text: string) => (await orders.search({ text, limit: 5 })).orders.map(({ customerName }) => customerName);
    for (const [name, other] of NAMES) {
      await office.place({ name, tariffs: ['PLEIN'], placedAt: later(1) });
      const family = name.split(' ')[0] ?? '';
      expect([await found(other), await found(family)]).toEqual([[name], [name]]);
    }
    // as 0145 left them
    for (const [old, now] of [
      ['𠮷田', '吉田'],
      ['髙橋', '高橋'],
      ['山﨑', '山崎'],
      ['﨑', '崎'],
    ] as const) {
      await knex('order_search_terms').where({ term: now }).update({ term: old });
      await knex('name_words').where({ word: now }).update({ word: old });
    }
    expect(await found('吉田')).toEqual([]);

    await up(knex);
    await up(knex); // cut and run again

    for (const [name, other] of NAMES) expect(await found(other)).toEqual([name]);
    expect(await found('崎')).toEqual(['山﨑 愛']);
    expect(await knex('name_words').where({ word: '𠮷田' }).orWhere({ word: '﨑' })).toEqual([]);
    expect(await knex('order_search_terms').where({ term: '𠮷田' })).toEqual([]);
  } finally {
    await office.close();
  }
});
