import type { Row } from '../schema/tables';

/** A place that is free. Free seating has neither row nor seat. */
export type FreePlace = Pick<Row<'performance_places'>, 'id' | 'sort' | 'row_label' | 'seat_label'>;

/** The best places for `count` people: side by side in one row where there are such, else the best ones left. */
export function bestPlaces(free: readonly FreePlace[], count: number): readonly FreePlace[] {
  const together = rowsOf(free).flatMap((row) => neighbours(row, count));
  const best = together.toSorted((a, b) => badness(a) - badness(b))[0];
  return best ?? free.toSorted((a, b) => a.sort - b.sort).slice(0, count);
}

function rowsOf(free: readonly FreePlace[]): readonly (readonly FreePlace[])[] {
  const rows = new Map<string | null, FreePlace[]>();
  for (const place of free.filter(isNumbered)) rows.set(place.row_label, [...(rows.get(place.row_label) ?? []), place]);
  return [...rows.values()].map((row) => row.toSorted((a, b) => seatNumber(a) - seatNumber(b)));
}

/** Every run of `count` seats without a gap in a row sorted by seat. */
function neighbours(row: readonly FreePlace[], count: number): readonly (readonly FreePlace[])[] {
  const runs = row.map((_, start) => row.slice(start, start + count));
  return runs.filter((run) => run.length === count && span(run) === count - 1);
}

function span(run: readonly FreePlace[]): number {
  const [first] = run;
  const last = run.at(-1);
  return first && last ? seatNumber(last) - seatNumber(first) : 0;
}

function badness(run: readonly FreePlace[]): number {
  return run.reduce((sum, place) => sum + place.sort, 0);
}

function isNumbered(place: FreePlace): boolean {
  return place.row_label !== null && /^\d+$/.test(place.seat_label ?? '');
}

function seatNumber(place: FreePlace): number {
  return Number(place.seat_label);
}
