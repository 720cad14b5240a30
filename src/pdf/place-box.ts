import { fitted, inFace, writeLines } from './fitting';
import type { Frame } from './fitting';
import type { Leaf } from './leaf';
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
    { x: 95.2, right: RIGHT, label: words.entrance, value: ticket.entrance, isLarge: false },
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
  const frames = cell.isLarge ? largeFrames(width) : smallFrames(width, cell.note === undefined ? 1 : 0);
  const lines = fitted(sheet, inFace('title', cell.value), frames);
  const size = lines[0]?.size ?? 0;
  writeLines(sheet, sheet.lines(inFace('text', cell.label), 8.5, width), { x, baseline: top + 5.1, leading: 1.15 });
  const last = writeLines(sheet, lines, { x, baseline: top + firstBaseline(size), leading: 1.12 });
  if (cell.note === undefined) return;
  const note = fitted(sheet, inFace('text', cell.note), [
    { size: 9, width, maxLines: 1 },
    { size: 8, width, maxLines: 2 },
  ]);
  writeLines(sheet, note, { x, baseline: last + 5.1, leading: 1.1 });
}

function largeFrames(width: number): readonly [Frame, ...Frame[]] {
  const [first, ...smaller] = [27, 24, 21, 18, 15, 13].map((size) => ({ size, width, maxLines: 1 }));
  return [first ?? { size: 27, width, maxLines: 1 }, ...smaller, { size: 11, width, maxLines: 2 }, { size: 9, width, maxLines: 4 }];
}

function smallFrames(width: number, extraLines: number): readonly [Frame, ...Frame[]] {
  return [
    { size: 13, width, maxLines: 1 + extraLines },
    { size: 11.5, width, maxLines: 1 + extraLines },
    { size: 10.5, width, maxLines: 2 + extraLines },
    { size: 9, width, maxLines: 3 + extraLines },
    { size: 8, width, maxLines: 4 + extraLines },
  ];
}

/** Large figures hang lower than a few words do; the label stays clear of both. */
function firstBaseline(size: number): number {
  return size >= 18 ? 14.5 : 6.6 + size * 0.354;
}
