import { KNOWN_WORDS } from './rules';
import { withPeople } from './people';
import { withSeats } from './seats';
import type { SeatWord } from './seats';
import { joinedNorms, wordsOf } from './words';

/** One sentence of one line; places of words count from the start of the whole text. */
export interface Sentence {
  readonly words: readonly SeatWord[];
  readonly line: string;
  readonly end: '' | '.' | '!' | '?' | '…' | ';';
}

const ENDS = new Map<string, Sentence['end']>([
  ['.', '.'],
  ['!', '!'],
  ['?', '?'],
  ['…', '…'],
  [';', ';'],
]);

export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const line of text.split(LINE_END)) {
    sentences.push(...sentencesOfLine(line, start));
    start += line.length + 1;
  }
  return sentences;
}

/** Mail programs break lines at 72 columns or so: a long line that the next goes on from in lower case is no line of its own. */
const LINE_END = /(?<!^.{60,}[^.!?:;\n])\n|\n(?![\p{Ll}\d])/mu;

/** Where a word stands in the sentence's joined line, and in the text. */
export function placeOf(sentence: Sentence, at: number): number {
  return sentence.words.slice(0, at).reduce((sum, word) => sum + word.norm.length + 1, 0);
}

export function startOf(sentence: Sentence, at: number): number {
  return sentence.words[at]?.start ?? 0;
}

export function endOf(sentence: Sentence, at: number): number {
  return sentence.words[at]?.end ?? 0;
}

function sentencesOfLine(line: string, start: number): readonly Sentence[] {
  const words = wordsOf(line.replace(/^[\s]*[-•·*–—]\s+/, (mark) => ' '.repeat(mark.length))).map((word) => ({
    ...word,
    start: word.start + start,
    end: word.end + start,
  }));
  const found: Sentence[] = [];
  let from = 0;
  for (const [at, word] of words.entries()) {
    const end = ENDS.get(word.norm);
    // « 1. oui » is a label, not a sentence of its own.
    if (end === undefined || (end === '.' && at === 1 && /^\d{1,2}$/.test(words[0]?.norm ?? ''))) continue;
    const last = found.at(-1);
    // « ! ? » and « ?! » end one sentence, and a question mark among them makes it a question.
    if (at === from && last) found[found.length - 1] = { ...last, end: last.end === '?' ? '?' : end };
    else if (at > from) found.push(toSentence(words.slice(from, at), end));
    from = at + 1;
  }
  if (from < words.length) found.push(toSentence(words.slice(from), ''));
  return found;
}

function toSentence(words: readonly SeatWord[], end: Sentence['end']): Sentence {
  const bare = words.filter((word, at) => !(word.norm === '.' && at === 1));
  const named = withPeople(withSeats(bare), KNOWN_WORDS);
  return { words: named, line: joinedNorms(named), end };
}
