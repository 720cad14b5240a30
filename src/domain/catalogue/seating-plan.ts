import { compareLabels, heardAs, LONGEST_LABEL, readLabels, writeLabels } from './ranges';
import { refuseFaults, type EntryFault } from './refused-entry';

/** Where one sits freely each category counts its places; otherwise the plan says them row by row. */
export interface RoomEntry {
  readonly venueId: number;
  readonly name: string;
  readonly seating: 'numbered' | 'free';
  /** The best first. */
  readonly categories: readonly SeatCategory[];
  readonly plan: readonly PlanBlock[];
}

export interface SeatCategory {
  readonly code: string;
  readonly name: string;
  /** Of free seating. */
  readonly capacity?: number | undefined;
  readonly entrance?: string | undefined;
}

/** Rows that are alike: `{ category: '1', rows: 'A-H', seats: '1-16', entrance: 'Parterre' }`. */
export interface PlanBlock {
  readonly category: string;
  readonly rows: string;
  readonly seats: string;
  readonly entrance: string;
}

export interface RoomPlace {
  readonly category: string;
  readonly entrance: string;
  readonly row?: string | undefined;
  readonly seat?: string | undefined;
}

const MOST_PLACES = 5000;

/** Every place of a room, the best first: by category, then from the front and from the middle of each row. Names what cannot be. */
export function placesOf(room: RoomEntry): readonly RoomPlace[] {
  refuseFaults([...categoryFaults(room), ...blockFaults(room)]);
  const places = room.seating === 'free' ? room.categories.flatMap(freePlaces) : numberedPlaces(room);
  refuseFaults([...doubled(places), ...countFaults(places)]);
  return places;
}

/** A category that no place belongs to would be priced, offered and sold to nobody. */
export function refuseEmptyCategories(room: RoomEntry): void {
  const filled = new Set(placesOf(room).map(({ category }) => category));
  const [fr, en] = room.seating === 'free' ? ['', ''] : [' dans le plan', ' in the plan'];
  refuseFaults(
    room.categories.flatMap(({ code }, index) =>
      filled.has(code)
        ? []
        : [fault(`#/categories/${index}`, `La catégorie « ${code} » n’a aucune place${fr}.`, `Category “${code}” has no place${en}.`)],
    ),
  );
}

/** The plan that gives those places, as compact as it can be said. */
export function planOfPlaces(places: readonly RoomPlace[]): readonly PlanBlock[] {
  const rows = new Map<string, { readonly place: RoomPlace; readonly row: string; readonly seats: string[] }>();
  for (const place of places) {
    if (place.row === undefined || place.seat === undefined) continue;
    const key = JSON.stringify([place.category, place.entrance, place.row]);
    const known = rows.get(key) ?? { place, row: place.row, seats: [] };
    known.seats.push(place.seat);
    rows.set(key, known);
  }
  const blocks = new Map<string, { readonly block: PlanBlock; readonly rows: string[] }>();
  for (const { place, row, seats } of [...rows.values()].toSorted((a, b) => compareLabels(a.row, b.row))) {
    const block = { category: place.category, rows: '', seats: writeLabels(seats), entrance: place.entrance };
    const known = blocks.get(JSON.stringify(block)) ?? { block, rows: [] };
    known.rows.push(row);
    blocks.set(JSON.stringify(block), known);
  }
  return [...blocks.values()].map(({ block, rows: labels }) => ({ ...block, rows: writeLabels(labels) }));
}

/** Two ways of writing the same plan are the same room. */
export function sameRoom(room: RoomEntry): RoomEntry {
  return { ...room, plan: planOfPlaces(placesOf(room)) };
}

function categoryFaults({ seating, categories }: RoomEntry): readonly EntryFault[] {
  const codes = categories.map(({ code }) => code);
  return categories.flatMap(({ code, capacity }, index) => [
    ...(codes.indexOf(code) === index ? [] : [fault(`#/categories/${index}/code`, `La catégorie « ${code} » figure deux fois.`, `Category “${code}” is said twice.`)]), // prettier-ignore
    ...(seating === 'free' && capacity === undefined ? [fault(`#/categories/${index}/capacity`, 'En placement libre, chaque catégorie indique sa jauge.', 'With free seating each category says its capacity.')] : []), // prettier-ignore
    ...(seating === 'numbered' && capacity !== undefined ? [fault(`#/categories/${index}/capacity`, 'En placement numéroté, le plan compte les places.', 'With numbered seating the plan counts the places.')] : []), // prettier-ignore
  ]);
}

