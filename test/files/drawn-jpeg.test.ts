import { spawnSync } from 'node:child_process';

/** Sixteen pages at once, more than are encoded side by side, and whole collections meanwhile; nobody holds a page once it is drawn. */
const ENCODES = `
  const { createCanvas } = require('@napi-rs/canvas');
  const { drawnJpeg } = require('./src/files/drawn-jpeg.ts');
  const drawnPage = () => {
    const canvas = createCanvas(1200, 900);
    const context = canvas.getContext('2d');
    context.fillStyle = '#b9b09d';
    context.fillRect(0, 0, 1200, 900);
    return drawnJpeg(canvas, 88);
  };
  const encode = async () => {
    const quiet = await drawnPage();
    let alike = 0;
    for (let round = 0; round < 6; round += 1) {
      const pages = Array.from({ length: 16 }, drawnPage);
      gc();
      await new Promise((next) => setImmediate(next)); // finalizers run between two turns
      gc();
      alike += (await Promise.all(pages)).filter((page) => page.equals(quiet)).length;
    }
    process.stdout.write(alike + ' alike');
  };
  void encode();`;

// In a process of its own: a page that is lost ends it without a word, and a whole collection of what jest holds takes seconds.
test('pages that are still being encoded outlive every collection of what nobody holds', () => {
  const { status, signal, stdout } = spawnSync(process.execPath, ['--expose-gc', '--require', 'tsx/cjs', '-e', ENCODES], {
    encoding: 'utf8',
  });
  expect({ status, signal, stdout }).toEqual({ status: 0, signal: null, stdout: '96 alike' });
});
