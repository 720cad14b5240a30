import { Console } from 'node:console';
import { setPriority } from 'node:os';
import { Refusal } from '../domain/refusal';
import { byteFrames, messageFrame } from './inspection/frames';
import type { ProofKind } from '../ports/proofs/proof-files';
import { sniff } from './inspection/sniff';
import type * as heicInspection from './inspection/inspect-heic';
import type * as imageInspection from './inspection/inspect-image';
import type * as pdfInspection from './inspection/inspect-pdf';

/**
 * A process of its own for one hostile file: it comes on standard input, and frames leave on standard output. It is given no
 * environment, no secret and no open file; inspect.ts gives it its limits of time and memory.
 */
async function main(): Promise<void> {
  setPriority(10);
  // Standard output is for frames alone; libheif, for one, complains on it.
  globalThis.console = new Console(process.stderr, process.stderr);
  const bytes = await readAll(process.stdin);
  const kind = await sniff(bytes);
  const inspect = loadInspector(kind);
  await send(messageFrame({ is: 'ready', kind }));
  const found = await unlessUnreadable(inspect(bytes, sendPicture));
  await send(messageFrame({ is: 'done', ...found }));
}

type Inspector = typeof imageInspection.inspectImage;

/** Required when needed: either library takes longer to load than a small file to read. */
function loadInspector(kind: ProofKind): Inspector {
  if (kind === 'pdf') {
    const pdf: typeof pdfInspection = require('./inspection/inspect-pdf');
    return pdf.inspectPdf;
  }
  if (kind === 'heic') {
    const heic: typeof heicInspection = require('./inspection/inspect-heic');
    return heic.inspectHeic;
  }
  const image: typeof imageInspection = require('./inspection/inspect-image');
  return image.inspectImage;
}

async function sendPicture(of: 'page' | 'thumbnail', jpeg: Buffer): Promise<void> {
  await send(messageFrame({ is: 'picture', of }));
  for (const frame of byteFrames(jpeg)) await send(frame);
}

/** The libraries throw anything at all on garbage, plain TypeErrors included: to the customer it means that we cannot read it. */
async function unlessUnreadable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (fault) {
    if (fault instanceof Refusal) throw fault;
    // No memory for what it swells to, or no end to what it nests.
    const why = fault instanceof RangeError ? 'crash' : 'unreadable';
    throw new Refusal('file-damaged', 'The file cannot be read.', { why });
  }
}

async function readAll(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function send(frame: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(frame, (fault) => (fault ? reject(fault) : resolve()));
  });
}

async function refuse(fault: unknown): Promise<void> {
  if (!(fault instanceof Refusal)) throw fault;
  await send(messageFrame({ is: 'refused', code: fault.code, detail: fault.detail }));
}

main()
  .catch(refuse)
  .then(
    () => process.exit(0),
    (fault: unknown) => {
      console.error(fault);
      process.exit(1);
    },
  );
