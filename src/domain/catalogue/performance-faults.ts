import { DAY } from '../time';
import type { PerformanceEntry } from './entries';
import type { EntryFault } from './refused-entry';

/** Later than that, a year was mistyped. */
const FURTHEST = 5 * 366 * DAY;
const LONGEST = 7 * DAY;
const EARLIEST_DOORS = DAY;

/** Times that no evening has. `at`: when it is written; what has begun may still be corrected, but not be set to begin. */
export function performanceFaults(
  value: PerformanceEntry,
  { at, before }: { readonly at: string; readonly before?: PerformanceEntry | undefined },
): readonly EntryFault[] {
  const [starts, doors, ends] = [value.startsAt, value.doorsAt, value.endsAt].map((time) => Date.parse(time));
  if (starts === undefined || doors === undefined || ends === undefined) return [];
  const now = Date.parse(at);
  const moved = before?.startsAt !== value.startsAt;
  return [
    ...(moved && starts <= now ? [fault('startsAt', ['Cette date est déjà passée.', 'This date has passed.'])] : []),
    ...(starts > now + FURTHEST ? [fault('startsAt', ['Cette date est à plus de cinq ans : vérifiez l’année.', 'This date is over five years away: check the year.'])] : []), // prettier-ignore
    ...(doors <= starts ? [] : [fault('doorsAt', ['Les portes ouvrent avant le début.', 'The doors open before it starts.'])]),
    ...(doors >= starts - EARLIEST_DOORS ? [] : [fault('doorsAt', ['Les portes ouvrent au plus un jour avant le début.', 'The doors open at most a day before it starts.'])]), // prettier-ignore
    ...(ends > starts ? [] : [fault('endsAt', ['La fin vient après le début.', 'It ends after it starts.'])]),
    ...(ends <= starts + LONGEST ? [] : [fault('endsAt', ['Une séance dure une semaine au plus.', 'A performance lasts a week at most.'])]), // prettier-ignore
  ];
}

function fault(field: string, [fr, en]: readonly [string, string]): EntryFault {
  return { pointer: `#/${field}`, says: { fr, en } };
}
