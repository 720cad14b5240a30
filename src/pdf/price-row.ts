import { euros, vatRate } from '../wording/amounts';
import { fitted, inFace, writeLines } from './fitting';
import type { Leaf } from './leaf';
import type { Box, Sheet } from './sheet';

/** Tariff and holder at the left; what was paid at the right, or that nothing was. */
export function drawPrice(sheet: Sheet, leaf: Leaf, box: Box): void {
  const { ticket, language, words } = leaf;
  const isFree = ticket.price === 0;
  const [price] = sheet.lines(inFace('title', isFree ? words.exempt : euros(ticket.price, language)), 21, box.width);
  const [note] = sheet.lines(inFace('text', isFree ? words.exemptNote : words.withVat(vatRate(ticket.vatRate, language))), 8.5, box.width);
  const right = box.x + box.width;
  sheet.block('P', () => {
    drawHolder(sheet, leaf, { ...box, width: box.width - 8 - Math.max(price?.width ?? 0, note?.width ?? 0) });
    if (price) sheet.write(price, { x: right, baseline: box.y + 8.6, align: 'right' });
    if (note) sheet.write(note, { x: right, baseline: box.y + 13.4, align: 'right' });
  });
}

function drawHolder(sheet: Sheet, { ticket }: Leaf, box: Box): void {
  const frames = [
    { size: 11.5, width: box.width, maxLines: 1 },
    { size: 10, width: box.width, maxLines: 1 },
    { size: 9, width: box.width, maxLines: 2 },
    { size: 8, width: box.width, maxLines: 2 },
    { size: 7, width: box.width, maxLines: 2 },
  ] as const;
  const tariff = fitted(sheet, inFace('strong', ticket.tariff), frames);
  const holder = fitted(sheet, inFace('text', ticket.holder), frames);
  const first = tariff.length > 1 ? 5.2 : 6.3;
  const last = writeLines(sheet, tariff, { x: box.x, baseline: box.y + first, leading: 1.1 });
  writeLines(sheet, holder, { x: box.x, baseline: last + (holder.length > 1 ? 4.4 : 5.3), leading: 1.1 });
}
