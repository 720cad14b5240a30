import type { Wording } from '../../domain/language';

/** « 16 janvier 2027 », « 1er mai 2027 », “16 January 2027”: the day of an instant where the venue stands. */
export function dayInWords(at: Date, timeZone: string): Wording {
  const { fr, en } = calendarsOf(timeZone);
  return { fr: fr.format(at).replace(/^1 /, '1er '), en: en.format(at) };
}

interface Calendars {
  readonly fr: Intl.DateTimeFormat;
  readonly en: Intl.DateTimeFormat;
}

/** Making one costs more than all that an order's day is used for; zones are as few as venues. */
const calendars = new Map<string, Calendars>();

function calendarsOf(timeZone: string): Calendars {
  const known = calendars.get(timeZone);
  if (known) return known;
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
  const made = { fr: new Intl.DateTimeFormat('fr-FR', options), en: new Intl.DateTimeFormat('en-GB', options) };
  calendars.set(timeZone, made);
  return made;
}
