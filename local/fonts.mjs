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
const VIETNAMESE = [[0x1a0, 0x1a1], [0x1af, 0x1b0], [0x300, 0x301], [0x303, 0x304], [0x308, 0x309], [0x323, 0x323], [0x1ea0, 0x1ef9], [0x20ab, 0x20ab]]; // prettier-ignore
// Polish, Czech, Hungarian, Turkish, Romanian, Baltic and Welsh names; other scripts are set in DejaVu.
const LATIN_EXTENDED = [[0x100, 0x17f], [0x1cd, 0x1d4], [0x1e6, 0x1e7], [0x218, 0x21b], [0x1e80, 0x1e85], [0x1e9e, 0x1e9e], [0x1ef2, 0x1ef3]]; // prettier-ignore

const PARTS = [
  { suffix: '', from: 'latin', ranges: LATIN },
  { suffix: '-extended', from: 'latin-ext', ranges: LATIN_EXTENDED },
  { suffix: '-vietnamese', from: 'vietnamese', ranges: VIETNAMESE },
];

const FAMILIES = [
  { family: 'spectral', weight: 600 },
  { family: 'source-sans-3', weight: 400 },
  { family: 'source-sans-3', weight: 600 },
];

// Hinting, fractions and figure variants weigh more than the letters; print needs none of them.
const OPTIONS = { targetFormat: 'truetype', noHinting: true, keepFeatures: ['ccmp', 'kern', 'liga', 'mark'] };

// The outline of a space is empty and may be the file's last: fontkit reads the box of it all the same, beyond the end.
const TAIL = Buffer.alloc(16);

for (const { family, weight } of FAMILIES) for (const part of PARTS) await make(family, weight, part);

async function make(family, weight, { suffix, from, ranges }) {
  const font = readFileSync(require.resolve(`@fontsource/${family}/files/${family}-${from}-${weight}-normal.woff2`));
  const subset = await subsetFont(font, characters(ranges), OPTIONS);
  const name = `${family}-${weight}${suffix}.ttf`;
  writeFileSync(join(target, name), Buffer.concat([subset, TAIL]));
  console.log(`${name} ${subset.length + TAIL.length} bytes`);
}

function characters(ranges) {
  return ranges.map(([first, last]) => String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, n) => first + n))).join('');
}
