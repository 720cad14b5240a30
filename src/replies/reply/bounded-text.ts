/** Uncapped, every parser of replies tried can be frozen for seconds by a hostile text of 50 KB. */
const MAX_CHARACTERS = 16_384;
const MAX_LINES = 200;
const MAX_LINE = 1_000;

/** Lines that any later step may read without fear; `cut` when something was left out. */
export interface BoundedText {
  readonly lines: readonly string[];
  readonly cut: boolean;
  /** Whether what was left out has words that are no quotation: lines without the sign `>`. */
  readonly cutsOwnWords: boolean;
}

export function boundedText(text: string): BoundedText {
  const all = text
    .slice(0, MAX_CHARACTERS)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u2028\u2029\u0085]/g, '\n')
    .split('\n')
    .map((line) => readable(line.slice(0, MAX_LINE)));
  const lines = all.filter((line, at) => line !== '' || (at > 0 && all[at - 1] !== ''));
  const cut = text.length > MAX_CHARACTERS || lines.length > MAX_LINES;
  // The last line may have been cut in two by the bound on characters: it is read again, whole, with the rest.
  const left = lines.slice(MAX_LINES).concat(text.slice(text.lastIndexOf('\n', MAX_CHARACTERS) + 1).split('\n'));
  return { lines: lines.slice(0, MAX_LINES), cut, cutsOwnWords: cut && left.some((line) => /^\s*[^\s>]/.test(line.slice(0, MAX_LINE))) };
}

/** Odd blanks become plain ones, invisible signs go; letters and punctuation stay as typed. */
function readable(line: string): string {
  const visible = line.replaceAll(/[\u200B\u200C\u2060\uFEFF\u00AD\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');
  return visible.replaceAll(/[^\S\n]+/g, ' ').trimEnd();
}
