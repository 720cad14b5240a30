/** A label of a domain as people write it, from what follows its `xn--` (RFC 3492, 6.2); `undefined` where that is no such thing. */
export function decodedLabel(ascii: string): string | undefined {
  const last = ascii.lastIndexOf('-');
  const output = Array.from(ascii.slice(0, Math.max(last, 0)), (letter) => letter.codePointAt(0) ?? 0);
  let code = 128;
  let bias = 72;
  let at = last + 1;
  for (let index = 0; at < ascii.length; index += 1) {
    const before = index;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = digitOf(ascii[at] ?? '');
      at += 1;
      index += digit * weight;
      if (digit < 0 || index > LARGEST) return undefined;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const count = output.length + 1;
    bias = adapted(index - before, count, before === 0);
    code += Math.floor(index / count);
    index %= count;
    if (code > 0x10ffff) return undefined;
    output.splice(index, 0, code);
  }
  return String.fromCodePoint(...output);
}

const BASE = 36;
/** Labels are short: whatever grows beyond this is no letter. */
const LARGEST = 0x7fffffff;

function digitOf(letter: string): number {
  return 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(letter.toLowerCase() || ' ');
}

function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? 700 : 2));
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > 455; k += BASE) rest = Math.floor(rest / 35);
  return k + Math.floor((36 * rest) / (rest + 38));
}
