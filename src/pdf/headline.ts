import { createCalendar } from '../wording/dates';
import { inFace } from './fitting';
import type { Leaf } from './leaf';
import { inMillimetres } from './pen';
import type { Line } from './pen';
import type { Box, Sheet, Tag } from './sheet';

/** Title, credit, day and time, room: nothing of it is ever cut, so a long title takes the air first, then the size. */
export function drawHeadline(sheet: Sheet, leaf: Leaf, box: Box): void {
  const rows = roomiest(sheet, leaf, box);
  const air = airOf(rows, box.height);
  let baseline = box.y;
  for (const { tag, lines, steps } of rows) {
    sheet.block(tag, () => {
      lines.forEach((line, index) => {
        const step = steps[index];
        if (step) baseline += step.least + air * (step.usual - step.least);
        sheet.write(line, { x: box.x, baseline });
      });
    });
  }
}

interface Row {
  readonly tag: Tag;
  readonly lines: readonly Line[];
  /** From the baseline before (or the top) to each line's own, in millimetres. */
  readonly steps: readonly Step[];
}

interface Step {
  readonly usual: number;
  readonly least: number;
}

/** Under the last baseline: the tails of its letters, and the rule. */
const FOOT = 2;

const TITLES = [
  ...[30, 28, 26, 24, 22].map((size) => ({ size, maxLines: 1 })),
  ...[22, 20, 18].map((size) => ({ size, maxLines: 2 })),
  ...[18, 16, 14, 12, 10].map((size) => ({ size, maxLines: Infinity })),
];

const CREDIT_SIZES = [10.5, 9];

function roomiest(sheet: Sheet, { ticket, language, words }: Leaf, box: Box): readonly Row[] {
  const calendar = createCalendar(language, ticket.timeZone);
  const set = (face: 'title' | 'text', text: string, size: number) => sheet.lines(inFace(face, text), size, box.width);
  const day = row('P', set('title', calendar.fullMoment(ticket.performanceAt), 18), DAY);
  const room = row('P', set('text', words.roomAndDoors(ticket.room, calendar.time(ticket.doorsAt)), 11.5), ROOM);
  const when = { tag: 'P', lines: [...day.lines, ...room.lines], steps: [...day.steps, ...room.steps] } as const;
  let rows: readonly Row[] = [];
  for (const { size, maxLines } of TITLES) {
    const lines = set('title', ticket.showTitle, size);
    if (lines.length > maxLines) continue;
    const title = row('H1', balanced(sheet, ticket.showTitle, lines), {
      first: { usual: 0.87, least: 0.8 },
      next: { usual: 1.12, least: 1 },
    });
    for (const creditSize of CREDIT_SIZES) {
      rows = [title, row('P', set('text', ticket.credit, creditSize), CREDIT), when];
      if (leastHeight(rows) <= box.height) return rows;
    }
  }
  // Even the smallest title leaves no room: the credit is the one line that the ticket can do without.
  return rows.filter((each, index) => index !== 1);
}

/** A title of several lines has no lonely last word: the lines are as narrow as their number allows. */
function balanced(sheet: Sheet, title: string, lines: readonly Line[]): readonly Line[] {
  const [{ size } = { size: 0 }] = lines;
  const wide = Math.max(...lines.map((line) => line.width));
  let best = lines;
  for (let width = wide; lines.length > 1 && width > wide / 2; width -= 2) {
    const narrower = sheet.lines(inFace('title', title), size, width);
    if (narrower.length > lines.length) break;
    best = narrower;
  }
  return best;
}

interface Steps {
  readonly first: Step;
  readonly next: Step;
}

/** In multiples of the size of the line. */
const CREDIT: Steps = { first: { usual: 1.78, least: 1.3 }, next: { usual: 1.25, least: 1.1 } };
const DAY: Steps = { first: { usual: 1.72, least: 1.2 }, next: { usual: 1.15, least: 1 } };
const ROOM: Steps = { first: { usual: 1.7, least: 1.33 }, next: { usual: 1.2, least: 1.1 } };

function row(tag: Tag, lines: readonly Line[], { first, next }: Steps): Row {
  const steps = lines.map((line, index) => {
    const size = inMillimetres(line.size);
    const step = index === 0 ? first : next;
    return { usual: step.usual * size, least: step.least * size };
  });
  return { tag, lines, steps };
}

function leastHeight(rows: readonly Row[]): number {
  return total(rows, (step) => step.least) + FOOT;
}

/** How much of the air between the lines there is room for: 1 is the usual page. */
function airOf(rows: readonly Row[], height: number): number {
  const least = leastHeight(rows);
  const usual = total(rows, (step) => step.usual) + FOOT;
  return Math.max(0, Math.min(1, (height - least) / (usual - least)));
}

function total(rows: readonly Row[], of: (step: Step) => number): number {
  return rows.flatMap((each) => each.steps).reduce((sum, step) => sum + of(step), 0);
}
