import type { Language } from '../domain/language';
import type { Cents } from '../domain/money';

/** « 1 234,50 € », "€1,234.50" */
export function euros(amount: Cents, language: Language): string {
  const whole = Math.trunc(amount / 100);
  const rest = `${amount % 100}`.padStart(2, '0');
  return language === 'fr' ? `${grouped(whole, '\u00a0')},${rest}\u00a0€` : `€${grouped(whole, ',')}.${rest}`;
}

/** « 5,5 % », and « 2,10 % » as the tax code writes it. */
export function vatRate(basisPoints: number, language: Language): string {
  const rate = basisPoints === 210 ? '2.10' : `${basisPoints / 100}`;
  return language === 'fr' ? `${rate.replace('.', ',')}\u00a0%` : `${rate}%`;
}

/** « 012 458 »: six digits at least, in threes, so that it is read aloud without a slip. */
export function ticketNumber(number: number): string {
  return grouped(`${number}`.padStart(6, '0'), '\u00a0');
}

function grouped(digits: number | string, separator: string): string {
  return `${digits}`.replace(/\B(?=(\d{3})+$)/g, separator);
}
