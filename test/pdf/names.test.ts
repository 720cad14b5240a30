import { fontOf, isOurFile, runsOf } from '../../src/pdf/fonts';
import { printable } from '../../src/pdf/printable';
import { createPrinter } from '../../src/pdf/printer';
import { furtherFontsFor } from '../../src/pdf/scripts/further-fonts';
import { fontsOf, textOf, wordsOf } from './paper';
import { CAMILLE, printed } from './tickets';

const printer = createPrinter();

/** People of the whole world, as they write their names. */
const NAMES = [
  '山田 太郎',
  'さくら すずき',
  '김민수',
  '諸葛 亮',
  '𠮷田',
  'สมชาย ใจดี',
  'น้ำทิพย์ กำปั้น',
  'क्षितिज शर्मा',
  'রবীন্দ্রনাথ ঠাকুর',
  'கௌதம் மௌனிகா',
  'శ్రీనివాస కృష్ణమూర్తి',
  'ಶ್ರೀಧರ ಕೃಷ್ಣ',
  'കൃഷ്ണൻ ലക്ഷ്മി',
  'શ્રીમતી કૃષ્ણ',
  'ਕ੍ਰਿਸ਼ਨ ਸਿੰਘ',
  'ଶ୍ରୀକାନ୍ତ',
  'ශ්‍රී චන්ද්‍රිකා',
  'ស្រីមុំ សុខា',
  'ສົມພອນ ນ້ຳ',
  'ကျော် မြင့်',
  'བསྟན་འཛིན',
  'አበበ ቢቂላ',
  'Արամ Խաչատրյան',
  'ნინო ჭავჭავაძე',
  'Nguyễn Thị Ánh',
  'Чайка Ёлкин',
  'Μήδεια Παπαδοπούλου',
  'Małgorzata Wiśniewska',
  'محمد بن عبد الله',
  'فاطمه زهرا',
  'משה בן־מימון',
  'لامعة الإدريسي',
  'ᱫᱨᱚᱯᱚᱫᱤ ᱢᱩᱨᱢᱩ',
  'ܡܪܝܡ ܐܦܪܝܡ',
  'ꦱꦿꦶ ꦲꦱ꧀ꦠꦸꦠꦶ',
  'ᏎᏉᏯ ᏣᎳᎩ',
];

async function fontsAndGlyphs(text: string) {
  const further = await furtherFontsFor([text]);
  return runsOf(printable(text), 'text', further.nameFor).map(({ font, text: part }) => {
    const parsed = isOurFile(font) ? fontOf(font) : further.fontOf(font);
    return { font, glyphs: parsed.layout(part).glyphs.map((glyph) => Number.parseInt(String(glyph.id), 10)) };
  });
}

describe('names on a ticket', () => {
  it.each(NAMES)('draws every letter of %s, none as a box', async (name) => {
    const runs = await fontsAndGlyphs(name);
    expect(runs.flatMap(({ glyphs }) => glyphs)).not.toContain(0);
  });

  it.each(NAMES)('gives %s back to who copies it, in the order in which it is read', async (holder) => {
    const pdf = await printer.print(printed({ ...CAMILLE, holder }));
    const text = (await textOf(pdf)).replaceAll(/[\u202a-\u202e]/g, '').normalize('NFC');
    expect(text).toContain(holder);
    expect(pdf.length).toBeLessThan(50_000);
    expect((await fontsOf(pdf)).every(({ isEmbedded }) => isEmbedded)).toBe(true);
  });

  it.each(['އަހްމަދު', 'שֶׁלֹמֹה', 'حُسَيْن'])('gives back the letters of %s, whose vowels are written', async (holder) => {
    const bare = (text: string) => text.replaceAll(/[\p{M}\u202a-\u202e]/gu, '');
    expect((await fontsAndGlyphs(holder)).flatMap(({ glyphs }) => glyphs)).not.toContain(0);
    expect(bare(await textOf(await printer.print(printed({ ...CAMILLE, holder }))))).toContain(bare(holder));
  });

  // poppler gives Adlam and N’Ko back as they are seen, from left to right
  it.each([
    ['𞤀𞥄𞤥𞤣𞤵 𞤔𞤢𞤤𞤮', '𞤮𞤤𞤢𞤔 𞤵𞤣𞤥𞤀𞥄'],
    ['ߝߊ߬ߕߎ߬ ߖߊߙߊ߫', 'ߊ߫ߙߊߖ ߎ߬ߕߊ߬ߝ'],
    ['ߡߊ߬ߡߊߘߎ߫ ߕߙߊߥߏ߬ߙߋ', 'ߋߙߏ߬ߥߊߙߕ ߎ߫ߘߊߡߊ߬ߡ'],
  ])('draws every letter of %s, from right to left', async (holder, seen) => {
    expect((await fontsAndGlyphs(holder)).flatMap(({ glyphs }) => glyphs)).not.toContain(0);
    expect(await textOf(await printer.print(printed({ ...CAMILLE, holder })))).toContain(seen);
  });

  it.each(['ကျော်', 'မြင့်'])('draws in front of the first letter of %s the sign that is typed after it', async (holder) => {
    const font = (await furtherFontsFor([holder])).fontOf('noto-sans-myanmar-myanmar-400');
    const letter = font.glyphForCodePoint(holder.codePointAt(0) ?? 0).id;
    const glyphs = (await fontsAndGlyphs(holder)).flatMap((run) => run.glyphs);
    expect(glyphs.indexOf(letter)).toBe(1);
  });

  it('adds nothing to a ticket whose names are in Latin letters', async () => {
    const fonts = await fontsOf(await printer.print(printed({ ...CAMILLE, holder: 'Zoé Œuvrard' })));
    expect(fonts.every(({ name }) => !/Noto|DejaVu/.test(name))).toBe(true);
  });

  it.each([
    ['Zoé 🎭👩‍👩‍👧 Martin', 'Zoé Martin'],
    ['🇫🇷 Léa ❤️ Petit 1️⃣', 'Léa ❤ Petit 1'],
    ['Ali 👍🏽', 'Ali'],
  ])('leaves the emoji of %s out, and says the rest', async (holder, read) => {
    expect((await fontsAndGlyphs(holder)).flatMap(({ glyphs }) => glyphs)).not.toContain(0);
    expect(await textOf(await printer.print(printed({ ...CAMILLE, holder })))).toContain(`${read} `);
  });

  it.each([
    ['Frais et port 👻, séance du 3', 'Frais et port, séance du 3'],
    ['Frais et port 👻', 'Frais et port'],
    ['👻 Frais et port', 'Frais et port'],
    ['Le bal 👻🎭 des morts', 'Le bal des morts'],
    ['Fantômes\u00a0👻\u00a0: le bal', 'Fantômes\u00a0: le bal'],
  ])('leaves no blank where the emoji of %s stood', (typed, read) => {
    expect(printable(typed)).toBe(read);
  });

  it('prints plain letters for those that are dressed up', () => {
    expect(printable('𝓩𝓸é 𝐌𝐚𝐫𝐭𝐢𝐧')).toBe('Zoé Martin');
  });

  it('keeps a joiner where it shapes a name, and nowhere else', () => {
    expect(printable('ශ්‍රී')).toBe('ශ්‍රී');
    expect(printable('Ma\u200drie\u202e \u2066Li\u00adse')).toBe('Marie Lise');
  });

  it('joins a name typed with loose accents, and keeps an accent on a letter that has no sign of its own', async () => {
    expect(await fontsAndGlyphs('Lefe\u0300vre')).toEqual([expect.objectContaining({ font: 'source-sans-3-400' })]);
    expect(await fontsAndGlyphs('X\u0302avier')).toEqual([expect.objectContaining({ font: 'DejaVuSans' })]);
    // no font has all of this word
    const [first] = runsOf('X\u0302\u5c71\u7530', 'text', (await furtherFontsFor(['\u5c71\u7530'])).nameFor);
    expect(first).toEqual({ font: 'DejaVuSans', text: 'X\u0302' });
  });
});

