import { Refusal } from '../../domain/refusal';
import type { RefusalCode } from '../../domain/refusal';
import type { ProofKind } from '../../ports/proofs/proof-files';

/**
 * How the inspecting child talks: frames of one letter (`m` for a message in JSON, `b` for bytes of the picture that the last
 * message announced), a length of four bytes, and the content.
 */
export type Frame = { readonly kind: 'message'; readonly json: string } | { readonly kind: 'bytes'; readonly bytes: Buffer };

export type InspectorMessage =
  /** The kind is known and the libraries are loaded: what goes wrong from now on is the file's doing. */
  | { readonly is: 'ready'; readonly kind: ProofKind }
  | { readonly is: 'picture'; readonly of: 'page' | 'thumbnail' }
  | { readonly is: 'done'; readonly pixels: string; readonly pagesInFile: number; readonly width: number; readonly height: number }
  | { readonly is: 'refused'; readonly code: RefusalCode; readonly detail: Readonly<Record<string, string | number>> };

/** Longer frames are not accepted: the reader never holds more than that. */
const LONGEST = 64 * 1024;
const HEADER = 5;

export function messageFrame(message: InspectorMessage): Buffer {
  return frame('m', Buffer.from(JSON.stringify(message)));
}

export function* byteFrames(bytes: Buffer): Generator<Buffer, void, undefined> {
  for (let at = 0; at < bytes.length; at += LONGEST) yield frame('b', bytes.subarray(at, at + LONGEST));
}

export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame, void, undefined> {
  let waiting = Buffer.alloc(0);
  for await (const chunk of source) {
    waiting = Buffer.concat([waiting, chunk]);
    for (let length = whole(waiting); length !== undefined; length = whole(waiting)) {
      yield toFrame(waiting.subarray(0, length));
      waiting = waiting.subarray(length);
    }
  }
}

function frame(letter: 'm' | 'b', content: Buffer): Buffer {
  const header = Buffer.alloc(HEADER);
  header.write(letter, 'latin1');
  header.writeUInt32BE(content.length, 1);
  return Buffer.concat([header, content]);
}

/** The length of the first frame, header included, once all of it is there. */
function whole(waiting: Buffer): number | undefined {
  if (waiting.length < HEADER) return undefined;
  const length = waiting.readUInt32BE(1);
  if (length > LONGEST) throw gibberish(`A frame of ${length} bytes is too long.`);
  return waiting.length < HEADER + length ? undefined : HEADER + length;
}

/** What a file has made of the child that read it is no fault of ours. */
export function gibberish(message: string): Refusal {
  return new Refusal('file-damaged', message, { why: 'crash' });
}

function toFrame(bytes: Buffer): Frame {
  const content = bytes.subarray(HEADER);
  return bytes.toString('latin1', 0, 1) === 'm' ? { kind: 'message', json: content.toString() } : { kind: 'bytes', bytes: content };
}
