import { Readable } from 'node:stream';
import { FIVE_MB, expectOnlyAccepted, openCabinet, refusalOf, sent } from './cabinet';
import { studentCard } from './papers';

const cabinet = openCabinet();
const { proofs } = cabinet;

afterAll(() => cabinet.empty());
afterEach(() => expectOnlyAccepted(cabinet));

/** A film that somebody took for a photo: 200 MB in pieces of 64 KB, made as they are read. */
function film(): { readonly stream: Readable; readonly read: () => number } {
  const piece = Buffer.alloc(64 * 1024, 0x20);
  let read = 0;
  function* pieces(): Generator<Buffer> {
    for (let n = 0; n < 3200; n += 1) {
      read += piece.length;
      yield piece;
    }
  }
  return { stream: Readable.from(pieces(), { objectMode: false }), read: () => read };
}

it('reads no more of 200 MB than the limit and what was on its way', async () => {
  const { stream, read } = film();
  expect(await refusalOf(proofs.receive('film-of-karim', stream, { maxBytes: FIVE_MB }))).toMatchObject({ code: 'file-too-big' });
  expect(read()).toBeLessThan(FIVE_MB + 512 * 1024);
  expect(stream.destroyed).toBe(true);
});

it('keeps nothing of an upload that broke off, and says that it broke off', async () => {
  const photo = await studentCard();
  async function* broken(): AsyncGenerator<Buffer> {
    yield photo.subarray(0, 10_000);
    throw new Error('The connection was lost.');
  }
  await expect(proofs.receive('broken-upload', Readable.from(broken()), { maxBytes: FIVE_MB })).rejects.toThrow('The connection was lost.');
});

it('keeps nothing of an upload that the browser gave up', async () => {
  const stream = new Readable({ read() {} });
  stream.push((await studentCard()).subarray(0, 10_000));
  const work = proofs.receive('given-up', stream, { maxBytes: FIVE_MB });
  stream.destroy();
  await expect(work).rejects.toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
});

it('can be tried again under the same id after a refusal', async () => {
  await refusalOf(proofs.receive('second-try', sent(Buffer.from('nothing')), { maxBytes: FIVE_MB }));
  expect(await proofs.receive('second-try', sent(await studentCard()), { maxBytes: FIVE_MB })).toMatchObject({ kind: 'jpeg' });
  await proofs.purge('second-try');
});
