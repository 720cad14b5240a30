import type { TicketPage } from '../ports/tickets/printer';
import { euros } from '../wording/amounts';
import { fitted, inFace } from './fitting';
import type { Leaf } from './leaf';
import { inMillimetres } from './pen';
import type { Sheet } from './sheet';

/** A black block, seen at two metres whatever the printer. A proof of health is not named: the band then has its title alone. */
export function drawProofBand(sheet: Sheet, { words, language }: Leaf, { proof, difference }: NonNullable<TicketPage['atTheDoor']>): void {
  const [title] = sheet.lines(inFace('title', words.proofToShow), 20, 120);
  const x = BAND.x + 5.2 + (title?.width ?? 0) + 5;
  const asked = proof && difference > 0 ? words.otherwise(euros(difference, language)) : '';
  const width = BAND.x + BAND.width - 4 - x;
  const shown = proof ? words.withThisTicket(proof) : '';
  const askedAt = (size: number) => sheet.lines(inFace('text', asked), size, width);
  const layouts = LAYOUTS.map(({ size, maxLines }) => ({
    size,
    maxLines,
    lines: [...sheet.lines(inFace('text', shown), size, width), ...askedAt(size)],
  }));
  const last = askedAt(SMALLEST.size);
  const cut = () => [...fitted(sheet, inFace('text', shown), [{ ...SMALLEST, width, maxLines: SMALLEST.maxLines - last.length }]), ...last];
  const lines = layouts.find((layout) => layout.lines.length <= layout.maxLines)?.lines ?? cut();
  sheet.ornament(() => sheet.blackBox(BAND));
  sheet.inWhite(() => {
    sheet.block('P', () => {
      if (title) sheet.write(title, { x: BAND.x + 5.2, baseline: BAND.y + 9.2 });
      const step = inMillimetres(lines[0]?.size ?? 0) * 1.2;
      const middle = BAND.y + BAND.height / 2 + 1.1;
      lines.forEach((line, index) => sheet.write(line, { x, baseline: middle + (index - (lines.length - 1) / 2) * step }));
    });
  });
}

const BAND = { x: 12, y: 29, width: 186, height: 14.5 };
const SMALLEST = { size: 7.5, maxLines: 4 };
const LAYOUTS = [{ size: 9.5, maxLines: 3 }, { size: 8.5, maxLines: 3 }, SMALLEST];
