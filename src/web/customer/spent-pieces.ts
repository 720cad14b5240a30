import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Readable } from 'node:stream';

/** As much of a stream as may lie about once it has been read. */
const MOST_BYTES = 1024 * 1024;

/**
 * Node reads a stream in pieces of 64 KiB that lie outside the JavaScript heap. V8 counts what is in the heap, so that
 * 30 MB of spent pieces can gather before it looks: a young collection (about a millisecond) for each MB keeps a long
 * stream as small as a short one.
 */
export function clearSpentPieces(stream: Readable): void {
  let bytes = 0;
  stream.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes < MOST_BYTES) return;
    bytes = 0;
    collectYoung();
  });
}

const collectYoung = youngCollector();

function youngCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: (options: { readonly type: 'minor' }) => void = runInNewContext('gc');
  return () => collect({ type: 'minor' });
}
