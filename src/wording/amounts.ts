import type { Language } from '../domain/language';
import type { Cents } from '../domain/money';
import { typeset } from './typography';

/** « 1 234,50 € », "€1,234.50", below zero « -12,00 € », "-€12.00" */
export function euros(amount: Cents, language: Language): string {
  const sign = amount < 0 ? '-' : '';
  const whole = grouped(Math.trunc(Math.abs(amount) / 100), THOUSANDS[language]);
  const rest = `${Math.abs(amount) % 100}`.padStart(2, '0');
  return language === 'fr' ? `${sign}${whole},${rest}\u00a0€` : `${sign}€${whole}.${rest}`;
}

/** « Gratuit » where nothing is asked. */
export function priceWords(amount: Cents, language: Language): string {
  return amount === 0 ? FREE[language] : euros(amount, language);
}

const FREE = { fr: 'Gratuit', en: 'Free' };

/** « 5,5 % », and « 2,10 % » as the tax code writes it. */
export function vatRate(basisPoints: number, language: Language): string {
  const rate = basisPoints === 210 ? '2.10' : `${basisPoints / 100}`;
  return language === 'fr' ? `${rate.replace('.', ',')}\u00a0%` : `${rate}%`;
}

/** « 12,5 % » of a share between 0 and 1, to a tenth. */
export function percent(share: number, language: Language): string {
  const rate = decimal(Math.round(share * 1000) / 10, language);
  return language === 'fr' ? `${rate}\u202f%` : `${rate}%`;
}

/** « 012 458 »: six digits at least, in threes, so that it is read aloud without a slip. */
export function ticketNumber(number: number): string {
  return grouped(`${number}`.padStart(6, '0'), '\u00a0');
}

/** « 7,2 Mo », « 13 Ko »: of 1,024, as the limit of 5 Mo is. Never rounded down: a file a byte too big is not « 5 Mo ». */
export function fileSize(bytes: number, language: Language): string {
  const [kilo, mega] = language === 'fr' ? ['Ko', 'Mo'] : ['KB', 'MB'];
  const megabytes = Math.ceil((bytes / (1024 * 1024)) * 10) / 10;
  if (megabytes >= 1) return typeset(`${decimal(megabytes, language)} ${mega}`);
  return typeset(`${Math.max(1, Math.ceil(bytes / 1024))} ${kilo}`);
}

function decimal(value: number, language: Language): string {
  return language === 'fr' ? `${value}`.replace('.', ',') : `${value}`;
}

const THOUSANDS = { fr: '\u202f', en: ',' } as const satisfies Record<Language, string>;

function grouped(digits: number | string, separator: string): string {
  return `${digits}`.replace(/\B(?=(?:\d{3})+$)/g, separator);
}
