// Makes the TrueType subsets that the tickets embed (src/pdf/fonts), from the web fonts of the same families.
// Run it again only when the families change: `node local/fonts.mjs`. The files it makes are committed, so that printing needs no build step.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'src', 'pdf', 'fonts');

const LATIN = [[0x20, 0x7e], [0xa0, 0xff], [0x131, 0x131], [0x152, 0x153], [0x178, 0x178], [0x2013, 0x2014], [0x2018, 0x201e], [0x2020, 0x2022], [0x2026, 0x2026], [0x2030, 0x2030], [0x2039, 0x203a], [0x20ac, 0x20ac], [0x2122, 0x2122], [0x2212, 0x2212]]; // prettier-ignore
// Polish, Czech, Hungarian, Turkish, Romanian, Baltic and Welsh names; other scripts are set in DejaVu.
const LATIN_EXTENDED = [[0x100, 0x17f], [0x1cd, 0x1d4], [0x1e6, 0x1e7], [0x218, 0x21b], [0x1e80, 0x1e85], [0x1e9e, 0x1e9e], [0x1ef2, 0x1ef3]]; // prettier-ignore

const FONTS = [
  { name: 'spectral-600', from: '@fontsource/spectral/files/spectral-latin-600-normal.woff2', ranges: LATIN },
  { name: 'spectral-600-extended', from: '@fontsource/spectral/files/spectral-latin-ext-600-normal.woff2', ranges: LATIN_EXTENDED },
  { name: 'source-sans-3-400', from: '@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2', ranges: LATIN },
  { name: 'source-sans-3-400-extended', from: '@fontsource/source-sans-3/files/source-sans-3-latin-ext-400-normal.woff2', ranges: LATIN_EXTENDED }, // prettier-ignore
  { name: 'source-sans-3-600', from: '@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff2', ranges: LATIN },
  { name: 'source-sans-3-600-extended', from: '@fontsource/source-sans-3/files/source-sans-3-latin-ext-600-normal.woff2', ranges: LATIN_EXTENDED }, // prettier-ignore
];

// Hinting, fractions and figure variants weigh more than the letters; print needs none of them.
const OPTIONS = { targetFormat: 'truetype', noHinting: true, keepFeatures: ['ccmp', 'kern', 'liga', 'mark'] };

// The outline of a space is empty and may be the file's last: fontkit reads the box of it all the same, beyond the end.
const TAIL = Buffer.alloc(16);

for (const { name, from, ranges } of FONTS) {
  const subset = await subsetFont(readFileSync(require.resolve(from)), characters(ranges), OPTIONS);
  writeFileSync(join(target, `${name}.ttf`), Buffer.concat([subset, TAIL]));
  console.log(`${name}.ttf ${subset.length} bytes`);
}

function characters(ranges) {
  return ranges.map(([first, last]) => String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, n) => first + n))).join('');
}
