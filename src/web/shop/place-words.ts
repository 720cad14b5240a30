import type { Language } from '../../domain/language';
import type { Offer } from '../../domain/sale/offer';
import { listed } from '../../domain/listed';
import { say } from '../../wording/typography';

interface Place {
  readonly row?: string | undefined;
  readonly seat?: string | undefined;
}

/** « rang F, fauteuil 13 »; free seating has none. */
export function placeWords({ row, seat = '' }: Place, language: Language): string {
  const words = WORDS[language];
  return row === undefined ? words.free : words.place(row, seat);
}

/** « rang F, fauteuils 13 et 14 » */
export function placesWords(places: readonly Place[], language: Language): string {
  const words = WORDS[language];
  const rows = [...new Set(places.map(({ row }) => row))];
  const said = rows.map((row) => {
    const seats = places.filter((place) => place.row === row).map(({ seat }) => seat ?? '');
    return row === undefined
      ? words.free
      : seats.length > 1
        ? words.places(row, listed(seats, language))
        : words.place(row, seats[0] ?? '');
  });
  return listed(said, language);
}

/** « catégorie 1, parterre »; a house with one category does not speak of it. */
export function categoryWords({ categories }: Pick<Offer, 'categories'>, code: string | undefined, language: Language): string | undefined {
  const name = categories.find((category) => category.code === code)?.name;
  if (name === undefined || categories.length === 1) return undefined;
  return /^\d/.test(name) ? `${WORDS[language].category} ${name}` : name;
}

const WORDS = {
  fr: {
    place: (row: string, seat: string) => say`rang ${row}, fauteuil ${seat}`,
    places: (row: string, seats: string) => say`rang ${row}, fauteuils\u00a0${seats}`,
    free: 'placement libre',
    category: 'catégorie',
  },
  en: {
    place: (row: string, seat: string) => `row ${row}, seat ${seat}`,
    places: (row: string, seats: string) => `row ${row}, seats ${seats}`,
    free: 'free seating',
    category: 'category',
  },
};
