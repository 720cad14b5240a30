import { NAME_VARIANTS } from './name-variants';

/**
 * The words of a name as they are sought, each once. How it was typed makes no difference: capitals, accents and points, loose or
 * not, letters that a French keyboard lacks (« Łukasz », « Sørensen »), full-width signs, a family’s own form of a letter (« 髙橋 »),
 * apostrophes and hyphens of every kind.
 * What an apostrophe parts, or a lone first letter, is one word as well: « O’Neill » is sought as « oneill » too.
 * A word of Chinese, Japanese or Korean is sought by any part of it, since family and given name stand together.
 */
export function nameWords(name: string): readonly string[] {
  const words = [...wordsIn(name), ...wordsIn(joined(name))];
  return [
    ...new Set(words.flatMap((word) => (isSyllabic(word) ? endingsOf(word) : [word])).map((word) => word.slice(0, LONGEST))),
  ].toSorted();
}

/** What was typed to find somebody: its words, as names have them. */
export function soughtWords(typed: string): readonly string[] {
  return [...new Set(wordsIn(typed.replaceAll(PARTED, '')).map((word) => word.slice(0, LONGEST)))].toSorted();
}

/** One or two letters of an alphabet are a whole word (« Li », « de »): as a beginning they would mean everybody. */
export function isWholeWord(word: string): boolean {
  return word.length < 3 && !isSyllabic(word);
}

/** Which of the words sought a name has: itself, or one that begins so. */
export function wordsFoundIn(name: string, sought: readonly string[]): readonly string[] {
  const words = nameWords(name);
  return sought.filter((typed) => words.some((word) => (isWholeWord(typed) ? word === typed : word.startsWith(typed))));
}

function wordsIn(text: string): readonly string[] {
  return folded(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Without the apostrophes inside of words, nor the blank after a lone letter (« O Neill »). */
function joined(name: string): string {
  return name.replaceAll(PARTED, '').replaceAll(/(?<![\p{L}\p{M}])(\p{L}\p{M}*) (?=\p{L})/gu, '$1');
}

/** Apostrophes as people type them, between letters. */
const PARTED = /(?<=[\p{L}\p{M}])['’‘‛ʹ-ʿˈ´`′＇](?=\p{L})/gu;

/** As long as the columns that keep them. */
const LONGEST = 120;

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
  ...NAME_VARIANTS,
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
