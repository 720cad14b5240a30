import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { OutputInfo, Sharp } from 'sharp';
import { Refusal } from '../../domain/refusal';
import { MOST_PIXELS } from './pictures';
import type { PicturesFound, ShowPicture } from './pictures';

/** Enough to read the small print of a card photographed from afar; a letter still carries ten of them. */
const PAGE_SIDE = 2400;
const THUMBNAIL_SIDE = 320;
const QUALITY = 85;

/** Decodes, turns upright and encodes again: neither EXIF nor what was hidden in or behind the picture survives. */
export async function inspectImage(bytes: Buffer, show: ShowPicture): Promise<PicturesFound> {
  // Of an animation, sharp reads the first frame.
  const original = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > MOST_PIXELS)
    throw new Refusal('image-too-large', 'The picture has too many pixels.', { limit: MOST_PIXELS, width, height });

  const upright = original.autoOrient().flatten({ background: '#ffffff' }).toColourspace('srgb');
  const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true });
  await show('page', await encoded(data, info, PAGE_SIDE));
  await show('thumbnail', await encoded(data, info, THUMBNAIL_SIDE));
  return { pixels: digest(data, info), pagesInFile: 1 };
}

function encoded(data: Buffer, info: OutputInfo, side: number): Promise<Buffer> {
  return fromRaw(data, info)
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .toBuffer();
}

function fromRaw(data: Buffer, info: OutputInfo): Sharp {
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels }, limitInputPixels: MOST_PIXELS });
}

function digest(data: Buffer, info: OutputInfo): string {
  return createHash('sha256').update(`${info.width}x${info.height}x${info.channels}:`).update(data).digest('hex');
}
