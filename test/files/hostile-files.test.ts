import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { deflateSync } from 'node:zlib';
import { PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { DAY } from '../../src/domain/time';
import { FIVE_MB, expectOnlyAccepted, openCabinet, refusalOf, sent } from './cabinet';
import {
  certificate,
  handWrittenPdf,
  brokenHeic,
  nestedForms,
  padded,
  pdfMadeBy,
  pictureBomb,
  sentFile,
  studentCard,
  wordFile,
} from './papers';

const cabinet = openCabinet();
let count = 0;

async function refused(file: Buffer): Promise<unknown> {
  count += 1;
  return refusalOf(cabinet.proofs.receive(`hostile-${count}`, sent(file), { maxBytes: FIVE_MB }));
}

/** The first half at once, the other after a while: the inspection waits for it. */
function slowly(file: Buffer, ms: number): Readable {
  async function* halves(): AsyncGenerator<Buffer, void, undefined> {
    yield file.subarray(0, file.length >> 1);
    await setTimeout(ms);
    yield file.subarray(file.length >> 1);
  }
  return Readable.from(halves(), { objectMode: false });
}

afterAll(() => cabinet.empty());
afterEach(() => expectOnlyAccepted(cabinet));

describe('what is not a proof', () => {
  it('an empty file', async () => {
    expect(await refused(Buffer.alloc(0))).toMatchObject({ code: 'file-empty' });
  });

  it('one byte more than 5 MiB', async () => {
    const file = padded(await studentCard(), FIVE_MB + 1);
    expect(await refused(file)).toEqual({ code: 'file-too-big', detail: { limit: 5_242_880, kind: 'other' } });
  });

  it('a PDF that is too big is known as one', async () => {
    const file = Buffer.concat([await certificate(1), Buffer.alloc(FIVE_MB)]);
    expect(await refused(file)).toMatchObject({ code: 'file-too-big', detail: { kind: 'pdf' } });
  });

  it.each([
    ['a Word file', wordFile(), 'docx'],
    ['a scan in TIFF', Buffer.concat([Buffer.from('II*\0\x08\0\0\0'), Buffer.alloc(100)]), 'tif'],
    ['a photo in AVIF', Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypavif\0\0\0\0mif1avif'), Buffer.alloc(100)]), 'avif'],
    ['a page of text', Buffer.from('Je suis étudiante, promis.'), 'unknown'],
    ['a program', Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(100)]), 'elf'],
  ])('%s', async (_what, file, kind) => {
    expect(await refused(file)).toEqual({ code: 'file-type-not-accepted', detail: { kind } });
  });
});

describe('pictures', () => {
  it('a photo that was cut off on the way', async () => {
    const photo = await studentCard();
    expect(await refused(photo.subarray(0, photo.length >> 1))).toEqual({ code: 'file-damaged', detail: { why: 'unreadable' } });
  });

  it('a photo of an iPhone that is none behind its first bytes', async () => {
    expect(await refused(brokenHeic())).toEqual({ code: 'file-damaged', detail: { why: 'unreadable' } });
  });

  it('a photo of an iPhone that was cut off on the way', async () => {
    expect(await refused(sentFile('card.heic').subarray(0, 2500))).toEqual({ code: 'file-damaged', detail: { why: 'unreadable' } });
  });

  it('a picture of one point, and one that is too narrow to be read', async () => {
    expect(await refused(sentFile('one-pixel.png'))).toEqual({ code: 'image-too-small', detail: { width: 1, height: 1 } });
    const stripe = sharp({ create: { width: 900, height: 60, channels: 3, background: '#ffffff' } });
    expect(await refused(await stripe.webp().toBuffer())).toMatchObject({ code: 'image-too-small' });
  });

  it('a header that claims 30,000 by 30,000 pixels', async () => {
    expect(await refused(pictureBomb())).toMatchObject({ code: 'image-too-large', detail: { limit: 40e6, width: 30_000 } });
  });

  it('a photo with a script behind it is shown without the script', async () => {
    const file = Buffer.concat([await studentCard(), Buffer.from('<?php system($_GET["c"]); ?>')]);
    await cabinet.proofs.receive('accepted-polyglot', sent(file), { maxBytes: FIVE_MB });
    const { content } = await cabinet.proofs.rendered('accepted-polyglot');
    expect(content.includes('<?php')).toBe(false);
    expect((await sharp(content).metadata()).format).toBe('jpeg');
  });
});

