import type { Leaf } from './leaf';
import { mentionsOf } from './mentions';
import type { Mention, Mentions } from './mentions';
import { inMillimetres } from './pen';
import type { Line } from './pen';
import type { Sheet } from './sheet';

/**
 * Small print in two columns above the fold. When there is much of it, it closes up, then runs on from the left column into the right one;
 * at the very last it leaves out what the ticket already says in large.
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

/** Never under 7.5 points. */
const SETTINGS = [
  { size: 8, leading: 1.4, first: 5.4 },
  { size: 8, leading: 1.25, first: 5.4 },
  { size: 7.5, leading: 1.25, first: 4.6 },
  { size: 7.5, leading: 1.08, first: 3.8 },
];

function layoutOf(sheet: Sheet, { left, right }: Mentions, top: number): Layout {
  const setAll = (mentions: readonly Mention[], size: number) => mentions.flatMap(({ spans }) => sheet.lines(spans, size, WIDTH));
  let tightest = { size: 0, step: 0, first: 0, capacity: 0 };
  for (const { size, leading, first } of SETTINGS) {
    const step = inMillimetres(size) * leading;
    const capacity = 1 + Math.floor((LAST_BASELINE - top - first) / step);
    const columns = [setAll(left, size), setAll(right, size)];
    if (columns.every((column) => column.length <= capacity)) return { columns, step, first };
    tightest = { size, step, first, capacity };
  }
  const { size, step, first, capacity } = tightest;
  const all = [...left, ...right];
  const lines = setAll(all, size);
  const kept =
    lines.length <= 2 * capacity
      ? lines
      : setAll(
          all.filter((mention) => !mention.isRepeated),
          size,
        );
  return { columns: [kept.slice(0, capacity), kept.slice(capacity)], step, first };
}
