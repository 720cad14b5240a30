import { followsNothing } from '../domain/catalogue/refused-entry';

/** A DATETIME ends there. */
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59);

/** The instant at which a page of a list ended, as its mark says it; refuses what is none. */
export function instantOfMark(millis: string): Date {
  if (Number(millis) > LAST_INSTANT) throw followsNothing();
  return new Date(Number(millis));
}
