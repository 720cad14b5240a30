import { Readable } from 'node:stream';
import sharp from 'sharp';
import { Refusal } from '../domain/refusal';
import type { PictureName, PictureShrinker } from '../ports/tickets/ticket-templates';
import { inspect } from './inspect';
import type { InspectionRoom } from './inspect';
import { createTurns } from './turns';

/** As large as it is printed: 600 dpi on the 15 mm of a logo, 300 on the 92 mm of a plan; its share of a ticket's 100 KB. */
const FIT = {
  logo: { pixels: 354, bytes: 12_000 },
  plan: { pixels: 1087, bytes: 24_000 },
} as const satisfies Record<PictureName, { readonly pixels: number; readonly bytes: number }>;
const SMALLEST = 0.2;
const MOST_BYTES = 10 * 1024 * 1024;
const LIMITS = { cpuSeconds: 15, milliseconds: 60_000, megabytes: 448 };
/** Pictures of the house are read one after another. */
const TURNS = { atOnce: 1, waiting: { perOrder: 10, perAddress: 10, inAll: 10, ms: 60_000 } };
const OFFICE = { order: 'office', address: 'office' };

/** A picture of anybody is opened by the child process that opens proofs; what it shows us is made small here. */
export function createPictureShrinker(walls: InspectionRoom['walls']): PictureShrinker {
  const room = { limits: LIMITS, walls };
  const turns = createTurns(TURNS);
  return {
    async shrink(name, file) {
      const { kind, pages } = await turns.take({ ...OFFICE }, () => shown(bounded(file), room));
      if (kind === 'pdf' || !pages[0]) throw new Refusal('file-type-not-accepted', 'A picture is asked for.');
      for (let scale = 1; ; scale *= 0.8) {
        const content = await grey(pages[0], Math.round(FIT[name].pixels * scale));
        const tooHeavy = content.length > FIT[name].bytes;
        if (!tooHeavy || scale < SMALLEST) return { content, tooHeavy };
      }
    },

    async picture(pdf) {
      const { pages } = await turns.take({ ...OFFICE }, () => shown(Readable.from([pdf]), room));
      if (!pages[0]) throw new Error('The PDF shows no page.');
      return sharp(pages[0]).png({ compressionLevel: 9 }).toBuffer();
    },
  };
}

async function shown(
  file: AsyncIterable<Buffer>,
  room: InspectionRoom,
): Promise<{ readonly kind: string; readonly pages: readonly Buffer[] }> {
  const pictures: { readonly of: string; readonly chunks: Buffer[] }[] = [];
  const sink = {
    begin: (of: 'page' | 'thumbnail') => Promise.resolve(void pictures.push({ of, chunks: [] })),
    write: (bytes: Buffer) => Promise.resolve(void pictures.at(-1)?.chunks.push(Buffer.from(bytes))),
  };
  const { kind } = await inspect(file, sink, room);
  return { kind, pages: pictures.filter(({ of }) => of === 'page').map(({ chunks }) => Buffer.concat(chunks)) };
}

async function* bounded(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of file) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Refusal('file-too-big', 'The picture is larger than any that is needed.');
    yield chunk;
  }
}

function grey(picture: Buffer, pixels: number): Promise<Buffer> {
  return sharp(picture)
    .greyscale()
    .resize(pixels, pixels, { fit: 'inside', withoutEnlargement: true })
    .png({ palette: true, colours: 16, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer();
}