function blockFaults({ seating, categories, plan }: RoomEntry): readonly EntryFault[] {
  if (seating === 'free' && plan.length > 0)
    return [fault('#/plan', 'En placement libre, il n’y a pas de plan.', 'With free seating there is no plan.')];
  return plan.flatMap(({ category, rows, seats }, index) => [
    ...(categories.some(({ code }) => code === category) ? [] : [fault(`#/plan/${index}/category`, `La catégorie « ${category} » n’est pas dans cette salle.`, `Category “${category}” is not in this room.`)]), // prettier-ignore
    ...(readLabels(rows) ? [] : [fault(`#/plan/${index}/rows`, `« ${rows} » ne se lit pas : écrivez A-H, ou A, B, C, ou des noms de ${LONGEST_LABEL} signes au plus, comme Loge 2.`, `“${rows}” cannot be read: write A-H, or A, B, C, or names of at most ${LONGEST_LABEL} characters, like Loge 2.`)]), // prettier-ignore
    ...(readLabels(seats) ? [] : [fault(`#/plan/${index}/seats`, `« ${seats} » ne se lit pas : écrivez 1-16, ou 1-15/2.`, `“${seats}” cannot be read: write 1-16, or 1-15/2.`)]), // prettier-ignore
  ]);
}

function freePlaces({ code, capacity = 0, entrance = '' }: SeatCategory): readonly RoomPlace[] {
  return Array.from({ length: Math.min(capacity, MOST_PLACES + 1) }, () => ({ category: code, entrance }));
}

function numberedPlaces({ categories, plan }: RoomEntry): readonly RoomPlace[] {
  return categories.flatMap(({ code }) => {
    const blocks = plan.filter(({ category }) => category === code);
    const seats = blocks.flatMap((block) => readLabels(block.seats) ?? []);
    const numbers = seats.map(Number).filter((seat) => !Number.isNaN(seat));
    const middle = (Math.min(...numbers) + Math.max(...numbers)) / 2;
    const rows = [...new Set(blocks.flatMap((block) => readLabels(block.rows) ?? []))];
    return blocks
      .flatMap((block) => blockPlaces(block))
      .map((place) => ({ place, badness: 2 * rows.indexOf(place.row) + distance(place.seat, middle) }))
      .toSorted((a, b) => a.badness - b.badness)
      .map(({ place }) => place);
  });
}

function blockPlaces({ category, rows, seats, entrance }: PlanBlock) {
  return (readLabels(rows) ?? []).flatMap((row) => (readLabels(seats) ?? []).map((seat) => ({ category, entrance, row, seat })));
}

function distance(seat: string, middle: number): number {
  const number = Number(seat);
  return Number.isNaN(number) || !Number.isFinite(middle) ? 0 : Math.abs(number - middle);
}

function doubled(places: readonly RoomPlace[]): readonly EntryFault[] {
  const seen = new Set<string>();
  const twice = places.filter(({ row, seat }) => {
    if (row === undefined || seat === undefined) return false;
    const name = JSON.stringify([heardAs(row), heardAs(seat)]);
    return seen.has(name) || !seen.add(name);
  });
  return twice
    .slice(0, 20)
    .map(({ row, seat }) =>
      fault(
        '#/plan',
        `Rang ${row}, fauteuil ${seat} : cette place figure deux fois.`,
        `Row ${row}, seat ${seat}: this place is said twice.`,
      ),
    );
}

function countFaults(places: readonly RoomPlace[]): readonly EntryFault[] {
  if (places.length > MOST_PLACES)
    return [fault('#/plan', `Une salle a ${MOST_PLACES} places au plus.`, `A room has at most ${MOST_PLACES} places.`)];
  return places.length === 0 ? [fault('#/plan', 'Cette salle n’a aucune place.', 'This room has no place.')] : [];
}

function fault(pointer: string, fr: string, en: string): EntryFault {
  return { pointer, says: { fr, en } };
}
