import type { Knex } from 'knex';

/**
 * Names are sought as src/domain/name-words.ts writes them, letter for letter: the columns compare bytes, and the words of orders
 * placed before are written anew. A copy of the rule as it was on that day. May be cut anywhere and run again.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw('alter table order_search_terms modify term varchar(120) character set utf8mb4 collate utf8mb4_bin not null');
  await knex.raw('alter table name_words modify word varchar(120) character set utf8mb4 collate utf8mb4_bin not null');
  let after = '';
  for (;;) {
    const terms: readonly string[] = await knex('order_search_terms')
      .distinct('term')
      .where('term', '>', after)
      .orderBy('term')
      .limit(PAGE)
      .pluck('term');
    for (const term of terms) await writeAnew(knex, term);
    const last = terms.at(-1);
    if (last === undefined) break;
    after = last;
  }
  await knex('name_words').del();
  await knex.raw('insert into name_words (word) select distinct term from order_search_terms');
}

const PAGE = 2000;

async function writeAnew(knex: Knex, term: string): Promise<void> {
  const words = nameWords(term);
  for (const word of words.filter((each) => each !== term)) {
    await knex.raw(
      'insert into order_search_terms (term, placed_at, order_reference) select ?, old.placed_at, old.order_reference from order_search_terms old where old.term = ? on duplicate key update term = order_search_terms.term',
      [word, term],
    );
  }
  if (!words.includes(term)) await knex('order_search_terms').where({ term }).del();
}

export async function down(knex: Knex): Promise<void> {
  // The words as they were typed are known no more; those of two forms fall together again.
  await knex.raw('alter table order_search_terms modify term varchar(120) character set utf8mb4 collate utf8mb4_unicode_ci not null');
  await knex('name_words').del();
  await knex.raw('alter table name_words modify word varchar(120) character set utf8mb4 collate utf8mb4_unicode_ci not null');
  await knex.raw('insert into name_words (word) select term from order_search_terms group by term');
}

function nameWords(name: string): readonly string[] {
  const words = folded(name).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return [...new Set(words.flatMap((word) => (isSyllabic(word) ? endingsOf(word) : [word])).map((word) => word.slice(0, 120)))];
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(MARKS, '')
    .replaceAll(APOSTROPHES, ' ')
    .replaceAll(/[^\0-\u007f]/gu, (letter) => ALIKE[letter] ?? letter)
    .normalize('NFC');
}

/**
 * Accents, points and vowels of Latin, Greek, Cyrillic, Hebrew and Arabic, and signs nobody sees. In India marks are letters, and
 * two of Japan's (U+3099, U+309A) make another syllable.
 */
const MARKS = /(?![\u3099\u309a])(?=[\p{Script=Inherited}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}])\p{M}|[\u0640\p{Cf}]/gu;

/** Some of them count as letters. */
const APOSTROPHES = /[\u02b9-\u02bf\u02c8\ua78c\u05f3\u05f4]/gu;

/** Letters that Unicode takes apart in no way, as those write them who lack the key. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ŧ: 't', ŋ: 'n', ĸ: 'k', ı: 'i', ȷ: 'j' },
  ...{ ə: 'e', ǝ: 'e', ɛ: 'e', ɔ: 'o', ɓ: 'b', ɗ: 'd', ɖ: 'd', ɠ: 'g', ɣ: 'g', ƙ: 'k', ƴ: 'y', ɨ: 'i', ʉ: 'u', ɩ: 'i', ʋ: 'v' },
  ...{ ƀ: 'b', ɍ: 'r', ɉ: 'j', ⱥ: 'a', ȼ: 'c', ɇ: 'e', ƚ: 'l', ɫ: 'l', ȿ: 's', ɀ: 'z', ƶ: 'z', ǥ: 'g', ɲ: 'n', ƞ: 'n' },
  ς: 'σ',
  ...{ ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه', ہ: 'ه', ھ: 'ه', ٱ: 'ا' },
};

function isSyllabic(word: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々]+$/u.test(word);
}

function endingsOf(word: string): readonly string[] {
  const letters = Array.from(word).slice(0, MOST_ENDINGS);
  return letters.map((_, index) => letters.slice(index).join(''));
}

/** Names have six at most; what is longer is found by its beginning. */
const MOST_ENDINGS = 12;
