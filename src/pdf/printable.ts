/**
 * What of a text can be printed. Letters with loose accents become one sign; our fonts have neither the narrow space nor the
 * hyphen that doesn't break. Emoji are left out: no font of a ticket draws them, and the name beside them reads as well without.
 */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(COSTUME, (letter) => letter.normalize('NFKC'))
    .replace(/[\u2007\u2009\u202f]/g, '\u00a0')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[\t\n\r\u2028\u2029]/g, ' ')
    .replace(UNSEEN, '')
    .replace(EMOJI, '');
}

/** Most of a ticket. */
const PLAIN = /^[ -~\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u2018-\u201d\u2026\u20ac]*$/;

/** Controls, signs that turn or select; and joiners, but those that shape a Persian, Hindi or Sinhala name. */
const UNSEEN =
  /(?![\u200c\u200d])[\p{Cc}\p{Cf}]|[\u034f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]|(?<![\p{L}\p{M}])[\u200c\u200d]|(?<=\p{Script=Latin})[\u200c\u200d]/gu;

/** Plain letters dressed up as mathematics (« 𝓩𝓸é »). */
const COSTUME = /[\u{1d400}-\u{1d7ff}]/gu;

/** Not the signs that fonts had before there were emoji (©, ™, ↔, ♥). One that ends a word takes the blank before it along; the first, the one after. */
const SIGN = String.raw`(?:[\p{Emoji_Presentation}\p{Emoji_Modifier}\p{Regional_Indicator}\u20e3]|(?![\0-\u2bff])\p{Extended_Pictographic})`;
const EMOJI = new RegExp(String.raw`^(?:${SIGN}\s*)+|\s*${SIGN}+(?=[\s\p{P}]|$)|${SIGN}`, 'gu');
