import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createCanvas } from '@napi-rs/canvas';
import { drawnJpeg } from '../../src/files/drawn-jpeg';

const AT_ONCE = 16;
const ROUNDS = 10;

/** Nobody holds the canvas once this is over. */
function drawnPage(): Promise<Buffer> {
  const canvas = createCanvas(1200, 900);
  const context = canvas.getContext('2d');
  context.fillStyle = '#b9b09d';
  context.fillRect(0, 0, 1200, 900);
  return drawnJpeg(canvas, 88);
}

test('pages that are still being encoded outlive every collection of what nobody holds', async () => {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  const quiet = await drawnPage();
  for (let round = 0; round < ROUNDS; round += 1) {
    const pages = Array.from({ length: AT_ONCE }, drawnPage);
    collect();
    await new Promise((next) => setImmediate(next)); // finalizers run between two turns
    collect();
    expect((await Promise.all(pages)).every((page) => page.equals(quiet))).toBe(true);
  }
}, 240_000); // a bound for a busy machine: a hundred and sixty pages are encoded, with a whole collection between
