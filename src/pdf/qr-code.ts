import { create } from 'qrcode';
import type { Box, Patch, Sheet } from './sheet';

/** Scanners need this much white around the code (ISO/IEC 18004). */
const QUIET_MODULES = 4;

/** Fills the square, its quiet zone included. Level M stands a fold or a drop of rain, and keeps the modules large. */
export function drawQrCode(sheet: Sheet, text: string, square: Box): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const module = square.width / (modules.size + 2 * QUIET_MODULES);
  const side = module * modules.size;
  const code = { x: square.x + QUIET_MODULES * module, y: square.y + QUIET_MODULES * module, width: side, height: side };
  sheet.patches(
    code,
    modules.size,
    patchesOf(modules.size, (row, column) => modules.data[row * modules.size + column] === 1),
  );
}

/** Modules that touch become one rectangle where they can: fewer bytes, and no viewer shows a hairline between them. */
function patchesOf(size: number, isDark: (row: number, column: number) => boolean): readonly Patch[] {
  const taken = new Set<number>();
  const isFree = (row: number, column: number): boolean =>
    row < size && column < size && isDark(row, column) && !taken.has(row * size + column);
  const patches: Patch[] = [];
  for (let square = 0; square < size * size; square += 1) {
    const [row, column] = [Math.floor(square / size), square % size];
    if (!isFree(row, column)) continue;
    const width = countFrom(column, (at) => isFree(row, at));
    const isRowFree = (at: number): boolean => countFrom(column, (across) => across < column + width && isFree(at, across)) === width;
    const height = countFrom(row, isRowFree);
    for (let place = 0; place < width * height; place += 1) taken.add((row + Math.floor(place / width)) * size + column + (place % width));
    patches.push({ row, column, width, height });
  }
  return patches;
}

function countFrom(start: number, holds: (at: number) => boolean): number {
  let end = start;
  while (holds(end)) end += 1;
  return end - start;
}
