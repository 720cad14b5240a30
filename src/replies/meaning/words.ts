/** A word or sign of a line: folded for comparing, with its place in what was typed. */
export interface Word {
  readonly norm: string;
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
}

const WORD =
  /https?:\/\/\S+|[^\s@<>]{1,64}@[^\s@<>]{1,250}\.[^\s@<>]+|\d{1,4}(?:[/.]\d{1,4})+|\d{1,2}:\d{2}|\d{1,2}h\d{0,2}(?![a-z])|\d{1,3}(?:eres?|ers?|iemes?|emes?|e|es|ndes?|nds?|st|rd|th)(?![a-z])|\d+|\+1(?!\d)|n°|\p{L}+'|\p{L}+(?:-\p{L}+)*|[:;]-?\)|\.{2,}|\p{Extended_Pictographic}|\S/gu;

/** Signs of emphasis and quotation say nothing. `~` stays: struck words are not said. */
const SILENT = new Set(['*', '_', '"', '`', '^', "'"]);

/** `#` and `@` stand for seats and people later on, so the typed signs get other names. */
const SIGNS = new Map([
  ['#', 'n°'],
  ['@', '(at)'],
]);

export function wordsOf(line: string): readonly Word[] {
  const { text, at } = fold(line);
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = at[match.index] ?? 0;
    const end = at[match.index + match[0].length] ?? line.length;
    const norm = /^\.{2,}$/.test(match[0]) ? '…' : (SIGNS.get(match[0]) ?? match[0]);
    if (!SILENT.has(norm)) words.push({ norm, start, end, capital: /^\p{Lu}/u.test(line.slice(start, end)) });
  }
  return withoutDotOfTitles(words);
}

const SAME = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['´', "'"],
  ['`', "'"],
  ['′', "'"],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['«', '"'],
  ['»', '"'],
  ['“', '"'],
  ['”', '"'],
  ['œ', 'oe'],
  ['Œ', 'oe'],
  ['æ', 'ae'],
  ['º', '°'],
]);

/** Lower case without accents; `at` leads from each folded letter back to the typed one. */
function fold(line: string): { readonly text: string; readonly at: readonly number[] } {
  const at: number[] = [];
  let text = '';
  let place = 0;
  for (const letter of line) {
    const folded =
      SAME.get(letter) ??
      letter
        .normalize('NFKD')
        .toLowerCase()
        .replaceAll(/[\p{M}\p{Cf}\u{1F3FB}-\u{1F3FF}]/gu, '');
    for (let i = 0; i < folded.length; i += 1) at.push(place);
    text += folded;
    place += letter.length;
  }
  at.push(line.length);
  return { text, at };
}

/** « M. Martin » is one sentence. */
function withoutDotOfTitles(words: readonly Word[]): readonly Word[] {
  return words.filter((word, i) => !(word.norm === '.' && /^(?:m|mr|mme|mlle|mrs|ms|dr)$/.test(words[i - 1]?.norm ?? '')));
}

/** The folded words with single blanks between: what the patterns of the grammar are matched against. */
export function joinedNorms(words: readonly Word[]): string {
  return words.map((word) => word.norm).join(' ');
}
