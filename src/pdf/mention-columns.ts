import type { Leaf } from './leaf';
import { mentionsOf } from './mentions';
import type { Mention, Mentions } from './mentions';
import { inMillimetres } from './pen';
import type { Line } from './pen';
import type { Sheet } from './sheet';

/**
 * Small print in two columns above the fold. When there is much of it, it closes up, then runs on from the left column into the right one;
 * then it leaves out, one by one, what the ticket already says in large. It never reaches the fold.
 */
export function drawMentions(sheet: Sheet, leaf: Leaf, top: number): void {
  sheet.ornament(() => sheet.rule({ x: 12, y: top }, { x: 198, y: top }));
  const { columns, step, first } = layoutOf(sheet, mentionsOf(leaf), top);
  sheet.block('P', () => {
    columns.forEach((column, index) => {
      column.forEach((line, row) => sheet.write(line, { x: COLUMNS[index] ?? 0, baseline: top + first + row * step }));
    });
  });
}

interface Layout {
  readonly columns: readonly (readonly Line[])[];
  /** From one baseline to the next, in millimetres. */
  readonly step: number;
  /** From the rule to the first baseline. */
  readonly first: number;
}

const COLUMNS = [12, 109];
const WIDTH = 89;
const LAST_BASELINE = 145.6;

/** Never under 7.5 points, */
const SETTINGS = [
  { size: 8, leading: 1.4, first: 5.4 },
  { size: 8, leading: 1.25, first: 5.4 },
  { size: 7.5, leading: 1.25, first: 4.6 },
  { size: 7.5, leading: 1.08, first: 3.8 },
];

/** but where no venue has come near it: what the law asks for is rather small than cut. */
const LAST_SIZES = [7.5, 7, 6.5, 6, 5.5, 5];
const LAST = { leading: 1.08, first: 3.8 };

function layoutOf(sheet: Sheet, { left, right }: Mentions, top: number): Layout {
  const setAll = (mentions: readonly Mention[], size: number) => mentions.flatMap(({ spans }) => sheet.lines(spans, size, WIDTH));
  for (const { size, leading, first } of SETTINGS) {
    const { step, capacity } = rowsOf(size, leading, top + first);
    const columns = [setAll(left, size), setAll(right, size)];
    if (columns.every((column) => column.length <= capacity)) return { columns, step, first };
  }
  let last: Layout = { columns: [], step: 0, first: 0 };
  for (const size of LAST_SIZES) {
    const { step, capacity } = rowsOf(size, LAST.leading, top + LAST.first);
    for (const mentions of shorterAndShorter([...left, ...right])) {
      const lines = setAll(mentions, size);
      last = { columns: [lines.slice(0, capacity), lines.slice(capacity)], step, first: LAST.first };
      if (lines.length <= 2 * capacity) return last;
    }
  }
  return last;
}

/** From one baseline to the next, and how many lines a column holds. */
function rowsOf(size: number, leading: number, first: number): { readonly step: number; readonly capacity: number } {
  const step = inMillimetres(size) * leading;
  return { step, capacity: 1 + Math.floor((LAST_BASELINE - first) / step) };
}

function shorterAndShorter(all: readonly Mention[]): readonly (readonly Mention[])[] {
  const shortable = all.filter(({ inShort }) => inShort !== undefined);
  return [0, ...shortable.keys()].map((_, count) => {
    const short = shortable.slice(0, count);
    return all.map((mention) => ({ spans: short.includes(mention) ? (mention.inShort ?? []) : mention.spans }));
  });
}
