import type { Canvas } from '@napi-rs/canvas';

/** Held by nobody else while it is encoded, a canvas could be collected. */
const inWork = new Set<Canvas>();

/**
 * What was drawn, as JPEG. @napi-rs/canvas 0.1 frees the picture of a canvas that is collected even while another
 * thread still encodes it (its issue 1312): then the whole process dies, without a word.
 */
export async function drawnJpeg(canvas: Canvas, quality: number): Promise<Buffer> {
  inWork.add(canvas);
  try {
    return await canvas.encode('jpeg', quality);
  } finally {
    inWork.delete(canvas);
  }
}
