import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import type { BusboyInstance } from '@fastify/busboy';
import type { Request } from 'express';
import { Refusal } from '../../domain/refusal';
import { MOST_FILES } from '../../domain/sending-proofs';
import { clearSpentPieces } from './spent-pieces';

interface IncomingFile {
  readonly fileName: string;
  readonly stream: Readable;
}

export interface ReadFile {
  readonly fileName: string;
  /** How many bytes came in all, also those that nobody wanted. */
  readonly bytes: number;
  readonly refusal?: Refusal | undefined;
}

export type Fields = ReadonlyMap<string, readonly string[]>;

export interface FormReading {
  /** Once, with the fields that stand before the files, before a byte of a file is read. What it throws is thrown at the end. */
  begin(fields: Fields): Promise<TakeFile>;
  /** Beyond this nothing is read any more and the line is cut. */
  readonly maxBytes: number;
}

/**
 * A form with files, as it streams in: nothing is kept in memory but the fields. A file that is refused is read to its end
 * and thrown away, so that the files after it, and the answer, still get through.
 */
export async function readForm(request: Request, reading: FormReading): Promise<readonly ReadFile[]> {
  const fields = new Map<string, string[]>();
  const works: Promise<ReadFile | undefined>[] = [];
  let open: Readable | undefined;
  let taking: Promise<TakeFile> | undefined;
  const begun = () => (taking ??= reading.begin(fields));
  try {
    await walk(request, reading.maxBytes, {
      field: (name, value) => void fields.set(name, [...(fields.get(name) ?? []), value]),
      file: (file, name) => {
        open = file;
        const work = name ? handOver(file, nameOf(name), begun()) : drain(file);
        work.catch(() => undefined); // heard below, when the form is at its end
        works.push(work);
      },
      // The parser skips them, and their names with them.
      beyond: () => void works.push(Promise.resolve({ fileName: '', bytes: 0, refusal: ONE_TOO_MANY })),
    });
    await begun();
    return (await Promise.all(works)).filter((file) => file !== undefined);
  } catch (fault) {
    open?.destroy(fault instanceof Error ? fault : undefined);
    await Promise.allSettled(works);
    throw fault;
  }
}

const ONE_TOO_MANY = new Refusal('too-many-files', 'More files than a form may hold.', { max: MOST_FILES });

type TakeFile = (file: IncomingFile) => Promise<void>;

interface Listeners {
  field(name: string, value: string): void;
  file(stream: Readable, name: string): void;
  /** There are more files than are read. */
  beyond(): void;
}

/** Resolves when the form has been read to its end. */
async function walk(request: Request, maxBytes: number, listeners: Listeners): Promise<void> {
  const form = formOf(request);
  form.on('field', (name, value) => listeners.field(name, value));
  form.on('file', (_field, stream, name) => listeners.file(stream, name));
  form.once('filesLimit', () => listeners.beyond());
  let read = 0;
  const count = (chunk: Buffer) => {
    read += chunk.length;
    if (read > maxBytes) form.destroy(new Refusal('file-too-big', 'Far more than a form may hold.'));
  };
  const leave = () => void (request.complete || form.destroy(new BrokenOff('The sender went away.')));
  clearSpentPieces(request);
  request.on('data', count).once('close', leave).pipe(form);
  try {
    await once(form, 'finish');
  } catch (fault) {
    if (read > maxBytes) hangUpAfterTheAnswer(request, LINGER_MS);
    if (fault instanceof Refusal || fault instanceof BrokenOff) throw fault;
    throw new Refusal('input-invalid', 'A form that cannot be read.');
  } finally {
    request.off('data', count).off('close', leave).unpipe(form);
  }
}

/** Those beyond are refused, but each by its name. */
const MOST_NAMED = 100;

function formOf(request: Request): BusboyInstance {
  const type = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data;.*boundary=/i.test(type)) throw new Refusal('input-invalid', 'Not a form with files.');
  const limits = { fields: 50, fieldSize: 10_000, files: MOST_NAMED, headerPairs: 50 };
  return new Busboy({ headers: { ...request.headers, 'content-type': type }, limits });
}

const LINGER_MS = 2000;

/**
 * Node would go on reading what nobody wants, for as long as it comes. Cut at once, the answer would be lost with the
 * line: a while is left to hear it.
 */
export function hangUpAfterTheAnswer(request: Request, lingerMs: number): void {
  request.resume();
  request.res?.once('finish', () => {
    setTimeout(() => void (request.complete || request.destroy()), lingerMs).unref();
  });
}

/** The sender went away: nobody is there to hear an answer. */
class BrokenOff extends Error {}

async function handOver(file: Readable, fileName: string, take: Promise<TakeFile>): Promise<ReadFile> {
  const stream = new PassThrough();
  // Whoever reads it hears of it; without a listener it would end the process.
  stream.on('error', () => undefined);
  const pumping = pump(file, stream);
  try {
    await (
      await take
    )({ fileName, stream });
    return { fileName, bytes: await pumping };
  } catch (fault) {
    stream.destroy();
    const bytes = await pumping;
    if (fault instanceof Refusal) return { fileName, bytes, refusal: fault };
    throw fault;
  }
}

/** Gives on what is still wanted, counts everything. */
async function pump(file: Readable, stream: PassThrough): Promise<number> {
  let bytes = 0;
  try {
    for await (const chunk of file) {
      bytes += chunkLength(chunk);
      if (!stream.destroyed && !stream.write(chunk)) await drainedOrClosed(stream);
    }
    stream.end();
  } catch (fault) {
    stream.destroy(fault instanceof Error ? fault : new Error(String(fault)));
  }
  return bytes;
}

/** A stream that its reader gives up says so by an error: then it is closed, and the rest of the file is read all the same. */
async function drainedOrClosed(stream: PassThrough): Promise<void> {
  const over = new AbortController();
  await Promise.race([once(stream, 'drain', over), once(stream, 'close', over)]).catch(() => undefined);
  over.abort();
}

function chunkLength(chunk: unknown): number {
  return Buffer.isBuffer(chunk) ? chunk.length : 0;
}

/** A field left empty: browsers send a file without name or content. */
async function drain(file: Readable): Promise<undefined> {
  file.resume();
  await once(file, 'end');
  return undefined;
}

const LONGEST_NAME = 120;

/**
 * As its sender calls it, for the sender's eyes only; a path before it is cut off by the parser. Browsers write a quotation
 * mark and line ends as %22, %0D and %0A (HTML, multipart/form-data) and nothing else. The end is kept: it says the kind.
 */
function nameOf(name: string): string {
  const written = name
    .replaceAll('%22', '"')
    .replaceAll(/%0[ad]/gi, '')
    .normalize('NFC');
  const letters = Array.from(written.replaceAll(INVISIBLE, ''));
  const short = letters.length > LONGEST_NAME ? `…${letters.slice(1 - LONGEST_NAME).join('')}` : letters.join('');
  return short.trim() || 'fichier';
}

/** Control and format characters (those that turn the writing round among them), and halves of a character. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
