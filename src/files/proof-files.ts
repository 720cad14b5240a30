import { FORMATS } from '../domain/proof-rules';
import { Refusal } from '../domain/refusal';
import type { ProofFiles, ReceivedFile } from '../ports/proofs/proof-files';
import { createFileKeys } from './file-key';
import type { MasterKeys } from './file-key';
import type { InspectionLimits, InspectionRoom } from './inspect';
import { THUMBNAIL, pagePart } from './picture-sink';
import { createProofFolders, unlessMissing } from './proof-folder';
import { ORIGINAL, SHEET, receiveProof, sealFor } from './receive-proof';
import type { Receiving } from './receive-proof';
import { bindPages } from './rendered-document';
import { readWhole } from './sealed-part';
import type { Seal } from './sealed-part';
import { readSheet } from './sheet';
import { turned } from './turned';
import { createTurns } from './turns';
import type { TurnLimits } from './turns';
import { markLine, watermarked } from './watermark';

/** Some twenty files at their limit, with their pictures. */
const LEAST_ROOM = 128 * 1024 * 1024;

export interface ProofFilesOptions {
  readonly dir: string;
  readonly masterKeys: MasterKeys;
  /** 32 bytes, apart from the master keys and never changed: fingerprints are compared over years. */
  readonly fingerprintKey: Buffer;
  readonly inspection?: Partial<InspectionLimits>;
  /** Around each inspection. */
  readonly walls: InspectionRoom['walls'];
  /** How many files are inspected at the same time; the others wait on the disk. */
  readonly turns?: Partial<TurnLimits>;
  /** Under that many bytes of free room we say that we are not ready. */
  readonly leastRoom?: number;
}

const LIMITS = { cpuSeconds: 15, milliseconds: 60_000, megabytes: 448 } as const satisfies InspectionLimits;
/** Ten files of an order may be under way; who has waited a minute and a half is asked to come back. */
const TURNS = { atOnce: 2, waiting: { perOrder: 10, perAddress: 40, inAll: 200, ms: 90_000 } } as const satisfies TurnLimits;
const HOUR = 60 * 60 * 1000;

export function createProofFiles(options: ProofFilesOptions): ProofFiles {
  const receiving: Receiving = {
    folders: createProofFolders(options.dir),
    keys: createFileKeys(options.masterKeys),
    turns: createTurns({ ...TURNS, ...options.turns }),
    room: { limits: { ...LIMITS, ...options.inspection }, walls: options.walls },
    fingerprintKey: options.fingerprintKey,
  };
  const { folders } = receiving;
  const page: ProofFiles['page'] = async (proofId, n, { watermark, turns = [] } = {}) => {
    const picture = await turned(await readPart(receiving, { proofId, part: pagePart(n) }), turns[n - 1] ?? 0);
    return watermark === undefined ? picture : watermarked(picture, markLine(watermark));
  };

  return {
    async receive(proofId, stream, { maxBytes, formats, sender }) {
      const { file, isNew } = await receiveProof(receiving, { proofId, stream, maxBytes, formats, sender });
      return isNew ? file : sameAsBefore(receiving, { proofId, file });
    },

    page,

    thumbnail: async (proofId, { turns = [] } = {}) => turned(await readPart(receiving, { proofId, part: THUMBNAIL }), turns[0] ?? 0),

    async rendered(proofId, look) {
      const { pages } = await sheetOf(receiving, proofId);
      const pictures: Buffer[] = [];
      for (let n = 1; n <= pages; n += 1) pictures.push(await page(proofId, n, look));
      return bindPages(pictures);
    },

    async original(proofId) {
      const { kind } = await sheetOf(receiving, proofId);
      const { mime, extensions } = FORMATS[kind];
      return { mime, extension: extensions[0], content: await readPart(receiving, { proofId, part: ORIGINAL }) };
    },

    checkRoom: () => folders.checkRoom(options.leastRoom ?? LEAST_ROOM),
    purge: (proofId) => folders.remove(proofId),
    sweep: (now) => folders.removeLeftovers(new Date(Date.parse(now) - HOUR)),
    storedBefore: (instant) => folders.storedBefore(new Date(instant)),
  };
}

interface Part {
  readonly proofId: string;
  readonly part: string;
}

async function readPart(receiving: Receiving, of: Part): Promise<Buffer> {
  const seal = await openSeal(receiving, of);
  const content = await unlessMissing(readWhole(receiving.folders.pathOf(of.proofId, of.part), seal));
  if (!content) throw notFound(of.proofId);
  return content;
}

async function sheetOf(receiving: Receiving, proofId: string): Promise<ReceivedFile> {
  const seal = await openSeal(receiving, { proofId, part: SHEET });
  return readSheet(receiving.folders.pathOf(proofId, SHEET), seal);
}

async function openSeal(receiving: Receiving, { proofId, part }: Part): Promise<Seal> {
  const wrapped = await receiving.folders.wrappedKey(proofId);
  if (wrapped === undefined) throw notFound(proofId);
  return sealFor(proofId, { key: receiving.keys.unwrap(proofId, wrapped), part });
}

async function sameAsBefore(receiving: Receiving, again: { readonly proofId: string; readonly file: ReceivedFile }): Promise<ReceivedFile> {
  const before = await sheetOf(receiving, again.proofId);
  if (before.sha256 !== again.file.sha256) throw new Error(`Proof ${again.proofId} was received before, with other bytes.`);
  return before;
}

function notFound(proofId: string): Refusal {
  return new Refusal('proof-not-found', `Proof ${proofId} was purged or never was.`);
}
