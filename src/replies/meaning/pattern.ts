import { VOCABULARY } from './vocabulary';

/**
 * Patterns are written as people write (« c'est bon »); words come apart after an apostrophe, so blanks are put there.
 * `{name}` stands for a group of words. Every pattern is made of bounded pieces: no text can make it slow.
 */
export function pattern(source: string): RegExp {
  return new RegExp(`(?:${expanded(source)})(?= |$)`, 'y');
}

export function expanded(source: string): string {
  const named = source.replaceAll(/\{([a-z]+)\}/g, (whole, name: string) =>
    VOCABULARY[name] ? `(?:${expanded(VOCABULARY[name])})` : whole,
  );
  return named.replaceAll(/'(?=[\p{L}([{\\#@])/gu, "' ");
}
