import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { Refusal } from '../domain/refusal';

/**
 * One encrypted file: 7 random bytes, then pieces of 64 KiB, each sealed by AES-256-GCM with its tag behind it. The nonce of a
 * piece is those 7 bytes, its number and whether it is the last one (the STREAM construction of Hoang, Reyhanitabar, Rogaway
 * and Vizár, 2015): a piece can be neither changed, moved, left out nor added, and every piece is verified before it is read.
 */
export interface Seal {
  readonly key: Buffer;
  /** What the file is: a part of one proof does not open as another. */
  readonly label: string;
}

export interface SealedWriter {
  write(bytes: Uint8Array): Promise<void>;
  /** Seals the last piece and waits until the disk has it. */
  end(): Promise<void>;
  /** Closes what `end` did not. */
  close(): Promise<void>;
}

const PIECE = 64 * 1024;
const PREFIX = 7;
const TAG = 16;
const OWNER_ONLY = 0o600;

export async function createSealed(path: string, seal: Seal): Promise<SealedWriter> {
  const file = await open(path, 'wx', OWNER_ONLY);
  const prefix = randomBytes(PREFIX);
  const piece = Buffer.alloc(PIECE);
  let filled = 0;
  let number = 0;
  let isOpen = true;

  async function flush(isLast: boolean): Promise<void> {
    const cipher = createCipheriv('aes-256-gcm', seal.key, nonce(prefix, number, isLast), { authTagLength: TAG });
    cipher.setAAD(Buffer.from(seal.label));
    const sealed = cipher.update(piece.subarray(0, filled));
    // GCM gives nothing at its end but the tag.
    cipher.final();
    await writeWhole(file, [...(number === 0 ? [prefix] : []), sealed, cipher.getAuthTag()]);
    number += 1;
    filled = 0;
  }

  async function close(): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    await file.close();
  }

  return {
    async write(bytes) {
      let rest = bytes;
      while (rest.length > 0) {
        // Only here, so that a file of exactly 64 KiB still has its one piece marked as the last.
        if (filled === PIECE) await flush(false);
        const taken = rest.subarray(0, PIECE - filled);
        piece.set(taken, filled);
        filled += taken.length;
        rest = rest.subarray(taken.length);
      }
    },
    async end() {
      await flush(true);
      await file.sync();
      await close();
    },
    close,
  };
}

/** Pieces in order, each verified. What does not verify is lost: the file was altered, cut, or sealed with another key. */
export async function* readSealed(path: string, seal: Seal): AsyncGenerator<Buffer, void, undefined> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const prefix = await readInto(Buffer.alloc(Math.min(PREFIX, size)), file, 0);
    let at = PREFIX;
    // Read into again and again: what is given out is another buffer.
    const space = Buffer.alloc(Math.max(0, Math.min(PIECE + TAG, size - at)));
    for (let number = 0; number === 0 || at < size; number += 1) {
      const length = Math.min(space.length, size - at);
      if (length < TAG) throw new Refusal('proof-lost', `The sealed file ${seal.label} was cut.`);
      const sealed = await readInto(space.subarray(0, length), file, at);
      at += length;
      yield unseal(sealed, seal, nonce(prefix, number, at === size));
    }
  } finally {
    await file.close();
  }
}

export async function readWhole(path: string, seal: Seal): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of readSealed(path, seal)) pieces.push(piece);
  return Buffer.concat(pieces);
}

interface WritableParts {
  writev(parts: readonly Buffer[]): Promise<{ bytesWritten: number }>;
}

async function writeWhole(file: WritableParts, parts: readonly Buffer[]): Promise<void> {
  const { bytesWritten } = await file.writev(parts);
  if (bytesWritten !== parts.reduce((sum, { length }) => sum + length, 0)) throw new Error('The disk took only a part of what was sealed.');
}

interface ReadableAt {
  read(into: Buffer, offset: number, length: number, position: number): Promise<{ bytesRead: number }>;
}

async function readInto(space: Buffer, file: ReadableAt, at: number): Promise<Buffer> {
  let read = 0;
  while (read < space.length) {
    const { bytesRead } = await file.read(space, read, space.length - read, at + read);
    if (bytesRead === 0) throw new Error('A sealed file became shorter while it was read.');
    read += bytesRead;
  }
  return space;
}

function unseal(sealed: Buffer, seal: Seal, iv: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', seal.key, iv, { authTagLength: TAG });
  decipher.setAAD(Buffer.from(seal.label));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const piece = decipher.update(sealed.subarray(0, sealed.length - TAG));
  try {
    decipher.final();
    return piece;
  } catch {
    throw new Refusal('proof-lost', `The sealed file ${seal.label} does not verify: altered, cut, or sealed with another key.`);
  }
}

function nonce(prefix: Buffer, number: number, isLast: boolean): Buffer {
  const iv = Buffer.alloc(PREFIX + 5);
  prefix.copy(iv);
  iv.writeUInt32BE(number, PREFIX);
  iv.writeUInt8(isLast ? 1 : 0, PREFIX + 4);
  return iv;
}
