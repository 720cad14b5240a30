import { DateTime } from 'luxon';
import type { Language, Wording } from '../domain/language';

/** Says instants (ISO 8601, UTC) as the venue's clock shows them. */
export interface Calendar {
  /** « samedi 16 janvier 2027 à 20 h 30 » */
  fullMoment(at: string): string;
  /** « samedi 16 janvier à 20 h 30 »: the year is known. */
  weekdayMoment(at: string): string;
  /** « 16 janvier à 20 h 30 » */
  moment(at: string): string;
  /** « sam. 16 janv., 20 h 30 » */
  briefMoment(at: string): string;
  /** « samedi 16 janvier 2027 » */
  fullDate(at: string): string;
  /** « 16 janvier 2027 » */
  date(at: string): string;
  /** « 16 janvier » */
  day(at: string): string;
  /** « 20 h 30 », « 20 h » on the hour */
  time(at: string): string;
  isEvening(at: string): boolean;
}

export function createCalendar(language: Language, zone: string): Calendar {
  const local = (at: string) => localTime(at, zone, language);
  const weekday = (at: string) => local(at).toFormat('cccc');
  const day = (at: string) => `${dayNumber(local(at), language)}\u00a0${local(at).toFormat('LLLL')}`;
  const date = (at: string) => `${day(at)} ${local(at).year}`;
  const time = (at: string) => clock(local(at), language);
  const timed = (days: string, at: string) => `${days} ${AT[language]}${time(at)}`;
  return {
    fullMoment: (at) => timed(`${weekday(at)} ${date(at)}`, at),
    weekdayMoment: (at) => timed(`${weekday(at)} ${day(at)}`, at),
    moment: (at) => timed(day(at), at),
    briefMoment: (at) => `${local(at).toFormat('ccc')} ${dayNumber(local(at), language)}\u00a0${local(at).toFormat('LLL')}, ${time(at)}`,
    fullDate: (at) => `${weekday(at)} ${date(at)}`,
    isEvening: (at) => local(at).hour >= 18,
    date,
    day,
    time,
  };
}

/** « 16 janvier 2027 », “16 January 2027” */
export function dateWording(at: string, zone: string): Wording {
  return { fr: createCalendar('fr', zone).date(at), en: createCalendar('en', zone).date(at) };
}

function localTime(at: string, zone: string, language: Language): DateTime<true> {
  const key = `${language} ${zone} ${at}`;
  const known = read.get(key);
  if (known) return known;
  const time = DateTime.fromISO(at, { zone, locale: LOCALES[language] });
  if (!time.isValid) throw new RangeError(`Not a time: ${at} in ${zone}`);
  if (read.size >= MOST_REMEMBERED) read.clear();
  read.set(key, time);
  return time;
}

/** Reading an instant costs more than saying it, and one ticket, letter or page says the same few instants many times. */
const read = new Map<string, DateTime<true>>();
const MOST_REMEMBERED = 500;

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
