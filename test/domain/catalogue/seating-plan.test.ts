import { refuseEmptyCategories, type RoomEntry } from '../../../src/domain/catalogue/seating-plan';
import { RefusedEntry } from '../../../src/domain/catalogue/refused-entry';

const ROOM: RoomEntry = {
  venueId: 1,
  name: 'Grande salle',
  seating: 'numbered',
  categories: [
    { code: '1', name: '1, parterre' },
    { code: '2', name: '2, balcon' },
  ],
  plan: [{ category: '1', rows: 'A-B', seats: '1-4', entrance: 'Parterre' }],
};

function faultsOf(room: RoomEntry) {
  try {
    refuseEmptyCategories(room);
  } catch (refusal) {
    if (refusal instanceof RefusedEntry) return refusal.faults.map(({ pointer, says }) => [pointer, says.en]);
    throw refusal;
  }
  return [];
}

test('a category without a place of its own sells nothing: it is named', () => {
  expect(faultsOf(ROOM)).toEqual([['#/categories/1', 'Category “2” has no place in the plan.']]);
  expect(faultsOf({ ...ROOM, plan: [...ROOM.plan, { category: '2', rows: 'J', seats: '1-3', entrance: 'Balcon' }] })).toEqual([]);
});

test('so is one of free seating that counts none', () => {
  const free = (capacity: number): RoomEntry => ({
    ...{ ...ROOM, seating: 'free', plan: [] },
    categories: [
      { code: '1', name: 'debout', capacity: 40 },
      { code: '2', name: 'assis', capacity },
    ],
  });
  expect(faultsOf(free(0))).toEqual([['#/categories/1', 'Category “2” has no place.']]);
  expect(faultsOf(free(10))).toEqual([]);
});

test('two labels that people hear alike are one place', () => {
  const seats = (text: string, rows = 'A'): RoomEntry => ({
    ...{ ...ROOM, categories: ROOM.categories.slice(0, 1) },
    plan: [{ category: '1', rows, seats: text, entrance: 'Parterre' }],
  });
  expect(faultsOf(seats('1, 01'))).toEqual([['#/plan', 'Row A, seat 01: this place is said twice.']]);
  expect(faultsOf(seats('7, 7'))).toEqual([['#/plan', 'Row A, seat 7: this place is said twice.']]);
  expect(faultsOf(seats('1', 'Loge 2, Loge 02'))).toEqual([['#/plan', 'Row Loge 02, seat 1: this place is said twice.']]);
  expect(faultsOf(seats('01, 02, 10, 100, 0'))).toEqual([]);
});
