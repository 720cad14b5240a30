import { GlobalFonts, createCanvas, loadImage } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { ProofMark } from '../ports/proofs/proof-files';
import { createCalendar } from '../wording/dates';
import { drawnJpeg } from './drawn-jpeg';

const QUALITY = 88;
/** Names of our own, so that no font installed on the machine takes their place. The second has the letters that the first lacks. */
const FONTS = [
  { name: 'Watermark', file: '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2' },
  { name: 'Watermark Wide', file: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf' },
] as const;

/** « Théâtre des Mariniers, contrôle du 11 janvier 2027 », by the clock of the house. */
export function markLine({ venue, at }: ProofMark): string {
  return `${venue.name}, contrôle du ${createCalendar('fr', venue.timeZone).date(at)}`;
}

interface Strip {
  readonly top: number;
  readonly height: number;
  /** The row of the picture that the strip goes on from. */
  readonly from: number;
  readonly align: 'left' | 'right';
}

/**
 * The picture with the line written twice: in a strip above it on the right, in a strip below it on the left. The strips have
 * the tone of the edge that they continue and lie outside the picture, so that no word of the paper can be under the line.
 */
export async function watermarked(jpeg: Buffer, line: string): Promise<Buffer> {
  registerFonts();
  const picture = await loadImage(jpeg);
  const { width, height } = picture;
  const size = Math.max(12, Math.round(Math.max(width, height) / 60));
  const strip = size * 2;
  const canvas = createCanvas(width, height + 2 * strip);
  const context = canvas.getContext('2d');
  context.drawImage(picture, 0, strip);
  setSize(context, size);
  const room = width - 2 * size;
  const needed = context.measureText(line).width;
  if (needed > room) setSize(context, (size * room) / needed);
  write(context, line, { top: 0, height: strip, from: strip, align: 'right' });
  write(context, line, { top: height + strip, height: strip, from: height + strip - 1, align: 'left' });
  return drawnJpeg(canvas, QUALITY);
}

function write(context: SKRSContext2D, line: string, strip: Strip): void {
  const { width } = context.canvas;
  const tone = meanOfRow(context, strip.from);
  context.fillStyle = `rgb(${tone.join(', ')})`;
  context.fillRect(0, strip.top, width, strip.height);
  const [red, green, blue] = tone;
  context.fillStyle = red * 0.299 + green * 0.587 + blue * 0.114 < 120 ? '#ffffff' : '#1b1b1b';
  context.textBaseline = 'middle';
  context.textAlign = strip.align;
  const margin = strip.height / 2;
  context.fillText(line, strip.align === 'left' ? margin : width - margin, strip.top + strip.height / 2);
}

function meanOfRow(context: SKRSContext2D, y: number): readonly [number, number, number] {
  const { data, width } = context.getImageData(0, y, context.canvas.width, 1);
  const sum: [number, number, number] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    sum[0] += data[at] ?? 0;
    sum[1] += data[at + 1] ?? 0;
    sum[2] += data[at + 2] ?? 0;
  }
  return [Math.round(sum[0] / width), Math.round(sum[1] / width), Math.round(sum[2] / width)];
}

function setSize(context: SKRSContext2D, size: number): void {
  context.font = `${size}px ${FONTS.map((font) => `"${font.name}"`).join(', ')}`;
}

function registerFonts(): void {
  for (const font of FONTS) {
    if (GlobalFonts.has(font.name)) continue;
    if (!GlobalFonts.registerFromPath(require.resolve(font.file), font.name)) throw new Error(`The font ${font.file} cannot be read.`);
  }
}
