import type { Wording } from '../../domain/language';

/** « 16 janvier 2027 », « 1er mai 2027 », “16 January 2027”: the day of an instant where the venue stands. */
export function dayInWords(at: Date, timeZone: string): Wording {
  const [fr, en] = ['fr-FR', 'en-GB'].map((locale) =>
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone }).format(at),
  );
  return { fr: (fr ?? '').replace(/^1 /, '1er '), en: en ?? '' };
}