describe('PDFs', () => {
  it('with a password to open it', async () => {
    expect(await refused(await certificate(1, { userPassword: 'sésame', ownerPassword: 'patron' }))).toMatchObject({ code: 'pdf-locked' });
  });

  it('whose forms draw one another a thousand thousand million times, before anything is drawn', async () => {
    expect(nestedForms(12).length).toBeLessThan(3000);
    expect(await refused(nestedForms(12))).toEqual({ code: 'file-damaged', detail: { why: 'nested' } });
  });

  it('whose page is a stamp', async () => {
    const file = Buffer.from(handWrittenPdf('').toString().replace('595 842', '20 20'));
    expect(await refused(file)).toMatchObject({ code: 'image-too-small' });
  });

  it('that is garbage behind its first line', async () => {
    expect(await refused(Buffer.from(`%PDF-1.7\n${'garbage '.repeat(500)}`))).toEqual({
      code: 'file-damaged',
      detail: { why: 'unreadable' },
    });
  });

  it('that was cut off on the way', async () => {
    const paper = await certificate(2);
    expect(await refused(paper.subarray(0, 300))).toMatchObject({ code: 'file-damaged' });
  });

  it('without a page', async () => {
    const empty = handWrittenPdf('').toString().replace('/Kids [3 0 R] /Count 1', '/Kids [] /Count 0');
    expect(await refused(Buffer.from(empty))).toEqual({ code: 'file-damaged', detail: { why: 'unreadable' } });
  });

  it('with a picture that nobody could print', async () => {
    const scan = '4 0 obj << /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /Length 1 >> stream\n0\nendstream endobj';
    expect(await refused(handWrittenPdf('', scan))).toMatchObject({ code: 'image-too-large', detail: { limit: 40e6, width: 60_000 } });
  });

  it('whose few bytes swell to hundreds of megabytes when they are read', async () => {
    const swelling = deflateSync(Buffer.alloc(200e6, ' '));
    const stream = `4 0 obj << /Length ${swelling.length} /Filter /FlateDecode >> stream\n${swelling.toString('latin1')}\nendstream endobj`;
    const file = Buffer.from(handWrittenPdf('', stream).toString('utf8').replace('/MediaBox', '/Contents 4 0 R /MediaBox'), 'latin1');
    const poor = cabinet.reopen({ inspection: { megabytes: 256 } });
    expect(await refusalOf(poor.receive('hostile-swelling', sent(file), { maxBytes: FIVE_MB }))).toEqual({
      code: 'file-damaged',
      detail: { why: 'crash' },
    });
  });

  it('with a script of the document', async () => {
    const file = await pdfMadeBy((document) => document.addJavaScript('hello', 'app.alert(1)'));
    expect(await refused(file)).toMatchObject({ code: 'pdf-active' });
  });

  it('with a file in it', async () => {
    const file = await pdfMadeBy((document) => document.attach(Buffer.from('MZ'), 'setup.exe', { mimeType: 'application/octet-stream' }));
    expect(await refused(file)).toMatchObject({ code: 'pdf-active' });
  });

  it('with an action behind a link, in a compressed object', async () => {
    const file = await pdfMadeBy((document) => {
      const action = document.context.obj({ S: 'JavaScript', JS: PDFHexString.fromText('app.alert(1)') });
      document.getPage(0).node.set(PDFName.of('AA'), document.context.obj({ O: document.context.register(action) }));
    });
    expect(file.includes('JavaScript')).toBe(false);
    expect(await refused(file)).toEqual({ code: 'pdf-active', detail: { found: 'JS' } });
  });

  it.each([
    ['a program to launch', '/OpenAction 4 0 R', '4 0 obj << /S /Launch /F (cmd.exe) >> endobj', 'OpenAction'],
    ['a program behind a link', '/Names << >>', '4 0 obj << /Type /Annot /A << /S /Launch /F (cmd.exe) >> >> endobj', 'Launch'],
    ['a script in disguise', '', '4 0 obj << /S /J#61vaScript /J#53 (app.alert\\(1\\)) >> endobj', 'JS'],
    ['an address called at opening', '/OpenAction << /S /URI /URI (https://tracker.example/) >>', '', 'OpenAction'],
    ['a form sent elsewhere', '', '4 0 obj << /S /SubmitForm /F (https://tracker.example/) >> endobj', 'SubmitForm'],
  ])('with %s', async (_what, catalog, more, found) => {
    expect(await refused(handWrittenPdf(catalog, more))).toEqual({ code: 'pdf-active', detail: { found } });
  });

  it.each([
    ['opens at its first page', '/OpenAction [3 0 R /FitH 842]'],
    ['opens by an action that only turns to a page', '/OpenAction << /S /GoTo /D [3 0 R /Fit] >>'],
  ])('that %s are papers like any other', async (what, catalog) => {
    const id = `accepted-${what.length}-pages`;
    expect(await cabinet.proofs.receive(id, sent(handWrittenPdf(catalog)), { maxBytes: FIVE_MB })).toMatchObject({ kind: 'pdf', pages: 1 });
  });

  it('whose forms draw one another a few times are papers too', async () => {
    expect(await cabinet.proofs.receive('accepted-forms', sent(nestedForms(4)), { maxBytes: FIVE_MB })).toMatchObject({ pages: 1 });
  });

  it('that a link leads out of are papers too', async () => {
    const file = await pdfMadeBy((document) => {
      const link = {
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [0, 0, 9, 9],
        A: { S: 'URI', URI: PDFString.of('https://univ-valcour.example/') },
      };
      document.getPage(0).node.set(PDFName.of('Annots'), document.context.obj([link]));
    });
    expect(await cabinet.proofs.receive('accepted-link', sent(file), { maxBytes: FIVE_MB })).toMatchObject({ pages: 1 });
  });
});

