import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSealed, readSealed, readWhole } from '../../src/files/sealed-part';
import type { Seal } from '../../src/files/sealed-part';
import { key } from './cabinet';

const dir = mkdtempSync(join(tmpdir(), 'sealed-'));
const PIECE = 64 * 1024;
const seal: Seal = { key: key('file'), label: 'lea-card/original' };
let count = 0;

afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function sealed(content: Buffer, pieces: number = content.length): Promise<string> {
  count += 1;
  const path = join(dir, String(count));
  const writer = await createSealed(path, seal);
  for (let at = 0; at < content.length; at += pieces) await writer.write(content.subarray(at, at + pieces));
  await writer.end();
  return path;
}

function paper(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, at) => (at * 7) % 251));
}

it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 17])('gives back %i bytes as they were', async (length) => {
  const content = paper(length);
  expect((await readWhole(await sealed(content), seal)).equals(content)).toBe(true);
});

it('does not depend on the pieces in which the paper came', async () => {
  const content = paper(2 * PIECE + 5);
  expect((await readWhole(await sealed(content, 999), seal)).equals(content)).toBe(true);
});

it('opens with no other key and under no other name', async () => {
  const path = await sealed(paper(100));
  await expect(readWhole(path, { ...seal, key: key('another') })).rejects.toThrow('does not verify');
  await expect(readWhole(path, { ...seal, label: 'karim-card/original' })).rejects.toThrow('does not verify');
});

it('was never sealed twice alike', async () => {
  const [once, again] = [await sealed(paper(100)), await sealed(paper(100))];
  expect(readFileSync(once).equals(readFileSync(again))).toBe(false);
});

describe('what was done to a file on the disk is seen', () => {
  const whole = PIECE + 16;
  const deeds: readonly (readonly [string, (bytes: Buffer) => Buffer])[] = [
    ['a flipped bit in the first bytes', (bytes) => flipped(bytes, 0)],
    ['a flipped bit in the middle', (bytes) => flipped(bytes, bytes.length >> 1)],
    ['a flipped bit in the last tag', (bytes) => flipped(bytes, bytes.length - 1)],
    ['a cut between two pieces', (bytes) => bytes.subarray(0, 7 + whole)],
    ['a cut inside a piece', (bytes) => bytes.subarray(0, bytes.length - 1)],
    ['a cut in the last tag', (bytes) => bytes.subarray(0, 7 + 2 * whole + 3)],
    ['a cut of all but the beginning', (bytes) => bytes.subarray(0, 3)],
    ['bytes added', (bytes) => Buffer.concat([bytes, Buffer.alloc(40)])],
    [
      'two pieces exchanged',
      (bytes) =>
        Buffer.concat([
          bytes.subarray(0, 7),
          bytes.subarray(7 + whole, 7 + 2 * whole),
          bytes.subarray(7, 7 + whole),
          bytes.subarray(7 + 2 * whole),
        ]),
    ],
  ];

  it.each(deeds)('%s', async (_what, deed) => {
    const path = await sealed(paper(2 * PIECE + 100));
    writeFileSync(path, deed(readFileSync(path)));
    await expect(readWhole(path, seal)).rejects.toThrow(/does not verify|was cut/);
  });

  it('before any of the piece is given to a reader', async () => {
    const path = await sealed(paper(2 * PIECE + 100));
    writeFileSync(path, flipped(readFileSync(path), 7 + whole + 5));
    const given: Buffer[] = [];
    await expect(
      (async () => {
        for await (const piece of readSealed(path, seal)) given.push(piece);
      })(),
    ).rejects.toThrow('does not verify');
    expect(given.map((piece) => piece.length)).toEqual([PIECE]);
  });
});

it('does not write over a file that is there', async () => {
  const path = await sealed(paper(10));
  await expect(createSealed(path, seal)).rejects.toMatchObject({ code: 'EEXIST' });
});

function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
