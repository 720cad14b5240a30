import { isSaleOpen } from '../../domain/sale/offer';
import type { ListedPerformance } from '../../domain/sale/offer';
import type { Visit } from '../visit';
import { say } from '../words/typography';

type Dates = readonly Pick<ListedPerformance, 'free' | 'salesOpenAt' | 'salesCloseAt'>[];

/** When the last places are told to be the last. */
const FEW = 10;

/** What is left, in words: « complet », « dernières places », « en vente le 3 septembre à 10 h ». */
export function standing({ language, calendar, now }: Visit, dates: Dates): string {
  const words = WORDS[language];
  const open = dates.filter((date) => isSaleOpen(date, now));
  const next = dates.map(({ salesOpenAt }) => salesOpenAt).filter((at) => at > now).toSorted()[0]; // prettier-ignore
  if (open.length === 0) return next === undefined ? words.closed : words.opens(calendar.moment(next));
  const free = open.reduce((sum, one) => sum + one.free, 0);
  if (free === 0) return words.full;
  // Of several dates a sum would read as the size of one room.
  if (open.length > 1) return words.several;
  return free <= FEW ? words.last(free) : words.left(free);
}

/** Places can be asked for right now. */
export function isOnSale({ now }: Visit, date: Dates[number]): boolean {
  return date.free > 0 && isSaleOpen(date, now);
}

const WORDS = {
  fr: {
    closed: 'vente en ligne terminée',
    opens: (at: string) => `en vente en ligne le ${at}`,
    full: 'complet',
    last: (free: number) => (free === 1 ? 'dernière place' : say`${free} dernières places`),
    left: (free: number) => say`${free} places libres`,
    several: 'places disponibles',
  },
  en: {
    closed: 'online sale is over',
    opens: (at: string) => `online sale opens on ${at}`,
    full: 'sold out',
    last: (free: number) => (free === 1 ? 'last seat' : `last ${free} seats`),
    left: (free: number) => `${free} seats left`,
    several: 'seats available',
  },
};
