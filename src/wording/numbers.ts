import type { Language } from '../domain/language';

const NUMBERS = {
  fr: ['aucun', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
} as const satisfies Record<Language, readonly string[]>;

/** « trois », and figures beyond ten. French nouns counted here are masculine: billets, justificatifs. */
export function inLetters(count: number, language: Language): string {
  return NUMBERS[language][count] ?? `${count}`;
}
