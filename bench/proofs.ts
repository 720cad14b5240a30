import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { studentCard } from '../local/demo/papers';
import { deriveKey } from '../src/entry/keys';
import { createFileKeys } from '../src/files/file-key';
import { pagePart, THUMBNAIL } from '../src/files/picture-sink';
import { createProofFolders } from '../src/files/proof-folder';
import { ORIGINAL, sealFor, SHEET } from '../src/files/receive-proof';
import { createSealed } from '../src/files/sealed-part';
import type { ReceivedFile } from '../src/ports/proofs/proof-files';
import type { House } from './house';

interface ReceivedProof {
  readonly id: string;
  readonly file: ReceivedFile;
}

/**
 * Proofs that were received before the clock starts. One card goes the whole way through its inspection; the others are its
 * pictures under keys of their own, as they would lie there.
 */
export interface ProofPile {
  add(count: number): Promise<void>;
  take(): ReceivedProof;
}

export async function layProofs({ world, config }: Pick<House, 'world' | 'config'>): Promise<ProofPile> {
  const card = await studentCard('Paul Roussel', '2026-2027');
  const model = randomUUID();
  const file = await world.files.receive(model, Readable.from([card]), { maxBytes: card.length });
  const parts = [
    { part: ORIGINAL, content: card },
    { part: pagePart(1), content: await world.files.page(model, 1) },
    { part: THUMBNAIL, content: await world.files.thumbnail(model) },
  ];
  const folders = createProofFolders(config.PROOF_DIR);
  const keys = createFileKeys({ current: { id: 'k1', key: deriveKey(config.MASTER_KEY, 'proofs') }, others: [] });
  const pile: ReceivedProof[] = [];
  return {
    async add(count) {
      for (let laid = 0; laid < count; laid += 1) pile.push(await lay(randomUUID()));
    },
    take() {
      const proof = pile.pop();
      if (!proof) throw new Error('No proof is left on the pile: lay more before the clock starts.');
      return proof;
    },
  };

  async function lay(id: string): Promise<ReceivedProof> {
    const folder = await folders.begin(id);
    const { key, wrapped } = keys.create(id);
    await folder.keepKey(wrapped);
    const print = () => randomBytes(32).toString('hex');
    const received = { ...file, fingerprints: { bytes: print(), pixels: print() } };
    for (const { part, content } of [...parts, { part: SHEET, content: Buffer.from(JSON.stringify(received)) }]) {
      const writer = await createSealed(folder.pathOf(part), sealFor(id, { key, part }));
      await writer.write(content);
      await writer.end();
    }
    await folder.publish();
    return { id, file: received };
  }
}
