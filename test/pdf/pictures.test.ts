import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { createPictureCutter, LOGO, PLAN } from '../../src/pdf/pictures';
import type { Picture } from '../../src/pdf/pictures';

const bytesOf = ({ dataUri }: Picture) => Buffer.from(dataUri.slice(dataUri.indexOf(',') + 1), 'base64');

describe('a venue’s pictures', () => {
  const cutter = createPictureCutter();

  it('makes any photograph light enough for a ticket', async () => {
    const photograph = await sharp(randomBytes(2000 * 1500 * 3), { raw: { width: 2000, height: 1500, channels: 3 } })
      .jpeg()
      .toBuffer();
    const plan = await cutter.fit(photograph, PLAN);
    expect(bytesOf(plan).length).toBeLessThanOrEqual(PLAN.bytes);
    expect(plan.width / plan.height).toBeCloseTo(4 / 3, 1);
  });

  it('puts a transparent logo on white, in grey, without transparency', async () => {
    const logo = await sharp({ create: { width: 800, height: 800, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0.5 } } })
      .png()
      .toBuffer();
    const fitted = bytesOf(await cutter.fit(logo, LOGO));
    const { width, hasAlpha } = await sharp(fitted).metadata();
    expect({ width, hasAlpha }).toEqual({ width: 354, hasAlpha: false });
    const { channels } = await sharp(fitted).stats();
    expect(new Set(channels.map((channel) => Math.round(channel.mean))).size).toBe(1);
  });

  it('leaves a small picture at its size', async () => {
    const small = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'black' } })
      .png()
      .toBuffer();
    expect(await cutter.fit(small, LOGO)).toMatchObject({ width: 60, height: 40 });
  });
});
