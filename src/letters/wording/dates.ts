import { DateTime } from 'luxon';
import type { Language } from '../../domain/language';

/** Dates as the venue's clock shows them; instants are ISO 8601, UTC. */
export interface Calendar {
  /** « samedi 16 janvier 2027 à 20 h 30 » */
  readonly longMoment: (at: string) => string;
  /** « samedi 16 janvier à 20 h 30 » */
  readonly moment: (at: string) => string;
  /** « 16 janvier » */
  readonly day: (at: string) => string;
  /** « 16 janvier 2027 » */
  readonly longDay: (at: string) => string;
  /** « 10 janvier à 18 h 40 » */
  readonly stamp: (at: string) => string;
  /** « 20 h 30 », « 20 h » on the hour */
  readonly clock: (at: string) => string;
  readonly isEvening: (at: string) => boolean;
}

export function calendarOf(zone: string, language: Language): Calendar {
  const local = (at: string) => localTime(at, zone, language);
  const day = (at: string) => dayAndMonth(local(at), language);
  const longDay = (at: string) => `${day(at)} ${local(at).year}`;
  const clock = (at: string) => CLOCKS[language](local(at));
  const on = (date: string, at: string) => `${date} ${language === 'fr' ? 'à' : 'at'} ${clock(at)}`;
  return {
    longMoment: (at) => on(`${local(at).toFormat('cccc')} ${longDay(at)}`, at),
    moment: (at) => on(`${local(at).toFormat('cccc')} ${day(at)}`, at),
    stamp: (at) => on(day(at), at),
    isEvening: (at) => local(at).hour >= 18,
    day,
    longDay,
    clock,
  };
}

function localTime(at: string, zone: string, language: Language): DateTime<true> {
  const time = DateTime.fromISO(at, { zone });
  if (!time.isValid) throw new RangeError(`Not a time: ${at} in ${zone}`);
  return time.setLocale(language === 'fr' ? 'fr-FR' : 'en-GB');
}

function dayAndMonth(date: DateTime<true>, language: Language): string {
  const day = language === 'fr' && date.day === 1 ? '1er' : `${date.day}`;
  return `${day} ${date.toFormat('LLLL')}`;
}

const CLOCKS: Record<Language, (time: DateTime<true>) => string> = {
  fr: ({ hour, minute }) => (minute === 0 ? `${hour} h` : `${hour} h ${minutes(minute)}`),
  en: ({ hour, minute }) => {
    const half = hour < 12 ? 'am' : 'pm';
    return minute === 0 ? `${hour % 12 || 12} ${half}` : `${hour % 12 || 12}.${minutes(minute)} ${half}`;
  },
};

function minutes(minute: number): string {
  return `${minute}`.padStart(2, '0');
}
