import { fileTypeFromBuffer } from 'file-type';
import { FORMATS, PROOF_FORMATS } from '../../domain/proof-rules';
import { Refusal } from '../../domain/refusal';
import type { ProofKind } from '../../ports/proofs/proof-files';

const ACCEPTED: Readonly<Record<string, ProofKind>> = {
  ...Object.fromEntries(PROOF_FORMATS.flatMap((format) => FORMATS[format].extensions.map((extension) => [extension, format]))),
  // a moving PNG, of which we keep the first picture
  apng: 'png',
};

/** What a file is by its content; its name and what the browser says of it play no part. */
export async function sniff(bytes: Buffer): Promise<ProofKind> {
  const type = await fileTypeFromBuffer(bytes);
  const kind = type ? ACCEPTED[type.ext] : latePdf(bytes);
  if (!kind) throw new Refusal('file-type-not-accepted', 'No picture that we read, nor a PDF.', { kind: type?.ext ?? 'unknown' });
  return kind;
}

/** PDF readers look for the header in the first 1,024 bytes (ISO 32000-1, annex H, note 13): some scanners write a line before it. */
function latePdf(bytes: Buffer): ProofKind | undefined {
  return bytes.subarray(0, 1024).includes('%PDF-') ? 'pdf' : undefined;
}
