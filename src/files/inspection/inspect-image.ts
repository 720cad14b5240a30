import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Metadata, OutputInfo, Sharp } from 'sharp';
import { Refusal } from '../../domain/refusal';
import { MOST_PIXELS } from './pictures';
import type { PicturesFound, ShowPicture } from './pictures';

/** Enough to read the small print of a card photographed from afar; a letter still carries ten of them. */
const PAGE_SIDE = 2400;
const THUMBNAIL_SIDE = 320;
const QUALITY = 85;

/** Decodes, turns upright and encodes again: neither EXIF nor what was hidden in or behind the picture survives. */
export async function inspectImage(bytes: Buffer, show: ShowPicture): Promise<PicturesFound> {
  const size = await sharp(bytes, { limitInputPixels: false }).metadata();
  refuseBeyond(size, MOST_PIXELS);
  // Of an animation, sharp reads the first frame.
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient();
  return { ...(await showPicture(picture, show)), ...sizeOf(size) };
}

export function refuseBeyond({ width, height }: Size, limit: number): void {
  if (width * height > limit) throw new Refusal('image-too-large', 'The picture has too many pixels.', { limit, width, height });
}

type Size = Pick<Metadata, 'width' | 'height'>;

function sizeOf({ width, height }: Size): Size {
  return { width, height };
}

/** Made small on its way: the whole picture is never held. What is compared over the years is what is shown. */
export async function showPicture(picture: Sharp, show: ShowPicture): Promise<Pick<PicturesFound, 'pixels' | 'pagesInFile'>> {
  const page = picture.flatten({ background: '#ffffff' }).toColourspace('srgb').resize(within(PAGE_SIDE));
  const { data, info } = await page.raw().toBuffer({ resolveWithObject: true });
  await show('page', await fromRaw(data, info).jpeg({ quality: QUALITY }).toBuffer());
  await show('thumbnail', await fromRaw(data, info).resize(within(THUMBNAIL_SIDE)).jpeg({ quality: QUALITY }).toBuffer());
  return { pixels: digest(data, info), pagesInFile: 1 };
}

function within(side: number) {
  return { width: side, height: side, fit: 'inside', withoutEnlargement: true } as const;
}

function fromRaw(data: Buffer, info: OutputInfo): Sharp {
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
}

function digest(data: Buffer, info: OutputInfo): string {
  return createHash('sha256').update(`${info.width}x${info.height}x${info.channels}:`).update(data).digest('hex');
}
