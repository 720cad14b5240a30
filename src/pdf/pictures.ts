import { createHash } from 'node:crypto';
import sharp from 'sharp';

/** How large a picture may be printed, and how much of the ticket's weight it may take. */
interface PictureLimit {
  readonly pixelsWide: number;
  readonly pixelsHigh: number;
  readonly bytes: number;
}

/** A ticket may weigh 100 KB at most: 600 dpi on the 15 mm of a logo, 300 on the 92 mm of a plan. */
export const LOGO: PictureLimit = { pixelsWide: 354, pixelsHigh: 354, bytes: 12_000 };
export const PLAN: PictureLimit = { pixelsWide: 1087, pixelsHigh: 780, bytes: 24_000 };

/** A picture as pdfkit takes it, with its size in pixels. */
export interface Picture {
  readonly dataUri: string;
  readonly width: number;
  readonly height: number;
}

/** Makes a venue's picture fit for the sheet: grey on white, no larger than the limit. */
interface PictureCutter {
  fit(picture: Buffer, limit: PictureLimit): Promise<Picture>;
}

export function createPictureCutter(): PictureCutter {
  const done = new Map<string, Picture>();
  return {
    async fit(picture, limit) {
      const key = `${createHash('sha256').update(picture).digest('hex')} ${limit.pixelsWide}`;
      const made = done.get(key) ?? (await fitting(picture, limit));
      // A venue has two pictures and changes them once a season.
      if (done.size > 50) done.clear();
      done.set(key, made);
      return made;
    },
  };
}

async function fitting(picture: Buffer, limit: PictureLimit): Promise<Picture> {
  for (let scale = 1; ; scale *= 0.8) {
    const { data, info } = await reduced(picture, limit, scale);
    const { width, height } = info;
    if (data.length <= limit.bytes || scale < 0.2) return { dataUri: `data:image/png;base64,${data.toString('base64')}`, width, height };
  }
}

/** Without transparency and of few greys: pdfkit then copies the bytes as they are, instead of unpacking them for each document. */
function reduced(picture: Buffer, limit: PictureLimit, scale: number): Promise<{ data: Buffer; info: sharp.OutputInfo }> {
  const [width, height] = [Math.round(limit.pixelsWide * scale), Math.round(limit.pixelsHigh * scale)];
  return sharp(picture)
    .rotate()
    .flatten({ background: 'white' })
    .greyscale()
    .resize(width, height, { fit: 'inside', withoutEnlargement: true })
    .png({ palette: true, colours: 16, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
}
