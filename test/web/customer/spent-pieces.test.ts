import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { clearSpentPieces } from '../../../src/web/customer/spent-pieces';

const PIECE = 64 * 1024;
const MB = 1024 * 1024;

test('of 100 MB that pass by, no more than a few lie about', async () => {
  const before = process.memoryUsage().arrayBuffers;
  let highest = 0;
  const stream = Readable.from(pieces(100 * MB), { objectMode: false });
  clearSpentPieces(stream);
  stream.on('data', () => (highest = Math.max(highest, process.memoryUsage().arrayBuffers - before)));
  await finished(stream);
  expect(highest).toBeLessThan(8 * MB);
});

function* pieces(length: number): Generator<Buffer> {
  for (let at = 0; at < length; at += PIECE) yield Buffer.alloc(PIECE, at % 251);
}
