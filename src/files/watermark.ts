import { GlobalFonts, createCanvas, loadImage } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';

const QUALITY = 88;
/** Names of our own, so that no font installed on the machine takes their place. The second has the letters that the first lacks. */
const FONTS = [
  { name: 'Watermark', file: '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2' },
  { name: 'Watermark Wide', file: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf' },
] as const;

interface Strip {
  readonly top: number;
  readonly height: number;
  /** The row of the picture that the strip continues. */
  readonly from: number;
  readonly align: 'left' | 'right';
}

/**
 * The picture with the line written twice: in a strip above it on the right, in a strip below it on the left. The strips
 * continue the picture's edges and lie outside it, so that no word of the paper can be under the line.
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
  const strips: readonly Strip[] = [
    { top: 0, height: strip, from: strip, align: 'right' },
    { top: height + strip, height: strip, from: height + strip - 1, align: 'left' },
  ];
  for (const each of strips) {
    context.drawImage(canvas, 0, each.from, width, 1, 0, each.top, width, each.height);
    write(context, line, { strip: each, size, width });
  }
  return canvas.encode('jpeg', QUALITY);
}

function write(
  context: SKRSContext2D,
  line: string,
  place: { readonly strip: Strip; readonly size: number; readonly width: number },
): void {
  const { strip, width } = place;
  const margin = place.size;
  const isDark = brightness(context, strip, width) < 128;
  context.textBaseline = 'middle';
  context.textAlign = strip.align;
  context.lineJoin = 'round';
  setSize(context, place.size);
  const room = width - 2 * margin;
  const needed = context.measureText(line).width;
  if (needed > room) setSize(context, Math.max(6, (place.size * room) / needed));
  const at = { x: strip.align === 'left' ? margin : width - margin, y: strip.top + strip.height / 2 };
  // A rim in the strip's own tone keeps the line readable where the edge of a photo is restless.
  context.strokeStyle = isDark ? 'rgba(0, 0, 0, 0.6)' : 'rgba(255, 255, 255, 0.7)';
  context.lineWidth = place.size / 4;
  context.strokeText(line, at.x, at.y);
  context.fillStyle = isDark ? '#e9e7e2' : '#4a4a4a';
  context.fillText(line, at.x, at.y);
}

function setSize(context: SKRSContext2D, size: number): void {
  context.font = `${size}px ${FONTS.map((font) => `"${font.name}"`).join(', ')}`;
}

/** The mean of the strip, from 0 (black) to 255: every row of it is the same, so one row tells. */
function brightness(context: SKRSContext2D, strip: Strip, width: number): number {
  const { data } = context.getImageData(0, strip.top, width, 1);
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum += (data[at] ?? 0) * 0.299 + (data[at + 1] ?? 0) * 0.587 + (data[at + 2] ?? 0) * 0.114;
  return sum / width;
}

function registerFonts(): void {
  for (const font of FONTS) {
    if (GlobalFonts.has(font.name)) continue;
    if (!GlobalFonts.registerFromPath(require.resolve(font.file), font.name)) throw new Error(`The font ${font.file} cannot be read.`);
  }
}
