import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { PROOF_FORMATS } from '../domain/proof-rules';
import { Refusal } from '../domain/refusal';
import type { ProofKind } from '../ports/proofs/proof-files';
import { gibberish, readFrames } from './inspection/frames';
import type { InspectorMessage } from './inspection/frames';
import { nodeProgram } from './walls';
import type { Walls } from './walls';

export interface InspectionLimits {
  /** What the process may compute: what a file costs does not depend on how busy the machine is. */
  readonly cpuSeconds: number;
  /** By the clock, from the start of the process to its last word: for one that waits rather than computes. */
  readonly milliseconds: number;
  /** All memory that the process may write to; the JavaScript heap gets a quarter of it. */
  readonly megabytes: number;
}

/** Where an inspection takes place. */
export interface InspectionRoom {
  readonly limits: InspectionLimits;
  /** Asked for each file; found once. */
  readonly walls: () => Promise<Walls>;
}

export interface Inspection extends Found {
  readonly kind: ProofKind;
}

interface Found {
  readonly pixels: string;
  readonly pagesInFile: number;
  readonly width: number;
  readonly height: number;
}

/** Where the pictures go, in the order in which they come. */
export interface PictureSink {
  begin(of: 'page' | 'thumbnail'): Promise<void>;
  write(bytes: Buffer): Promise<void>;
}

const MOST_PICTURE_BYTES = 64 * 1024 * 1024;

const Detail = z.record(z.string(), z.union([z.string().max(100), z.number()]));
const Message = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('ready'), kind: z.enum(PROOF_FORMATS) }),
  z.strictObject({ is: z.literal('picture'), of: z.enum(['page', 'thumbnail']) }),
  z.strictObject({
    is: z.literal('done'),
    pixels: z.string().regex(/^[0-9a-f]{64}$/),
    pagesInFile: z.int().positive(),
    width: z.int().positive(),
    height: z.int().positive(),
  }),
  z.strictObject({
    is: z.literal('refused'),
    code: z.enum(['file-type-not-accepted', 'file-damaged', 'image-too-large', 'image-too-small', 'pdf-locked', 'pdf-active']),
    detail: Detail,
  }),
]) satisfies z.ZodType<InspectorMessage>;

/**
 * Has one file inspected by a child process. A child that is too slow, or that breaks once it had begun with the file, means
 * that the file is damaged; one that could not begin is a fault of ours.
 */
export async function inspect(file: AsyncIterable<Buffer>, sink: PictureSink, { limits, walls }: InspectionRoom): Promise<Inspection> {
  const child = start(limits, await walls());
  const progress: Progress = { isLate: false, bytes: 0 };
  const alarm = setTimeout(() => {
    progress.isLate = true;
    child.kill('SIGKILL');
  }, limits.milliseconds);
  const complaints = lastWords(child.stderr);
  const work = [send(file, child.stdin), follow(child.stdout, sink, progress), once(child, 'close'), complaints];
  try {
    await Promise.all(work);
    return outcome(progress, await complaints);
  } finally {
    clearTimeout(alarm);
    child.kill('SIGKILL');
    await Promise.allSettled(work);
  }
}

interface Progress {
  isLate: boolean;
  bytes: number;
  kind?: ProofKind;
  done?: Found;
}

/** No environment: the child shall know no secret. */
function start(limits: InspectionLimits, walls: Walls): ChildProcessByStdio<Writable, Readable, Readable> {
  const heap = `--max-old-space-size=${Math.ceil(limits.megabytes / 4)}`;
  const program = walls.enclose(nodeProgram('inspect-child', [heap]));
  // The heap flag bounds JavaScript alone; pictures lie outside the heap, so the kernel bounds all that can be written to.
  // No core dump may show the paper, and a child that nobody waits for any more ends with its seconds of CPU.
  const script = `ulimit -c 0 && ulimit -d ${limits.megabytes * 1024} && ulimit -t ${limits.cpuSeconds} && exec "$0" "$@"`;
  return spawn('/bin/sh', ['-c', script, ...program], { env: {}, cwd: __dirname, stdio: ['pipe', 'pipe', 'pipe'] });
}

async function send(file: AsyncIterable<Buffer>, stdin: Writable): Promise<void> {
  try {
    await pipeline(Readable.from(file, { objectMode: false }), stdin);
  } catch (fault) {
    // A child that has refused, or died, no longer listens: what it said last tells why. Any other fault is ours.
    if (!isBrokenPipe(fault)) throw fault;
  }
}

async function follow(stdout: Readable, sink: PictureSink, progress: Progress): Promise<void> {
  for await (const frame of readFrames(stdout)) {
    if (frame.kind === 'bytes') {
      progress.bytes += frame.bytes.length;
      if (progress.bytes > MOST_PICTURE_BYTES) throw new Refusal('file-damaged', 'The pages are too large.', { why: 'unreadable' });
      await sink.write(frame.bytes);
      continue;
    }
    const message = understood(frame.json);
    if (message.is === 'refused') throw new Refusal(message.code, 'The inspection refused the file.', message.detail);
    if (message.is === 'picture') await sink.begin(message.of);
    if (message.is === 'ready') progress.kind = message.kind;
    if (message.is === 'done') progress.done = message;
  }
}

function understood(json: string): z.output<typeof Message> {
  try {
    return Message.parse(JSON.parse(json));
  } catch {
    throw gibberish('The inspection said what it cannot say.');
  }
}

function outcome(progress: Progress, complaints: string): Inspection {
  const { kind, done } = progress;
  if (kind && done) return { kind, pixels: done.pixels, pagesInFile: done.pagesInFile, width: done.width, height: done.height };
  if (progress.isLate) throw new Refusal('file-damaged', 'The inspection took too long.', { why: 'time' });
  if (kind) throw new Refusal('file-damaged', 'The inspection broke off.', { why: 'crash' });
  throw new Error(`The inspecting process could not begin: ${complaints}`);
}

/** The end of what it wrote as errors. Told only of a child that had not begun, so nothing of a paper is in it. */
async function lastWords(stderr: Readable): Promise<string> {
  let words = '';
  for await (const chunk of stderr) words = (words + String(chunk)).slice(-2000);
  return words;
}

function isBrokenPipe(fault: unknown): boolean {
  return (
    typeof fault === 'object' &&
    fault !== null &&
    'code' in fault &&
    (fault.code === 'EPIPE' || fault.code === 'ECONNRESET' || fault.code === 'ERR_STREAM_PREMATURE_CLOSE')
  );
}
