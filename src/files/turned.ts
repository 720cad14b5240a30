import { createCanvas, loadImage } from '@napi-rs/canvas';
import { drawnJpeg } from './drawn-jpeg';

const QUALITY = 92;

/** The picture, so many quarter turns to the right. */
export async function turned(jpeg: Buffer, quarters: number): Promise<Buffer> {
  const turns = quarters % 4;
  if (turns === 0) return jpeg;
  const picture = await loadImage(jpeg);
  const { width, height } = picture;
  const lies = turns % 2 === 1;
  const canvas = createCanvas(lies ? height : width, lies ? width : height);
  const context = canvas.getContext('2d');
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turns * Math.PI) / 2);
  context.drawImage(picture, -width / 2, -height / 2);
  return drawnJpeg(canvas, QUALITY);
}
