import { typeset } from '../../wording/typography';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** « 3 h 10 », « 21 h », « 4 jours »: rounded down, so that nobody counts on time that is not there. */
export function timeLeft(until: string, now: string): string {
  const left = Date.parse(until) - Date.parse(now);
  if (left <= 0) return 'délai passé';
  if (left >= 2 * DAY) return typeset(`${Math.floor(left / DAY)} jours`);
  const hours = Math.floor(left / HOUR);
  const minutes = Math.floor((left % HOUR) / 60_000);
  if (hours >= 12) return typeset(`${hours} h`);
  if (hours === 0) return typeset(`${minutes} min`);
  return typeset(`${hours} h ${`${minutes}`.padStart(2, '0')}`).replace(/h (?=\d)/, 'h\u00a0');
}

/** Less than half a day: the row gets a bar. */
export function isPressing(until: string, now: string): boolean {
  return Date.parse(until) - Date.parse(now) < 12 * HOUR;
}
