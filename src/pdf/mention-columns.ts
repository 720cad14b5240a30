import type { Leaf } from './leaf';
import { mentionsOf } from './mentions';
import type { Mentions } from './mentions';
import { inMillimetres } from './pen';
import type { Line } from './pen';
import type { Sheet } from './sheet';

/** Small print in two columns above the fold. The law wants all of it: it closes up, then runs on from the left column into the right one. */
export function drawMentions(sheet: Sheet, { ticket, venue, language }: Leaf, top: number): void {
  sheet.ornament(() => sheet.rule({ x: 12, y: top }, { x: 198, y: top }));
  const layout = layoutOf(sheet, mentionsOf(ticket, venue, language), top);
  layout.columns.forEach((column, index) => {
    let baseline = top + FIRST_BASELINE;
    for (const paragraph of column) {
      sheet.block('P', () => {
        for (const line of paragraph) {
          sheet.write(line, { x: COLUMNS[index] ?? 0, baseline });
          baseline += layout.step;
        }
      });
    }
  });
}

type Paragraph = readonly Line[];

interface Layout {
  readonly columns: readonly (readonly Paragraph[])[];
  /** From one baseline to the next, in millimetres. */
  readonly step: number;
}

const COLUMNS = [12, 109];
const WIDTH = 89;
const FIRST_BASELINE = 5.4;
const LAST_BASELINE = 145.2;

/** Never under 7.5 points. */
const SETTINGS = [
  { size: 8, leading: 1.4 },
  { size: 8, leading: 1.25 },
  { size: 7.5, leading: 1.25 },
  { size: 7.5, leading: 1.1 },
];

function layoutOf(sheet: Sheet, mentions: Mentions, top: number): Layout {
  let layout: Layout = { columns: [], step: 0 };
  for (const { size, leading } of SETTINGS) {
    const columns = [mentions.left, mentions.right].map((column) => column.map((spans) => sheet.lines(spans, size, WIDTH)));
    const step = inMillimetres(size) * leading;
    const capacity = 1 + Math.floor((LAST_BASELINE - top - FIRST_BASELINE) / step);
    if (columns.every((column) => column.flat().length <= capacity)) return { columns, step };
    layout = { columns: runOn(columns.flat(), capacity), step };
  }
  return layout;
}

function runOn(paragraphs: readonly Paragraph[], capacity: number): readonly (readonly Paragraph[])[] {
  const lines = paragraphs.flat();
  return [lines.slice(0, capacity).map((line) => [line]), lines.slice(capacity).map((line) => [line])];
}
