import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import jsQR from 'jsqr';
import sharp from 'sharp';

const run = promisify(execFile);

/** A word as it stands on the paper, in millimetres from the top left corner. */
export interface PrintedWord {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The text of the whole file, or of one page, with every run of white space as one space. */
export async function textOf(pdf: Buffer, page?: number): Promise<string> {
  const pages = page === undefined ? [] : ['-f', `${page}`, '-l', `${page}`];
  const text = await onPaper(pdf, async (file) => (await run('pdftotext', [...pages, '-layout', file, '-'])).stdout);
  return text.replace(/[\s\u00a0]+/g, ' ');
}

export async function wordsOf(pdf: Buffer): Promise<readonly PrintedWord[]> {
  const { stdout } = await onPaper(pdf, (file) => run('pdftotext', ['-bbox', file, '-']));
  return stdout
    .split('<page ')
    .slice(1)
    .flatMap((page, index) => Array.from(page.matchAll(WORD), (match) => wordOn(index + 1, match)));
}

export async function fontsOf(pdf: Buffer): Promise<readonly { readonly name: string; readonly isEmbedded: boolean }[]> {
  const { stdout } = await onPaper(pdf, (file) => run('pdffonts', [file]));
  const lines = stdout.trim().split('\n').slice(2);
  return lines.map((line) => ({ name: line.split(' ')[0] ?? '', isEmbedded: / yes (yes|no) +(yes|no) +\d+ +\d+$/.test(line) }));
}

export async function factsOf(pdf: Buffer): Promise<Readonly<Record<string, string>>> {
  const { stdout } = await onPaper(pdf, (file) => run('pdfinfo', [file]));
  return Object.fromEntries(stdout.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
}

/** What a screen reader is given, tags and text, with every run of white space as one space. */
export async function heardOf(pdf: Buffer): Promise<string> {
  const { stdout } = await onPaper(pdf, (file) => run('pdfinfo', ['-struct-text', file]));
  return stdout.replace(/[\s\u00a0]+/g, ' ');
}

/** What a phone reads on a page printed at 150 dpi. */
export async function scan(pdf: Buffer, page: number): Promise<string | undefined> {
  const png = await pictureOf(pdf, page, 150);
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}

async function pictureOf(pdf: Buffer, page: number, dpi: number): Promise<Buffer> {
  return onPaper(pdf, async (file) => {
    await run('pdftoppm', ['-f', `${page}`, '-l', `${page}`, '-r', `${dpi}`, '-png', '-singlefile', file, `${file}.page`]);
    return readFile(`${file}.page.png`);
  });
}

const WORD = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g;

function wordOn(page: number, [, left, top, right, bottom, text = '']: RegExpMatchArray): PrintedWord {
  return { text, page, left: millimetres(left), top: millimetres(top), right: millimetres(right), bottom: millimetres(bottom) };
}

async function onPaper<T>(pdf: Buffer, read: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'ticket-'));
  try {
    await writeFile(join(folder, 'ticket.pdf'), pdf);
    return await read(join(folder, 'ticket.pdf'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function millimetres(points: string | undefined): number {
  return (Number(points) * 25.4) / 72;
}
