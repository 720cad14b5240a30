import { DateTime } from 'luxon';
import type { Language } from '../../domain/language';

/** Says instants (ISO 8601, UTC) as the venue's clock shows them. */
export interface Calendar {
  /** « samedi 16 janvier 2027 à 20 h 30 » */
  full(at: string): string;
  /** « vendredi 15 janvier à 20 h 30 »: the year is known. */
  deadline(at: string): string;
  /** « 16 janvier 2027 » */
  day(at: string): string;
  /** « 16 janvier » */
  shortDay(at: string): string;
  /** « 9 janvier à 11 h 15 » */
  moment(at: string): string;
  /** « sam. 16 janv., 20 h 30 » */
  brief(at: string): string;
  /** « 20 h 30 » */
  time(at: string): string;
}

export function createCalendar(language: Language, zone: string): Calendar {
  const local = (at: string) => DateTime.fromISO(at, { zone }).setLocale(LOCALES[language]);
  const at = AT[language];
  const shortDay = (instant: string) => `${dayNumber(local(instant), language)}\u00a0${local(instant).toFormat('LLLL')}`;
  const day = (instant: string) => `${shortDay(instant)}\u00a0${local(instant).year}`;
  const time = (instant: string) => clock(local(instant), language);
  const weekday = (instant: string) => local(instant).toFormat('cccc');
  return {
    full: (instant) => `${weekday(instant)} ${day(instant)} ${at}${time(instant)}`,
    deadline: (instant) => `${weekday(instant)} ${shortDay(instant)} ${at}${time(instant)}`,
    day,
    shortDay,
    moment: (instant) => `${shortDay(instant)} ${at}${time(instant)}`,
    brief: (instant) => `${local(instant).toFormat('ccc')} ${local(instant).day}\u00a0${local(instant).toFormat('LLL')}, ${time(instant)}`,
    time,
  };
}

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const satisfies Record<Language, string>;
const AT = { fr: 'à\u00a0', en: 'at\u00a0' } as const satisfies Record<Language, string>;

function dayNumber(date: DateTime, language: Language): string {
  return language === 'fr' && date.day === 1 ? '1er' : `${date.day}`;
}

function clock({ hour, minute }: DateTime, language: Language): string {
  const minutes = `${minute}`.padStart(2, '0');
  if (language === 'fr') return minute === 0 ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${minutes}`;
  const half = hour < 12 ? 'am' : 'pm';
  return minute === 0 ? `${hour % 12 || 12}\u00a0${half}` : `${hour % 12 || 12}.${minutes}\u00a0${half}`;
}
