/**
 * Labels in compact form, as an office writes them: `A-H`, `1-16`, `1-15/2` (every second one), `A-C, E`, `1-4, 7bis`, `Loge n° 2`.
 * `undefined`: it cannot be read.
 */
export function readLabels(text: string): readonly string[] | undefined {
  const parts = text
    .normalize('NFC')
    .split(',')
    .map((part) => part.trim());
  const labels = parts.map(readPart);
  if (labels.some((part) => part === undefined)) return undefined;
  return labels.flatMap((part) => part ?? []);
}

/** What two people would hear alike: 1 and 01. */
export function heardAs(label: string): string {
  return label.replaceAll(/(?<!\d)0+(?=\d)/g, '');
}

/** The shortest way to write labels so that they read the same, in their natural order. */
export function writeLabels(labels: readonly string[]): string {
  const runs: string[][] = [];
  for (const label of labels.toSorted(compareLabels)) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last !== undefined && follows(last, label)) run.push(label);
    else runs.push([label]);
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}-${run.at(-1)}` : run.join(', '))).join(', ');
}

/** 9 before 10, A before B, Z before AA. */
export function compareLabels(a: string, b: string): number {
  return a.length - b.length || a.localeCompare(b, 'fr', { numeric: true });
}

const MOST_IN_A_RANGE = 500;
/** The longest label. */
export const LONGEST_LABEL = 20;

/** A name of a row or seat. A hyphen stands after a word only: `Loge-2`, where `AA-AC`, `A1-A9` and `Loge 1-8` would be ranges that nobody reads. */
const LABEL = /^[\p{L}\d](?:[\p{L}\d'’ .°]|(?<=\p{L}{3})-(?=[\p{L}\d]))*$/u;

function readPart(part: string): readonly string[] | undefined {
  const numbers = /^(\d{1,4})-(\d{1,4})(?:\/([12]))?$/.exec(part);
  if (numbers) return stepped({ from: Number(numbers[1]), to: Number(numbers[2]), step: Number(numbers[3] ?? 1) }, String);
  const letters = /^([A-Z])-([A-Z])$/.exec(part);
  if (letters) return stepped({ from: codeOf(letters[1]), to: codeOf(letters[2]), step: 1 }, (code) => String.fromCodePoint(code));
  return part.length <= LONGEST_LABEL && LABEL.test(part) ? [part] : undefined;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

function stepped({ from, to, step }: Range, label: (number: number) => string): readonly string[] | undefined {
  if (to < from || to - from >= MOST_IN_A_RANGE) return undefined;
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => label(from + index * step));
}

function codeOf(letter: string | undefined): number {
  return letter?.codePointAt(0) ?? 0;
}

function follows(a: string, b: string): boolean {
  if (/^[1-9]\d*$/.test(a) && /^[1-9]\d*$/.test(b)) return Number(b) === Number(a) + 1;
  return /^[A-Z]$/.test(a) && /^[A-Z]$/.test(b) && codeOf(b) === codeOf(a) + 1;
}
