import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { PDFDocument } from '@cantoo/pdf-lib';
import PDFKit from 'pdfkit';
import sharp from 'sharp';
import { FIVE_MB, contains, key, openCabinet, refusalOf, sent } from './cabinet';
import { cardDrawing, certificate, padded, sentFile, studentCard } from './papers';

const cabinet = openCabinet();
const { proofs } = cabinet;
const limit = { maxBytes: FIVE_MB };

afterAll(() => cabinet.empty());

describe('a photo of a student card', () => {
  it('is shown upright, without what the telephone wrote into it', async () => {
    const photo = await studentCard();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const received = await proofs.receive('lea-student-card', sent(photo), limit);
    expect(received).toMatchObject({ kind: 'jpeg', bytes: photo.length, pages: 1, pagesInFile: 1 });
    const shown = await sharp(await proofs.page('lea-student-card', 1)).metadata();
    expect(shown).toMatchObject({ format: 'jpeg', width: 600, height: 900 });
    expect(shown.exif).toBeUndefined();
    expect(shown.orientation).toBeUndefined();
  });

  it('has a thumbnail', async () => {
    const small = await sharp(await proofs.thumbnail('lea-student-card')).metadata();
    expect([small.width, small.height]).toEqual([213, 320]);
  });

  it('goes to reviewers as one JPEG', async () => {
    const document = await proofs.rendered('lea-student-card');
    expect(document).toMatchObject({ extension: 'jpg', mime: 'image/jpeg' });
    expect(document.content).toEqual(await proofs.page('lea-student-card', 1));
  });

  it('is downloaded as it was sent', async () => {
    const original = await proofs.original('lea-student-card');
    expect(original).toMatchObject({ extension: 'jpg', mime: 'image/jpeg' });
    expect(original.content).toEqual(await studentCard());
  });
});

describe('a certificate of two pages', () => {
  it('is shown page by page and bound again from our pictures', async () => {
    const paper = await certificate(2);
    const received = await proofs.receive('lea-certificate', sent(paper), limit);
    expect(received).toMatchObject({ kind: 'pdf', pages: 2, pagesInFile: 2 });
    const [first, second] = [await proofs.page('lea-certificate', 1), await proofs.page('lea-certificate', 2)];
    expect(first.equals(second)).toBe(false);
    expect((await sharp(first).metadata()).height).toBe(1700);
    // Something is written on it: a page that failed to render would be white from end to end.
    expect((await sharp(first).stats()).channels[0]?.min).toBeLessThan(80);

    const bound = await proofs.rendered('lea-certificate');
    expect(bound).toMatchObject({ extension: 'pdf', mime: 'application/pdf' });
    expect((await PDFDocument.load(bound.content)).getPageCount()).toBe(2);
    expect(bound.content.includes('/BaseFont')).toBe(false);
  });

  it('has no third page', async () => {
    expect(await refusalOf(proofs.page('lea-certificate', 3))).toMatchObject({ code: 'proof-not-found' });
  });

  it('shows ten pages at most and says how many there are', async () => {
    const received = await proofs.receive('karim-file-of-twelve', sent(await certificate(12)), limit);
    expect(received).toMatchObject({ pages: 10, pagesInFile: 12 });
  });
});

describe('a certificate that only forbids printing and changing', () => {
  it('opens for everybody, and here', async () => {
    const received = await proofs.receive('owner-password', sent(sentFile('owner-password-only.pdf')), limit);
    expect(received).toMatchObject({ kind: 'pdf', pages: 1, pagesInFile: 1 });
    // Something is written on it: a page that was not decrypted would be white from end to end.
    expect((await sharp(await proofs.page('owner-password', 1)).stats()).channels[0]?.min).toBeLessThan(80);
  });

  it('is searched for programs all the same, also in what cannot be parsed', async () => {
    for (const [n, action] of [
      { S: 'JavaScript', JS: 'alert' },
      { S: 'JavaScript', JS: 'app.alert(1)' },
    ].entries()) {
      const document = new PDFKit({ ownerPassword: 'patron', permissions: {} });
      document.ref(action).end('');
      document.text('Attestation').end();
      const file = sent(await buffer(document));
      expect(await refusalOf(proofs.receive(`owner-script-${n}`, file, limit))).toMatchObject({ code: 'pdf-active' });
    }
  });
});

describe('photos as telephones and browsers make them', () => {
  it.each([
    ['photo.webp', 'webp', 'image/webp', 'webp'],
    ['card.heic', 'heic', 'image/heic', 'heic'],
  ] as const)('%s is read and shown as a JPEG', async (name, kind, mime, extension) => {
    const id = `photo-${kind}`;
    expect(await proofs.receive(id, sent(sentFile(name)), limit)).toMatchObject({ kind, pages: 1, pagesInFile: 1 });
    expect((await sharp(await proofs.page(id, 1)).metadata()).format).toBe('jpeg');
    expect(await proofs.original(id)).toMatchObject({ mime, extension, content: sentFile(name) });
  });

  it('a HEIC photo shows what was photographed', async () => {
    const { width, height } = await sharp(await proofs.page('photo-heic', 1)).metadata();
    const { channels } = await sharp(await proofs.page('photo-heic', 1)).stats();
    expect([width, height]).toEqual([900, 600]);
    expect([channels[0]?.min, channels[0]?.max]).toEqual([expect.closeTo(0, -1.6), 255]);
  });
});

it('a PDF of sixty pages shows ten and says that there are sixty', async () => {
  expect(await proofs.receive('sixty-pages', sent(sentFile('sixty-pages.pdf')), limit)).toMatchObject({ pages: 10, pagesInFile: 60 });
});

