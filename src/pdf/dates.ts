import { DateTime } from 'luxon';
import type { Language } from '../domain/language';

/** An instant (ISO 8601, UTC) as the venue's clock shows it. */
interface Moment {
  readonly at: string;
  readonly zone: string;
}

/** « samedi 16 janvier 2027 » */
export function longDay(moment: Moment, language: Language): string {
  const day = local(moment).setLocale(LOCALES[language]);
  return `${day.toFormat('cccc')} ${shortDay(moment, language)}`;
}

/** « 16 janvier 2027 », « 1er janvier 2027 » */
export function shortDay(moment: Moment, language: Language): string {
  const date = local(moment).setLocale(LOCALES[language]);
  const day = language === 'fr' && date.day === 1 ? '1er' : `${date.day}`;
  return `${day}\u00a0${date.toFormat('LLLL')} ${date.year}`;
}

/** « 20 h 30 », « 20 h » on the hour; "8.30 pm" in English. */
export function clock(moment: Moment, language: Language): string {
  const { hour, minute } = local(moment);
  const minutes = `${minute}`.padStart(2, '0');
  if (language === 'fr') return minute === 0 ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minutes}`;
  const half = hour < 12 ? 'am' : 'pm';
  return minute === 0 ? `${hour % 12 || 12}\u00a0${half}` : `${hour % 12 || 12}.${minutes}\u00a0${half}`;
}

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Language, string>;

function local({ at, zone }: Moment): DateTime<true> {
  const time = DateTime.fromISO(at, { zone });
  if (!time.isValid) throw new RangeError(`Not a time: ${at} in ${zone}`);
  return time;
}
