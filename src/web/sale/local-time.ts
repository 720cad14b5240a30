import { DateTime } from 'luxon';

/** An instant as a field for a local date and time shows it: `2027-01-16T20:30`. */
export function localTime(instant: string, zone: string): string {
  return DateTime.fromISO(instant, { zone }).toFormat("yyyy-LL-dd'T'HH:mm");
}

/** `undefined`: no time that the venue's clocks show. */
export function instantOf(typed: string, zone: string): string | undefined {
  const time = DateTime.fromFormat(typed, "yyyy-LL-dd'T'HH:mm", { zone });
  return time.isValid ? time.toUTC().toISO() : undefined;
}
