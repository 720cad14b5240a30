import { fitted, inFace, writeLines } from './fitting';
import type { Frame } from './fitting';
import type { Leaf } from './leaf';
import { inMillimetres } from './pen';
import type { Line } from './pen';
import type { Sheet } from './sheet';

export const PLACE_BOX_HEIGHT = 20.8;

/** Category, row, seat and entrance between two rules; or « Placement libre ». */
export function drawPlaceBox(sheet: Sheet, leaf: Leaf, top: number): void {
  const { place } = leaf.ticket;
  const cells = place ? numbered(leaf, place) : unreserved(leaf);
  sheet.ornament(() => {
    for (const y of [top, top + PLACE_BOX_HEIGHT]) sheet.rule({ x: LEFT, y }, { x: RIGHT, y });
    for (const { x } of cells.slice(1)) sheet.rule({ x, y: top }, { x, y: top + PLACE_BOX_HEIGHT });
  });
  sheet.block('P', () => cells.forEach((cell) => drawCell(sheet, cell, top)));
}

interface Cell {
  readonly x: number;
  readonly right: number;
  readonly label: string;
  readonly value: string;
  /** A row or seat is read at arm's length, a category is a few words. */
  readonly isLarge: boolean;
  readonly note?: string;
}

const LEFT = 12;
const RIGHT = 144;
const INSET = 3.2;

function numbered({ ticket, words }: Leaf, place: { readonly row: string; readonly seat: string }): readonly Cell[] {
  return [
    { x: LEFT, right: 44, label: words.category, value: ticket.category, isLarge: false },
    { x: 44, right: 68.1, label: words.row, value: place.row, isLarge: true },
    { x: 68.1, right: 95.2, label: words.seat, value: place.seat, isLarge: true },
    { x: 95.2, right: RIGHT, label: words.entrance, value: words.entranceName(ticket.entrance), isLarge: false },
  ];
}

function unreserved({ ticket, words }: Leaf): readonly Cell[] {
  const note = words.byEntrance(ticket.entrance);
  return [
    { x: LEFT, right: 68.1, label: words.seating, value: words.free, isLarge: true },
    { x: 68.1, right: RIGHT, label: words.category, value: ticket.category, isLarge: false, note },
  ];
}

function drawCell(sheet: Sheet, cell: Cell, top: number): void {
  const x = cell.x === LEFT ? LEFT : cell.x + INSET;
  const width = cell.right - INSET - x;
  const note = cell.note === undefined ? [] : fitted(sheet, inFace('text', cell.note), noteFrames(width));
  const lines = fitted(sheet, inFace('title', cell.value), cell.isLarge ? largeFrames(width) : smallFrames(width, heightOf(note)));
  const size = lines[0]?.size ?? 0;
  writeLines(sheet, sheet.lines(inFace('text', cell.label), 8.5, width), { x, baseline: top + 5.1, leading: 1.15 });
  const last = writeLines(sheet, lines, { x, baseline: top + firstBaseline(size), leading: LEADING });
  writeLines(sheet, note, { x, baseline: last + noteGap(note), leading: NOTE_LEADING });
}

const LEADING = 1.12;
const NOTE_LEADING = 1.1;

function noteFrames(width: number): readonly [Frame, ...Frame[]] {
  return [
    { size: 9, width, maxLines: 1 },
    { size: 8, width, maxLines: 2 },
    { size: 7, width, maxLines: 2 },
    { size: 6.5, width, maxLines: 2 },
  ];
}

/** From the last baseline of the value to the first of the note. */
function noteGap(note: readonly Line[]): number {
  return note.length > 1 ? 3.8 : 5.1;
}

/** What the note takes under the last baseline of the value. */
function heightOf(note: readonly Line[]): number {
  const [first] = note;
  return first ? noteGap(note) + (note.length - 1) * inMillimetres(first.size) * NOTE_LEADING : 0;
}

/** How many lines of a size stand between the label and the lower rule, less what stands under them. */
function linesWithin(size: number, under: number): number {
  const tails = inMillimetres(size) * 0.25;
  const room = PLACE_BOX_HEIGHT - 0.6 - tails - under - firstBaseline(size);
  return 1 + Math.floor(room / (inMillimetres(size) * LEADING));
}

function largeFrames(width: number): readonly [Frame, ...Frame[]] {
  const [first, ...smaller] = [27, 24, 21, 18, 15, 13].map((size) => ({ size, width, maxLines: 1 }));
  return [
    first ?? { size: 27, width, maxLines: 1 },
    ...smaller,
    ...[11, 9, 8, 7, 6.5].map((size) => ({ size, width, maxLines: linesWithin(size, 0) })),
  ];
}

/** Large where few words allow it, then as many lines as there is room for. */
function smallFrames(width: number, under: number): readonly [Frame, ...Frame[]] {
  const few = under > 0 ? 2 : 1;
  const frame = (size: number, most: number): Frame => ({ size, width, maxLines: Math.min(most, linesWithin(size, under)) });
  return [frame(13, few), frame(11.5, few), frame(10.5, 2), frame(9, 3), ...[8, 7.5, 7, 6.5, 6].map((size) => frame(size, 5))];
}

/** Large figures hang lower than a few words do; the label stays clear of both. */
function firstBaseline(size: number): number {
  return size >= 18 ? 14.5 : 6.6 + size * 0.354;
}
