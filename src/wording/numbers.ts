import type { Language } from '../domain/language';

const NUMBERS = {
  fr: ['aucun', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
} as const satisfies Record<Language, readonly string[]>;

/** « trois », and figures beyond ten. French nouns counted here are masculine: billets, justificatifs. */
export function inLetters(count: number, language: Language): string {
  return NUMBERS[language][count] ?? `${count}`;
}

/** « a, b et c » */
export function listed(items: readonly (string | number)[], language: Language, word: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return `${items[0] ?? ''}`;
  return `${items.slice(0, -1).join(', ')} ${JOINTS[language][word]} ${items.at(-1) ?? ''}`;
}

const JOINTS = { fr: { and: 'et', or: 'ou' }, en: { and: 'and', or: 'or' } } as const satisfies Record<
  Language,
  Record<'and' | 'or', string>
>;
