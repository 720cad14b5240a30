/** Crockford's base32: no I, L, O or U, so that a reference can be read over the telephone. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 7K2M-4Q9T, from at least 8 random bytes: 40 bits. */
export function orderReference(random: Uint8Array): string {
  const letters = [...random.subarray(0, 8)].map((byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

export function isOrderReference(text: string): boolean {
  return /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(text);
}

/**
 * As people type it or paste it: lower case, any dash or space or none, invisible marks, O for 0, I or L for 1. `undefined`: no
 * reference at all.
 */
export function readReference(typed: string): string | undefined {
  const bare = typed.normalize('NFKC').toUpperCase().replaceAll(BETWEEN, '');
  const letters = bare.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  const reference = `${letters.slice(0, 4)}-${letters.slice(4)}`;
  return isOrderReference(reference) ? reference : undefined;
}

/** What stands between or around the letters: spaces of every kind, dashes of every kind, marks that nobody sees, a full stop after it. */
const BETWEEN = /[\s\p{Pd}\u2212\p{Cf}.]/gu;
