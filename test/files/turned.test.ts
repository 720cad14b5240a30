import sharp from 'sharp';
import { FIVE_MB, openCabinet, sent } from './cabinet';
import { certificate, studentCard } from './papers';

const MARK = { venue: { name: 'Théâtre', timeZone: 'Europe/Paris' }, at: '2027-01-11T09:00:00.000Z' };

const cabinet = openCabinet();
const { proofs } = cabinet;
const limit = { maxBytes: FIVE_MB };

afterAll(() => cabinet.empty());

const sizeOf = async (jpeg: Buffer) => {
  const { width, height } = await sharp(jpeg).metadata();
  return [width, height];
};

/** Where the picture is dark: the card has a band of colour along one side. */
async function tones(jpeg: Buffer): Promise<readonly number[]> {
  const { data } = await sharp(jpeg).greyscale().resize(2, 2, { fit: 'fill' }).raw().toBuffer({ resolveWithObject: true });
  return [...data];
}

it('a card that lies on its side or upside down is turned wherever it is shown', async () => {
  await proofs.receive('card-on-its-side', sent(await studentCard()), limit);
  const upright = await proofs.page('card-on-its-side', 1);
  expect(await sizeOf(upright)).toEqual([600, 900]);
  const right = await proofs.page('card-on-its-side', 1, { turns: [1] });
  expect(await sizeOf(right)).toEqual([900, 600]);
  const [topLeft = 0, topRight = 0, bottomLeft = 0, bottomRight = 0] = await tones(upright);
  const around = await tones(await proofs.page('card-on-its-side', 1, { turns: [2] }));
  for (const [index, tone] of [bottomRight, bottomLeft, topRight, topLeft].entries())
    expect(Math.abs(tone - (around[index] ?? 0))).toBeLessThan(12);
  expect(await sizeOf(await proofs.thumbnail('card-on-its-side', { turns: [3] }))).toEqual([320, 213]);
  expect(await sizeOf((await proofs.rendered('card-on-its-side', { turns: [1] })).content)).toEqual([900, 600]);
  // The line that marks it is written after it was turned, outside of it.
  expect(await sizeOf(await proofs.page('card-on-its-side', 1, { turns: [1], watermark: MARK }))).toEqual([900, 660]);
});

it('each page is turned by itself', async () => {
  await proofs.receive('second-page-lies', sent(await certificate(2)), limit);
  const turns = [0, 1];
  const [first, second] = [await proofs.page('second-page-lies', 1, { turns }), await proofs.page('second-page-lies', 2, { turns })];
  expect(first).toEqual(await proofs.page('second-page-lies', 1));
  expect((await sizeOf(second)).toReversed()).toEqual(await sizeOf(await proofs.page('second-page-lies', 2)));
});
