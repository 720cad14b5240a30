import { z } from 'zod';
import { PROOF_FORMATS } from '../domain/proof-rules';
import type { ReceivedFile } from '../ports/proofs/proof-files';
import { readWhole } from './sealed-part';
import type { Seal, SealedWriter } from './sealed-part';

/** What was found when the proof came in, kept sealed beside it. */
const Sheet = z.strictObject({
  kind: z.enum(PROOF_FORMATS),
  bytes: z.int(),
  sha256: z.string(),
  pages: z.int(),
  pagesInFile: z.int(),
  fingerprints: z.strictObject({ bytes: z.string(), pixels: z.string() }),
}) satisfies z.ZodType<ReceivedFile>;

export async function keepSheet(writer: SealedWriter, received: ReceivedFile): Promise<void> {
  await writer.write(Buffer.from(JSON.stringify(received)));
  await writer.end();
}

export async function readSheet(path: string, seal: Seal): Promise<ReceivedFile> {
  const text = await readWhole(path, seal);
  return Sheet.parse(JSON.parse(text.toString()));
}
