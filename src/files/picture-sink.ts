import type { PictureSink } from './inspect';
import type { SealedWriter } from './sealed-part';

/** Writes the pictures of an inspection as sealed parts. The child does not name them: it is not trusted with that. */
export interface SealedPictures extends PictureSink {
  /** Ends the last picture and answers how many pages there are. */
  end(): Promise<number>;
  /** Closes what `end` did not. */
  close(): Promise<void>;
}

export const THUMBNAIL = 'thumbnail';
const MOST_PAGES = 10;

export function createSealedPictures(create: (part: string) => Promise<SealedWriter>): SealedPictures {
  let writer: SealedWriter | undefined;
  let pages = 0;
  let hasThumbnail = false;

  return {
    async begin(of) {
      await writer?.end();
      if (of === 'page') pages += 1;
      if (pages > MOST_PAGES) throw new Error('The inspection showed too many pages.');
      writer = await create(of === 'page' ? pagePart(pages) : THUMBNAIL);
      hasThumbnail ||= of === 'thumbnail';
    },
    async write(bytes) {
      if (!writer) throw new Error('The inspection sent a picture that it had not announced.');
      await writer.write(bytes);
    },
    async end() {
      await writer?.end();
      if (pages === 0 || !hasThumbnail) throw new Error('The inspection showed no page.');
      return pages;
    },
    async close() {
      await writer?.close();
    },
  };
}

export function pagePart(n: number): string {
  return `page-${n}`;
}
