import { NAME_VARIANTS } from '../../src/domain/name-variants';
import { isWholeWord, nameWords, soughtWords } from '../../src/domain/name-words';

describe('the words of a name', () => {
  it.each([
    ['Lefe\u0300vre', ['lefevre']],
    ['Łukasz Żółć', ['lukasz', 'zolc']],
    ['Søren Sørensen', ['sorensen', 'soren']],
    ['Đặng Thị Ánh', ['anh', 'dang', 'thi']],
    ['Cœur de Lion', ['coeur', 'de', 'lion']],
    ['Ægir Þór Weiß', ['aegir', 'thor', 'weiss']],
    ['İpek Işık', ['ipek', 'isik']],
    ['Aïcha O’Neil-d’Arc', ['aicha', 'arc', 'd', 'darc', 'neil', 'o', 'oneil']],
    ['Oʼneil', ['neil', 'o', 'oneil']],
    ['ＭＡＲＴＩＮ ２', ['2', 'martin']],
    ['Μήδεια ΣΊΣΥΦΟΣ', ['μηδεια', 'σισυφοσ']],
    ['Ёлкин Чайка', ['елкин', 'чаика']],
    ['محمّد عبد الله', ['الله', 'عبد', 'محمد']],
    ['שֶׁלֹמֹה', ['שלמה']],
    ['क्षितिज शर्मा', ['क्षितिज', 'शर्मा']],
    ['สมชาย ใจดี', ['สมชาย', 'ใจดี']],
  ])('of %s', (name, words) => {
    expect(nameWords(name).toSorted()).toEqual(words.map((word) => word.normalize('NFC')).toSorted());
  });

  it.each(['山田太郎', '김민수', '吉田'])('of %s are sought by any part', (name) => {
    const [first = '', ...rest] = Array.from(name);
    expect(nameWords(name)).toEqual(expect.arrayContaining([name, rest.join('')]));
    expect(nameWords(name).some((word) => word.startsWith(first))).toBe(true);
  });

  it('are sought alike, whoever types them', () => {
    expect(soughtWords('LEFÈVRE')).toEqual(soughtWords('lefe\u0300vre'));
    expect(soughtWords('O’Neill')).toEqual(['oneill']);
    expect(soughtWords('山田太郎')).toEqual(['山田太郎']);
    expect(soughtWords('Zoé 🎭 \u200b')).toEqual(['zoe']);
  });

  it.each([
    ['𠮷田', '吉田'],
    ['髙橋', '高橋'],
    ['山﨑', '山崎'],
    ['山嵜', '山崎'],
    ['渡邉 渡邊', '渡辺'],
    ['齋藤 齊藤 斉藤', '斎藤'],
    ['濵田', '浜田'],
    ['龍之介', '竜之介'],
    ['陈 陳', '陳'],
    ['葛󠄀西', '葛西'],
    ['ﾔﾏﾀﾞ', 'ヤマダ'],
    ['Ｙａｍａｄａ', 'yamada'],
    ['三ヶ島', '三ケ島'],
  ])('%s are sought as %s', (typed, sought) => {
    expect(soughtWords(typed)).toEqual([sought]);
    expect(nameWords(typed)).toContain(sought);
  });

  it('are sought by one form of each letter, which is the same for all of its group', () => {
    const variants = Object.entries(NAME_VARIANTS);
    expect(variants.length).toBeGreaterThan(150);
    for (const [letter, kept] of variants) {
      expect([letter, NAME_VARIANTS[kept]]).toEqual([letter, undefined]);
      expect(letter.normalize('NFKD')).toBe(letter);
    }
  });

  it('are never longer than their column', () => {
    expect(nameWords('a'.repeat(300))).toEqual(['a'.repeat(120)]);
    expect(nameWords('山'.repeat(120)).length).toBeLessThanOrEqual(12);
  });
});

test('two letters of an alphabet are a whole word, two of Chinese may be a beginning', () => {
  expect(['li', 'de', 'Ли'].every(isWholeWord)).toBe(true);
  expect(['山田', '김', 'mar'].some(isWholeWord)).toBe(false);
});
