import { createHash, createHmac } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Refusal } from '../domain/refusal';
import type { ProofKind, ReceivedFile } from '../ports/proofs/proof-files';
import type { FileKeys } from './file-key';
import { inspect } from './inspect';
import type { Inspection, InspectionRoom } from './inspect';
import { createSealedPictures } from './picture-sink';
import type { DraftFolder, ProofFolders } from './proof-folder';
import { createSealed, readSealed } from './sealed-part';
import type { Seal, SealedWriter } from './sealed-part';
import { keepSheet } from './sheet';
import type { Sender, Turns } from './turns';

export interface Receiving {
  readonly folders: ProofFolders;
  readonly keys: FileKeys;
  readonly turns: Turns;
  readonly room: InspectionRoom;
  readonly fingerprintKey: Buffer;
}

export interface Upload {
  readonly proofId: string;
  readonly stream: Readable;
  readonly maxBytes: number;
  readonly sender?: Sender | undefined;
  /** Those that the venue takes; absent: all that we know. */
  readonly formats?: readonly ProofKind[] | undefined;
}

/** What is known once the proof lies in its place; `isNew` is false when a proof of that id lay there already. */
export interface Received {
  readonly file: ReceivedFile;
  readonly isNew: boolean;
}

/** Of no order: not from outside. */
const ALONE: Sender = { order: '', address: '' };

export const ORIGINAL = 'original';
export const SHEET = 'sheet';

export async function receiveProof(receiving: Receiving, upload: Upload): Promise<Received> {
  const draft = await receiving.folders.begin(upload.proofId);
  try {
    const { key, wrapped } = receiving.keys.create(upload.proofId);
    await draft.keepKey(wrapped);
    const desk: DraftDesk = { draft, sealOf: (part) => sealFor(upload.proofId, { key, part }) };
    const original = await storeOriginal(await create(desk, ORIGINAL), upload);
    const { found, pages } = await receiving.turns.take(upload.sender ?? ALONE, () => storePictures(desk, receiving.room));
    if (upload.formats?.includes(found.kind) === false)
      throw new Refusal('file-type-not-accepted', 'The venue takes no such files.', { kind: found.kind });
    refuseUnreadable(found);
    const file: ReceivedFile = {
      kind: found.kind,
      ...original,
      pages,
      pagesInFile: found.pagesInFile,
      fingerprints: {
        bytes: fingerprint(receiving.fingerprintKey, `bytes:${original.sha256}`),
        pixels: fingerprint(receiving.fingerprintKey, `pixels:${found.pixels}`),
      },
    };
    await keepSheet(await create(desk, SHEET), file);
    return { file, isNew: await draft.publish() };
  } finally {
    await draft.discard();
  }
}

/** On its longer and on its shorter side: below that no card can be read. */
const SMALLEST = [240, 120] as const;

function refuseUnreadable({ width, height }: Inspection): void {
  const [longer, shorter] = SMALLEST;
  if (Math.max(width, height) < longer || Math.min(width, height) < shorter)
    throw new Refusal('image-too-small', 'Nobody can read that.', { width, height });
}

/** A part is sealed with the key of its proof, under the name of both. */
export function sealFor(proofId: string, of: { readonly key: Buffer; readonly part: string }): Seal {
  return { key: of.key, label: `${proofId}/${of.part}` };
}

interface DraftDesk {
  readonly draft: DraftFolder;
  readonly sealOf: (part: string) => Seal;
}

function create(desk: DraftDesk, part: string): Promise<SealedWriter> {
  return createSealed(desk.draft.pathOf(part), desk.sealOf(part));
}

/** Leaving the loop destroys the stream: nothing more is read of a file that is too big. */
async function storeOriginal(writer: SealedWriter, upload: Upload): Promise<Pick<ReceivedFile, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256');
  let kind: 'pdf' | 'other' = 'other';
  let bytes = 0;
  try {
    for await (const chunk of upload.stream) {
      const piece: Uint8Array = chunk;
      if (bytes === 0 && startsPdf(piece)) kind = 'pdf';
      bytes += piece.length;
      if (bytes > upload.maxBytes) throw new Refusal('file-too-big', 'The file is too big.', { limit: upload.maxBytes, kind });
      hash.update(piece);
      await writer.write(piece);
    }
    if (bytes === 0) throw new Refusal('file-empty', 'The file is empty.');
    await writer.end();
  } finally {
    await writer.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Told so that nobody who sent a PDF is asked to send one; the inspection decides. */
function startsPdf(piece: Uint8Array): boolean {
  return Buffer.from(piece.subarray(0, 1024)).includes('%PDF-');
}

async function storePictures(desk: DraftDesk, room: InspectionRoom): Promise<{ readonly found: Inspection; readonly pages: number }> {
  const pictures = createSealedPictures((part) => create(desk, part));
  try {
    const file = readSealed(desk.draft.pathOf(ORIGINAL), desk.sealOf(ORIGINAL));
    const found = await inspect(file, pictures, room);
    return { found, pages: await pictures.end() };
  } finally {
    await pictures.close();
  }
}

function fingerprint(key: Buffer, of: string): string {
  return createHmac('sha256', key).update(of).digest('hex');
}
