import { HeifDecoder } from 'libheif-js/wasm-bundle';
import type { HeifImage } from 'libheif-js/wasm-bundle';
import sharp from 'sharp';
import { refuseBeyond, showPicture } from './inspect-image';
import type { PicturesFound, ShowPicture } from './pictures';

/** What an iPhone takes: its decoder holds the picture three times. */
const MOST_HEIC_PIXELS = 25e6;

/**
 * The photos of iPhones, which sharp does not read. libheif and its decoder of HEVC come as WebAssembly: what a hostile file
 * breaks in them stays in their own memory, inside a process that has nothing to give.
 */
export async function inspectHeic(bytes: Buffer, show: ShowPicture): Promise<PicturesFound> {
  const images = new HeifDecoder().decode(bytes);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (!image) throw new Error('The file holds no picture.');
  const [width, height] = [image.get_width(), image.get_height()];
  refuseBeyond({ width, height }, MOST_HEIC_PIXELS);
  const data = await decoded(image, { width, height });
  // libheif has turned it upright already.
  return { ...(await showPicture(sharp(data, { raw: { width, height, channels: 4 } }), show)), width, height };
}

function decoded(image: HeifImage, size: { readonly width: number; readonly height: number }): Promise<Uint8ClampedArray> {
  const space = { ...size, data: new Uint8ClampedArray(size.width * size.height * 4) };
  return new Promise((resolve, reject) => {
    image.display(space, (filled) => (filled ? resolve(filled.data) : reject(new Error('The picture cannot be decoded.'))));
  });
}
