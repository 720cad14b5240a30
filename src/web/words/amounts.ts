import type { Language } from '../../domain/language';
import type { Cents } from '../../domain/money';
import { typeset } from './typography';

/** « 1 234,50 € », "€1,234.50" */
export function euros(amount: Cents, language: Language): string {
  const value = amount / 100;
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(value);
}

/** « Gratuit » where nothing is asked. */
export function priceWords(amount: Cents, language: Language): string {
  return amount === 0 ? FREE[language] : euros(amount, language);
}

const FREE = { fr: 'Gratuit', en: 'Free' };

/** « 7,2 Mo », « 13 Ko »: of 1,024, as the limit of 5 Mo is. Never rounded down: a file a byte too big is not « 5 Mo ». */
export function fileSize(bytes: number, language: Language): string {
  const [kilo, mega] = language === 'fr' ? ['Ko', 'Mo'] : ['KB', 'MB'];
  const megabytes = Math.ceil((bytes / (1024 * 1024)) * 10) / 10;
  if (megabytes >= 1) return typeset(`${decimal(megabytes, language)} ${mega}`);
  return typeset(`${Math.max(1, Math.ceil(bytes / 1024))} ${kilo}`);
}

/** « deux », up to ten; digits beyond. */
export function countWord(count: number, language: Language): string {
  return NUMBER_WORDS[language][count] ?? `${count}`;
}

/** « 3 et 5 », « 1, 3 et 5 » */
export function listed(items: readonly (string | number)[], language: Language): string {
  const and = language === 'fr' ? 'et' : 'and';
  if (items.length < 2) return `${items[0] ?? ''}`;
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1) ?? ''}`;
}

const NUMBER_WORDS: Record<Language, readonly string[]> = {
  fr: ['zéro', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix'],
  en: ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
};

function decimal(value: number, language: Language): string {
  return language === 'fr' ? `${value}`.replace('.', ',') : `${value}`;
}
