import { create } from 'qrcode';
import type { Bar, Box, Sheet } from './sheet';

/** Scanners need this much white around the code (ISO/IEC 18004). */
const QUIET_MODULES = 4;

/** Fills the square, its quiet zone included. Level M stands a fold or a drop of rain, and keeps the modules large. */
export function drawQrCode(sheet: Sheet, text: string, square: Box): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const module = square.width / (modules.size + 2 * QUIET_MODULES);
  const side = module * modules.size;
  const code = { x: square.x + QUIET_MODULES * module, y: square.y + QUIET_MODULES * module, width: side, height: side };
  const rows = Array.from({ length: modules.size }, (_, row) =>
    barsOf(modules.data.subarray(row * modules.size, (row + 1) * modules.size), row),
  );
  sheet.bars(code, modules.size, rows.flat());
}

/** Modules that touch are one rectangle, so that no viewer shows a hairline between them. */
function barsOf(line: Uint8Array, row: number): readonly Bar[] {
  const bars: Bar[] = [];
  for (let column = 0; column < line.length; column += 1) {
    if (!line[column]) continue;
    const start = column;
    while (line[column + 1]) column += 1;
    bars.push({ row, column: start, length: column - start + 1 });
  }
  return bars;
}
