import type { Language } from './language';

/** « a, b et c » */
export function listed(items: readonly (string | number)[], language: Language, word: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return `${items[0] ?? ''}`;
  return `${items.slice(0, -1).join(', ')} ${JOINTS[language][word]} ${items.at(-1) ?? ''}`;
}

const JOINTS = { fr: { and: 'et', or: 'ou' }, en: { and: 'and', or: 'or' } } as const satisfies Record<
  Language,
  Record<'and' | 'or', string>
>;