describe('an inspection', () => {
  it('that takes too long is ended', async () => {
    const hurried = cabinet.reopen({ inspection: { milliseconds: 1 } });
    const work = hurried.receive('hostile-slow', sent(await studentCard()), { maxBytes: FIVE_MB });
    expect(await refusalOf(work)).toEqual({ code: 'file-damaged', detail: { why: 'time' } });
  });

  it('that computes without end is ended by what it computes, long before the clock', async () => {
    // Four megabytes of nothing to draw, read ten thousand times.
    const file = nestedForms(5, ' '.repeat(4_000_000));
    const busy = cabinet.reopen({ inspection: { cpuSeconds: 5, milliseconds: DAY } });
    expect(await refusalOf(busy.receive('hostile-busy', sent(file), { maxBytes: FIVE_MB }))).toEqual({
      code: 'file-damaged',
      detail: { why: 'crash' },
    });
  });

  it('that waits longer than it may compute goes on', async () => {
    const calm = cabinet.reopen({ inspection: { cpuSeconds: 5, milliseconds: DAY } });
    const received = calm.receive('accepted-slow', slowly(await studentCard(), 6_000), { maxBytes: FIVE_MB });
    expect(await received).toMatchObject({ kind: 'jpeg', pages: 1 });
  });

  it('that needs too much memory is ended', async () => {
    const large = await sharp({ create: { width: 6000, height: 6000, channels: 3, background: '#ffffff' } })
      .png()
      .toBuffer();
    const poor = cabinet.reopen({ inspection: { megabytes: 140 } });
    expect(await refusalOf(poor.receive('hostile-large', sent(large), { maxBytes: FIVE_MB }))).toMatchObject({ code: 'file-damaged' });
  });
});
