import { DateTime } from 'luxon';

const FIELD = "yyyy-LL-dd'T'HH:mm";

/** An instant as a field for a local date and time shows it: `2027-01-16T20:30`. */
export function localTime(instant: string, zone: string): string {
  return DateTime.fromISO(instant, { zone }).toFormat(FIELD);
}

/** `undefined`: no time that the venue's clocks show. Of an hour that comes twice the first is meant. */
export function instantOf(typed: string, zone: string): string | undefined {
  const time = DateTime.fromFormat(typed, FIELD, { zone });
  if (!time.isValid || time.toFormat(FIELD) !== typed) return undefined;
  const first = Math.min(...time.getPossibleOffsets().map((one) => one.toMillis()));
  return new Date(first).toISOString();
}

/** The hours that the clocks skip around this one (`02:00`, `03:00`, as instants of a clock in UTC); `undefined`: they show it. */
export function skippedAround(typed: string, zone: string): { readonly from: string; readonly to: string } | undefined {
  const wall = DateTime.fromFormat(typed, FIELD, { zone: 'utc' });
  if (!wall.isValid || instantOf(typed, zone) !== undefined) return undefined;
  const isShown = (minutes: number) => instantOf(wall.plus({ minutes }).toFormat(FIELD), zone) !== undefined;
  const after = MINUTES.find((minutes) => isShown(minutes));
  const before = MINUTES.find((minutes) => isShown(-minutes));
  if (after === undefined || before === undefined) return undefined;
  return { from: wall.minus({ minutes: before - 1 }).toISO(), to: wall.plus({ minutes: after }).toISO() };
}

const MINUTES = Array.from({ length: 24 * 60 }, (_, minute) => minute + 1);
