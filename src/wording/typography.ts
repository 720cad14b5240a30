/**
 * French spaces (docs/look.md 4): U+00A0 before a colon, inside « », between a number and its word; U+202F before ; ? !
 * Texts are then written in the source with plain spaces, which one can see. English has no space in those places.
 */
export function typeset(text: string): string {
  return RULES.reduce((done, [pattern, by]) => done.replaceAll(pattern, by), text);
}

/** A sentence with holes, typeset as a whole: what fills the holes is left as it is. */
export function say(words: TemplateStringsArray, ...pieces: readonly (string | number)[]): string {
  return typesetPieces(words)
    .map((text, index) => text + (pieces[index] ?? ''))
    .join('');
}

/** The texts between the holes; a hole counts as a number, for « place ${n} » and « ${n} places ». */
export function typesetPieces(words: TemplateStringsArray): readonly string[] {
  const known = seen.get(words);
  if (known) return known;
  const pieces = typeset(words.join(HOLE)).split(HOLE);
  seen.set(words, pieces);
  return pieces;
}

const HOLE = '\ue000';
const NUMBER = `[\\d${HOLE}]`;
const WIDE = '\u00a0';
const NARROW = '\u202f';
const seen = new WeakMap<TemplateStringsArray, readonly string[]>();

const RULES: readonly (readonly [RegExp, string])[] = [
  [/« /g, `«${WIDE}`],
  [/ (?=[:»])/g, WIDE],
  [/ (?=[;?!])/g, NARROW],
  [/(?<=\b(?:[Pp]laces?|seats?|Seats?|tickets?|Tickets?|rang|row|fauteuil|n°|page)) (?=[\d\ue000])/g, WIDE],
  [new RegExp(`(?<=${NUMBER}) (?=(?:Mo|Ko|MB|KB|€|h|jours?|places?|fichiers?|%)(?![a-zà-ÿ]))`, 'g'), WIDE],
];
