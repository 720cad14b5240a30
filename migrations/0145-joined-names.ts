import type { Knex } from 'knex';

/**
 * « O’Neill » is sought as one word: orders placed before are found by it too. A copy of the rule of src/domain/name-words.ts as it was
 * on that day. May be cut anywhere and run again.
 */
export async function up(knex: Knex): Promise<void> {
  let after = { reference: '', no: 0 };
  for (;;) {
    const seats = await seatsAfter(knex, after);
    const terms = new Map(seats.flatMap((seat) => termsOf(seat).map((row) => [`${row.term} ${row.order_reference}`, row])));
    const rows = [...terms.values()];
    for (let at = 0; at < rows.length; at += PAGE) await write(knex, rows.slice(at, at + PAGE));
    const last = seats.at(-1);
    if (last === undefined) break;
    after = last;
  }
}

export async function down(): Promise<void> {
  // They are not told apart from names that were typed so, and nothing depends on it.
}

const PAGE = 500;

interface Seat {
  readonly reference: string;
  readonly no: number;
  readonly holder: string;
  readonly buyer: string;
  readonly placed_at: Date;
}

async function seatsAfter(knex: Knex, { reference, no }: Pick<Seat, 'reference' | 'no'>): Promise<readonly Seat[]> {
  return knex({ p: 'positions' })
    .join({ o: 'orders' }, 'o.reference', 'p.order_reference')
    .join({ c: 'customers' }, 'c.id', 'o.customer_id')
    .whereRaw('(p.order_reference > ? or (p.order_reference = ? and p.no > ?))', [reference, reference, no])
    .orderBy(['p.order_reference', 'p.no'])
    .limit(PAGE)
    .select('p.no', 'p.holder', 'o.placed_at', { reference: 'p.order_reference', buyer: 'c.name' });
}

interface Term {
  readonly term: string;
  readonly placed_at: Date;
  readonly order_reference: string;
}

function termsOf({ holder, buyer, placed_at, reference }: Seat): readonly Term[] {
  return [holder, buyer].flatMap(joinedWords).map((term) => ({ term, placed_at, order_reference: reference }));
}

async function write(knex: Knex, rows: readonly Term[]): Promise<void> {
  await knex('order_search_terms')
    .insert([...rows])
    .onConflict(['term', 'placed_at', 'order_reference'])
    .merge(['term']);
  const words = [...new Set(rows.map(({ term }) => term))].map((word) => ({ word }));
  await knex('name_words').insert(words).onConflict('word').merge(['word']);
}

function joinedWords(name: string): readonly string[] {
  const joined = name.replaceAll(PARTED, '').replaceAll(/(?<![\p{L}\p{M}])(\p{L}\p{M}*) (?=\p{L})/gu, '$1');
  if (joined === name) return [];
  return (folded(joined).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !isSyllabic(word)).map((word) => word.slice(0, 120));
}

/** Apostrophes as people type them, between letters. */
const PARTED = /(?<=[\p{L}\p{M}])['’‘‛ʹ-ʿˈ´`′＇](?=\p{L})/gu;

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
