import { composed, isLine, isReadable } from './free-text';

/**
 * A name as it is kept, and as a ticket and a letter can carry it: one line, composed letters, something to read in it. Signs that
 * nobody sees come along when a name is copied and are left out; `undefined` where a sign turns or breaks the line.
 */
export function personName(typed: string): string | undefined {
  const name = composed(typed.replaceAll('\t', ' ').replaceAll(UNSEEN, '')).replaceAll(/ {2,}/g, ' ');
  return name !== '' && isReadable(name) && isLine(name) ? name : undefined;
}

export function isPersonName(typed: string): boolean {
  return personName(typed) !== undefined;
}

/** « C. R. » of « Camille Roussel »: enough to compare a name with a paper, and no name. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word = '') => `${String.fromCodePoint(word.codePointAt(0) ?? 0).toLocaleUpperCase('fr')}.`).join('\u00a0');
}

/**
 * Soft hyphens, blanks without a width, the direction marks that telephones put around a name; and joiners, but those that shape a
 * Persian, Hindi or Sinhala name or hold an emoji together.
 */
const UNSEEN =
  /\u034f|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff]|(?<![\p{L}\p{M}\p{Emoji_Presentation}\p{Emoji_Modifier}])[\u200c\u200d]|(?<=\p{Script=Latin})[\u200c\u200d]/gu;