describe('a line of two directions', () => {
  const placed = async (holder: string, words: readonly string[]) => {
    const onPaper = await wordsOf(await printer.print(printed({ ...CAMILLE, holder })));
    return words.map((word) => onPaper.find(({ text }) => text.replaceAll(/[\u202a-\u202e]/g, '') === word)?.left ?? NaN);
  };

  it.each([
    ['محمد بن عبد الله', ['الله', 'عبد', 'بن', 'محمد']],
    ['משה בן־מימון', ['בן־מימון', 'משה']],
    ['Nour حداد 2', ['Nour', '2', 'حداد']],
    ['Léa ויקטור Petit', ['Léa', 'ויקטור', 'Petit']],
    ['ויקטור Hugo', ['Hugo', 'ויקטור']],
    ['ߖߊߙߊ Hugo', ['Hugo', 'ߖߊߙߊ']],
  ])('sets the words of %s where they are read', async (holder, fromTheLeft) => {
    const lefts = await placed(holder, fromTheLeft);
    expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
    expect(lefts).not.toContain(NaN);
  });

  it('turns the brackets of a Hebrew title', async () => {
    const text = await textOf(await printer.print(printed({ ...CAMILLE, showTitle: 'לילה טוב (חלק א), מריה!' })));
    expect(text.replaceAll(/[\u202a-\u202e]/g, '')).toContain('לילה טוב');
  });

  it('says a credit in another script', async () => {
    const credit = '演出 山田 太郎, avec สมชาย ใจดี';
    expect(await textOf(await printer.print(printed({ ...CAMILLE, credit })))).toContain(credit);
  });

  it('breaks a long Thai title without a space, and loses none of it', async () => {
    const showTitle = 'สวัสดีครับผมชื่อสมชายและผมรักละครเวทีมากกว่าสิ่งอื่นใดในโลกนี้';
    const words = await wordsOf(await printer.print(printed({ ...CAMILLE, showTitle })));
    expect(words.map(({ text }) => text).join('')).toContain(showTitle);
    expect(words.every(({ right }) => right <= 198.5)).toBe(true);
  });
});

describe('a font of another script', () => {
  it('is parsed as TrueType, which alone can be embedded', async () => {
    const further = await furtherFontsFor(['ใจดี']);
    expect(further.nameFor('ใ', 'text')).toBe('noto-sans-thai-thai-400');
    expect(further.nameFor('ใ', 'title')).toBe('noto-sans-thai-thai-600');
    expect(further.fontOf('noto-sans-thai-thai-400').postscriptName).toContain('NotoSansThai');
  });

  it('is asked for only where our own have not the letter', async () => {
    const further = await furtherFontsFor(['Œuvré', 'Μήδεια', 'Чайка']);
    expect(further.nameFor('Ч', 'text')).toBeUndefined();
    expect(() => further.fontOf('noto-sans-thai-thai-400')).toThrow('not loaded');
  });
});