it.each(['gif', 'webp'] as const)('shows the first frame of an animated %s', async (format) => {
  const frames = await Promise.all(
    ['#ff0000', '#0000ff'].map((background) =>
      sharp({ create: { width: 300, height: 200, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const animation = await sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
  expect(await proofs.receive(`animated-${format}`, sent(animation), limit)).toMatchObject({ kind: format, pages: 1 });
  const { channels } = await sharp(await proofs.page(`animated-${format}`, 1)).stats();
  expect(channels[0]?.mean).toBeGreaterThan(240);
  expect(channels[2]?.mean).toBeLessThan(15);
});

describe('the same card sent twice', () => {
  it('has the same fingerprints, and only the same pixels when it was packed anew', async () => {
    const card = await sharp(Buffer.from(cardDrawing('BENALI Karim', '2026-2027')))
      .png({ compressionLevel: 1 })
      .toBuffer();
    const repacked = await sharp(card).png({ compressionLevel: 9 }).toBuffer();
    const first = await proofs.receive('karim-card-1', sent(card), limit);
    const twin = await proofs.receive('karim-card-2', sent(card), limit);
    const again = await proofs.receive('karim-card-3', sent(repacked), limit);
    expect(twin.fingerprints).toEqual(first.fingerprints);
    expect(again.fingerprints.bytes).not.toBe(first.fingerprints.bytes);
    expect(again.fingerprints.pixels).toBe(first.fingerprints.pixels);
    expect(first.fingerprints.bytes).not.toContain(first.sha256);
  });

  it('may come again under its id, and no other file may', async () => {
    const card = await studentCard();
    const first = await proofs.receive('lea-card-again', sent(card), limit);
    expect(await proofs.receive('lea-card-again', sent(card), limit)).toEqual(first);
    await expect(proofs.receive('lea-card-again', sent(await certificate(1)), limit)).rejects.toThrow('other bytes');
    expect((await proofs.original('lea-card-again')).content).toEqual(card);
  });
});

it('takes a file of exactly 5 MiB', async () => {
  const photo = padded(await studentCard(), FIVE_MB);
  expect(await proofs.receive('exactly-five', sent(photo), limit)).toMatchObject({ bytes: 5_242_880 });
});

describe('on the disk', () => {
  it('nothing of a paper can be read, and no file bears its name', async () => {
    await proofs.receive('lea-hidden-words', sent(await certificate(1, { compress: false, info: { Title: 'Rouge-gorge' } })), limit);
    expect((await proofs.original('lea-hidden-words')).content.includes('Rouge-gorge')).toBe(true);
    expect(contains(cabinet, 'Rouge-gorge')).toBe(false);
    expect(contains(cabinet, '%PDF')).toBe(false);
    expect(contains(cabinet, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46]))).toBe(false);
    expect(readdirSync(join(cabinet.dir, 'lea-hidden-words')).toSorted()).toEqual(['key', 'original', 'page-1', 'sheet', 'thumbnail']);
  });

  it('an altered byte is not shown', async () => {
    await proofs.receive('altered-card', sent(await studentCard()), limit);
    const path = join(cabinet.dir, 'altered-card', 'page-1');
    const bytes = readFileSync(path);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await expect(proofs.page('altered-card', 1)).rejects.toThrow('does not verify');
  });

  it('the page of one proof does not pass for that of another', async () => {
    await proofs.receive('card-of-karim', sent(await studentCard()), limit);
    await proofs.receive('card-of-lea', sent(await studentCard()), limit);
    for (const part of ['key', 'page-1'])
      writeFileSync(join(cabinet.dir, 'card-of-lea', part), readFileSync(join(cabinet.dir, 'card-of-karim', part)));
    await expect(proofs.page('card-of-lea', 1)).rejects.toThrow('does not open');
  });
});

describe('master keys', () => {
  it('that were replaced still open what they sealed', async () => {
    await proofs.receive('sealed-in-autumn', sent(await studentCard()), limit);
    const winter = cabinet.reopen({
      masterKeys: { current: { id: 'winter', key: key('winter') }, others: [{ id: 'autumn', key: key('autumn') }] },
    });
    expect(await winter.page('sealed-in-autumn', 1)).toEqual(await proofs.page('sealed-in-autumn', 1));
    await winter.receive('sealed-in-winter', sent(await studentCard()), limit);
    await expect(proofs.page('sealed-in-winter', 1)).rejects.toThrow('winter, which is not configured');
  });

  it('that are wrong open nothing', async () => {
    await proofs.receive('sealed-again', sent(await studentCard()), limit);
    const stranger = cabinet.reopen({ masterKeys: { current: { id: 'autumn', key: key('another') }, others: [] } });
    await expect(stranger.page('sealed-again', 1)).rejects.toThrow('does not open');
  });
});

describe('a purge', () => {
  it('leaves nothing, and may come twice', async () => {
    await proofs.receive('to-be-purged', sent(await certificate(2)), limit);
    await proofs.purge('to-be-purged');
    expect(cabinet.files().filter((path) => path.includes('to-be-purged'))).toEqual([]);
    for (const look of [
      proofs.page('to-be-purged', 1),
      proofs.thumbnail('to-be-purged'),
      proofs.rendered('to-be-purged'),
      proofs.original('to-be-purged'),
    ]) {
      expect(await refusalOf(look)).toMatchObject({ code: 'proof-not-found' });
    }
    await proofs.purge('to-be-purged');
    await proofs.purge('never-was-there');
  });
});

it('accepts no id that could leave the folder', async () => {
  for (const id of ['../../etc', 'Photo de Léa.jpg', 'short', '.receiving']) {
    await expect(proofs.receive(id, sent(await studentCard()), limit)).rejects.toThrow('A proof id');
    await expect(proofs.purge(id)).rejects.toThrow('A proof id');
  }
});
