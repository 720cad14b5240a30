import { byteFrames, messageFrame, readFrames } from '../../src/files/inspection/frames';
import type { Frame } from '../../src/files/inspection/frames';

async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function framesOf(bytes: Buffer, pieces: number): Promise<readonly Frame[]> {
  const frames: Frame[] = [];
  for await (const frame of readFrames(inPieces(bytes, pieces))) frames.push(frame);
  return frames;
}

it.each([1, 7, 4096, 1_000_000])('what the inspection says arrives whole, in pieces of %i bytes', async (pieces) => {
  const picture = Buffer.alloc(20_000, 7);
  const said = Buffer.concat([messageFrame({ is: 'picture', of: 'page' }), ...byteFrames(picture)]);
  const [message, ...rest] = await framesOf(said, pieces);
  expect(message).toEqual({ kind: 'message', json: '{"is":"picture","of":"page"}' });
  expect(Buffer.concat(rest.map((frame) => (frame.kind === 'bytes' ? frame.bytes : Buffer.alloc(0)))).equals(picture)).toBe(true);
});

it('nobody waits for a frame that claims to be of 4 GB', async () => {
  await expect(framesOf(Buffer.from([0x62, 0xff, 0xff, 0xff, 0xff, 0x00]), 6)).rejects.toThrow('too long');
});
