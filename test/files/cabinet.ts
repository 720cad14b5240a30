import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ProofFiles } from '../../src/ports/proofs/proof-files';
import { createProofFiles } from '../../src/files/proof-files';
import type { ProofFilesOptions } from '../../src/files/proof-files';
import { openWalls } from '../../src/files/walls';
import { Refusal } from '../../src/domain/refusal';

/** Every proof is inspected by a process of its own, and many test files may run beside this one. */
export const FIVE_MB = 5 * 1024 * 1024;

/** A cabinet of proofs in a folder of its own, which one test file opens and empties. */
export interface Cabinet {
  readonly dir: string;
  readonly proofs: ProofFiles;
  /** The same folder with other keys or limits. */
  reopen(options: Partial<ProofFilesOptions>): ProofFiles;
  /** Every file below the folder. */
  files(): readonly string[];
  empty(): void;
}

export function key(name: string): Buffer {
  return createHash('sha256').update(name).digest();
}

export function openCabinet(): Cabinet {
  const dir = mkdtempSync(join(tmpdir(), 'proofs-'));
  const options: ProofFilesOptions = {
    dir,
    masterKeys: { current: { id: 'autumn', key: key('autumn') }, others: [] },
    fingerprintKey: key('fingerprints'),
    walls: openWalls({ hidden: [dir] }),
  };
  return {
    dir,
    proofs: createProofFiles(options),
    reopen: (changes) => createProofFiles({ ...options, ...changes }),
    files: () => readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(dir, path)).isFile()),
    empty: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** The file as it comes over the wire, in pieces of 16 KB. */
export function sent(bytes: Buffer): Readable {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 16_384) pieces.push(bytes.subarray(at, at + 16_384));
  return Readable.from(pieces, { objectMode: false });
}

export async function refusalOf(work: Promise<unknown>): Promise<Pick<Refusal, 'code' | 'detail'>> {
  try {
    await work;
  } catch (fault) {
    if (fault instanceof Refusal) return { code: fault.code, detail: fault.detail };
    throw fault;
  }
  throw new Error('Nothing was refused.');
}

export function contains(cabinet: Cabinet, words: string | Buffer): boolean {
  return cabinet.files().some((path) => readFileSync(join(cabinet.dir, path)).includes(words));
}

/** Nothing is left but proofs whose id begins with `accepted`, drafts included. */
export function expectOnlyAccepted(cabinet: Cabinet): void {
  const left = cabinet.files().filter((path) => !path.startsWith('accepted'));
  if (left.length > 0) throw new Error(`Left on the disk: ${left.join(', ')}`);
}
