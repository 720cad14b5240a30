import QRCode from 'qrcode';
import sharp from 'sharp';
import { markLine, watermarked } from '../../src/files/watermark';

const LINE = 'Théâtre des Mariniers, contrôle du 11 janvier 2027';

function paper(background: string, width = 800, height = 500): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** How many pixels of a strip are neither of its tone nor near it. */
async function inked(jpeg: Buffer, part: { left: number; top: number; width: number; height: number }): Promise<number> {
  const { data } = await sharp(jpeg).extract(part).greyscale().raw().toBuffer({ resolveWithObject: true });
  const tone = data[0] ?? 0;
  return data.filter((value) => Math.abs(value - tone) > 80).length;
}

it.each(['#ffffff', '#1b1b1b', '#b9b09d'])('is readable above on the right and below on the left of a picture of tone %s', async (tone) => {
  const marked = await watermarked(await paper(tone), LINE);
  const { width, height } = await sharp(marked).metadata();
  expect(width).toBe(800);
  const strip = (height - 500) / 2;
  expect(await inked(marked, { left: 400, top: 0, width: 400, height: strip })).toBeGreaterThan(300);
  expect(await inked(marked, { left: 0, top: height - strip, width: 400, height: strip })).toBeGreaterThan(300);
});

it('leaves the paper between its lines as it was', async () => {
  const code = await QRCode.toBuffer('certificat 2026-0417', { margin: 0, width: 500, type: 'png' });
  const certificate = await sharp(code).jpeg().toBuffer();
  const marked = await watermarked(certificate, LINE);
  const { height } = await sharp(marked).metadata();
  const between = await sharp(marked)
    .extract({ left: 0, top: (height - 500) / 2, width: 500, height: 500 })
    .greyscale()
    .raw()
    .toBuffer();
  const before = await sharp(certificate).greyscale().raw().toBuffer();
  expect(before.filter((value, at) => Math.abs(value - (between[at] ?? 0)) > 40)).toHaveLength(0);
});

it('says the house and the day there, and nobody’s name', () => {
  const venue = { name: 'Théâtre des Mariniers', timeZone: 'Europe/Paris' };
  expect(markLine({ venue, at: '2027-01-10T23:30:00.000Z' })).toBe('Théâtre des Mariniers, contrôle du 11\u00a0janvier 2027');
});

it('says what it is told', async () => {
  const [ours, theirs] = [await watermarked(await paper('#ffffff'), LINE), await watermarked(await paper('#ffffff'), 'Opéra de Valcour')];
  expect(ours.equals(theirs)).toBe(false);
});

it('fits a narrow receipt', async () => {
  const marked = await watermarked(await paper('#ffffff', 300, 1800), LINE);
  const { height } = await sharp(marked).metadata();
  const strip = (height - 1800) / 2;
  expect(await inked(marked, { left: 0, top: 0, width: 10, height: strip })).toBe(0);
  expect(await inked(marked, { left: 0, top: 0, width: 300, height: strip })).toBeGreaterThan(150);
});

it('writes names that the first font has no letters for', async () => {
  const polish = await watermarked(await paper('#ffffff'), 'Teatr Łódź');
  const boxes = await watermarked(await paper('#ffffff'), 'Teatr \u{10FFFD}ódź');
  expect(polish.equals(boxes)).toBe(false);
});
