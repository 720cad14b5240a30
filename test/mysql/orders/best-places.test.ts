import { bestPlaces, type FreePlace } from '../../../src/mysql/orders/best-places';

/** « F12 » with its rank in the room. */
function place(label: string, sort: number): FreePlace {
  return { id: sort, sort, row_label: label.slice(0, 1), seat_label: label.slice(1) };
}

function labels(places: readonly FreePlace[]): readonly string[] {
  return places.map(({ row_label, seat_label }) => `${row_label}${seat_label}`);
}

test('three friends sit side by side, in the order of the seats', () => {
  const free = [place('F9', 1), place('F8', 2), place('E9', 3), place('F10', 4), place('F7', 5)];
  expect(labels(bestPlaces(free, 3))).toEqual(['F8', 'F9', 'F10']);
});

test('a seat sold in between is no neighbour', () => {
  const free = [place('F9', 1), place('F11', 2), place('G3', 8), place('G4', 9)];
  expect(labels(bestPlaces(free, 2))).toEqual(['G3', 'G4']);
});

test('the end of one row and the beginning of the next are not side by side', () => {
  const free = [place('A16', 1), place('B1', 2), place('C4', 7), place('C5', 8)];
  expect(labels(bestPlaces(free, 2))).toEqual(['C4', 'C5']);
});

test('seat 10 comes after seat 9', () => {
  const free = [place('D10', 1), place('D9', 2), place('D11', 3)];
  expect(labels(bestPlaces(free, 3))).toEqual(['D9', 'D10', 'D11']);
});

test('when nothing is left side by side, the best single seats are better than none', () => {
  const free = [place('H1', 9), place('A3', 2), place('D7', 4)];
  expect(labels(bestPlaces(free, 2))).toEqual(['A3', 'D7']);
});

test('where one sits freely the first places do', () => {
  const free = [3, 1, 2].map((sort) => ({ id: sort, sort, row_label: null, seat_label: null }));
  expect(bestPlaces(free, 2).map(({ id }) => id)).toEqual([1, 2]);
});
