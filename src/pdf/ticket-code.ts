import { ticketNumber } from '../wording/amounts';
import { fitted, inFace } from './fitting';
import type { Leaf } from './leaf';
import { drawQrCode } from './qr-code';
import type { Box, Sheet } from './sheet';

/** The code for the scanner, and under it the number and the identifier, which can be typed when a scanner fails. */
export function drawTicketCode(sheet: Sheet, { ticket, words }: Leaf, square: Box): void {
  const number = ticketNumber(ticket.ticketNumber);
  sheet.figure(words.qrCode(number), square, () => drawQrCode(sheet, ticket.qr, square));
  const under = square.y + square.height;
  const below = [
    { lines: sheet.lines(inFace('text', words.ticketNumber), 8.5, square.width), baseline: under + 3.6 },
    { lines: sheet.lines(inFace('title', number), 15, square.width), baseline: under + 9.2 },
    {
      lines: fitted(sheet, inFace('text', ticket.ticketUid), [
        { size: 9, width: square.width, maxLines: 1 },
        { size: 7.5, width: square.width, maxLines: 2 },
      ]),
      baseline: under + 14,
    },
  ];
  sheet.block('P', () => {
    for (const { lines, baseline } of below) {
      for (const line of lines) sheet.write(line, { x: square.x + square.width / 2, baseline, align: 'center' });
    }
  });
}
