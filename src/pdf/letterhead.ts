import { fitted, inFace, writeLines } from './fitting';
import type { Leaf } from './leaf';
import type { Line } from './pen';
import type { Sheet } from './sheet';

/** The venue at the left; at the right which ticket of which order this is, and how to show it. */
export function drawLetterhead(sheet: Sheet, leaf: Leaf): void {
  const { venue, logo } = leaf;
  if (logo) sheet.ornament(() => sheet.picture(logo, { x: 12, y: 11, width: 15, height: 15 }));
  const x = logo ? 30.5 : 12;
  const lines = nameLines(sheet, venue.name, 118 - x);
  sheet.block('P', () => {
    writeLines(sheet, lines, { x, baseline: lines.length === 1 ? 20.4 : 17.4, leading: 1.07 });
    drawHowToShow(sheet, leaf);
  });
}

function drawHowToShow(sheet: Sheet, { ticket, words }: Leaf): void {
  const spans = [
    { text: words.ticket(ticket.seatNo, ticket.seatCount), face: 'strong' as const },
    { text: `, ${words.order(ticket.orderReference)}`, face: 'text' as const },
  ];
  const lines = [spans, inFace('text', words.howToShow), inFace('text', words.onePerPerson)].flatMap((line) => sheet.lines(line, 9, 78));
  writeLines(sheet, lines, { x: 198, baseline: 14.7, leading: 1.4, align: 'right' });
}

/** A name of two words or more stands on two lines beside its sign: « Théâtre / des Mariniers ». */
function nameLines(sheet: Sheet, name: string, width: number): readonly Line[] {
  const words = name.split(' ');
  const halves = words.slice(1).map((_, index) => [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')] as const);
  const best = halves
    .filter(([first]) => !/(^|\s)(le|la|les|de|du|des|et|the|of|and)$/i.test(first))
    .toSorted((a, b) => Math.abs(a[0].length - a[1].length) - Math.abs(b[0].length - b[1].length))[0];
  const parts = best ?? [name];
  const pair = parts.flatMap((part) => sheet.lines(inFace('title', part), 15, width));
  if (pair.length <= 2) return pair;
  return fitted(sheet, inFace('title', name), [
    { size: 13, width, maxLines: 2 },
    { size: 11, width, maxLines: 2 },
    { size: 9, width, maxLines: 3 },
    { size: 8, width, maxLines: 3 },
  ]);
}
