import { createHash } from 'node:crypto';
import sharp from 'sharp';

/** How large a picture may be printed, and how much of the ticket's weight it may take. */
export interface PictureLimit {
  readonly pixelsWide: number;
  readonly pixelsHigh: number;
  readonly bytes: number;
}

/** A ticket may weigh 100 KB at most: logo 300 dpi on 15 mm, plan 300 dpi on 92 mm. */
export const LOGO: PictureLimit = { pixelsWide: 360, pixelsHigh: 178, bytes: 12_000 };
export const PLAN: PictureLimit = { pixelsWide: 1087, pixelsHigh: 780, bytes: 24_000 };

/** Makes a venue's picture fit for the sheet: grey on white, no larger than the limit, as a data URI. */
export interface PictureCutter {
  fit(picture: Buffer, limit: PictureLimit): Promise<string>;
}

export function createPictureCutter(): PictureCutter {
  const done = new Map<string, string>();
  return {
    async fit(picture, limit) {
      const key = `${createHash('sha256').update(picture).digest('hex')} ${limit.pixelsWide}`;
      const made = done.get(key) ?? (await dataUri(picture, limit));
      // A venue has two pictures and changes them once a season.
      if (done.size > 50) done.clear();
      done.set(key, made);
      return made;
    },
  };
}

async function dataUri(picture: Buffer, limit: PictureLimit): Promise<string> {
  for (let scale = 1; ; scale *= 0.8) {
    const png = await reduced(picture, limit, scale);
    if (png.length <= limit.bytes || scale < 0.2) return `data:image/png;base64,${png.toString('base64')}`;
  }
}

/** Without transparency and of few greys: pdfkit then copies the bytes as they are, instead of unpacking them for each document. */
function reduced(picture: Buffer, limit: PictureLimit, scale: number): Promise<Buffer> {
  const [width, height] = [Math.round(limit.pixelsWide * scale), Math.round(limit.pixelsHigh * scale)];
  return sharp(picture)
    .rotate()
    .flatten({ background: 'white' })
    .greyscale()
    .resize(width, height, { fit: 'inside', withoutEnlargement: true })
    .png({ palette: true, colours: 16, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer();
}
