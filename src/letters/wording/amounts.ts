import type { Language } from '../../domain/language';
import type { Cents } from '../../domain/money';

/** « 1 234,50 € », "€1,234.50" */
export function euros(amount: Cents, language: Language): string {
  const whole = `${Math.trunc(amount / 100)}`;
  const rest = `${amount % 100}`.padStart(2, '0');
  return language === 'fr' ? `${grouped(whole, '\u202F')},${rest}\u00A0€` : `€${grouped(whole, ',')}.${rest}`;
}

/** « Gratuit » where nothing is asked. */
export function priceWords(amount: Cents, language: Language): string {
  return amount === 0 ? FREE[language] : euros(amount, language);
}

const FREE = { fr: 'Gratuit', en: 'Free' };

function grouped(digits: string, separator: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, separator);
}
