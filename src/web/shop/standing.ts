import { isSaleOpen } from '../../domain/sale/offer';
import type { ListedPerformance } from '../../domain/sale/offer';
import type { Visit } from '../visit';
import { atVenueNumbered } from '../visit';
import { say } from '../../wording/typography';

type Dates = readonly (Pick<ListedPerformance, 'free' | 'salesOpenAt' | 'salesCloseAt' | 'unsold'> & { readonly venueId?: number })[];

/** When the last places are told to be the last. */
const FEW = 10;

/** What is left, in words: « complet », « dernières places », « en vente le 3 septembre à 10 h ». */
export function standing(visit: Visit, listed: Dates): string {
  const { language, now } = visit;
  const words = WORDS[language];
  const dates = listed.filter(({ unsold }) => !unsold);
  if (dates.length === 0) return words.unsold;
  const open = dates.filter((date) => isSaleOpen(date, now));
  const [next] = dates.filter(({ salesOpenAt }) => salesOpenAt > now).toSorted((a, b) => (a.salesOpenAt < b.salesOpenAt ? -1 : 1));
  if (open.length === 0) return next ? words.opens(atVenueNumbered(visit, next.venueId).calendar.moment(next.salesOpenAt)) : words.closed;
  const free = open.reduce((sum, one) => sum + one.free, 0);
  if (free === 0) return words.full;
  // Of several dates a sum would read as the size of one room.
  if (open.length > 1) return words.several;
  return free <= FEW ? words.last(free) : words.left(free);
}

/** Places can be asked for right now. */
export function isOnSale({ now }: Visit, date: Dates[number]): boolean {
  return !date.unsold && date.free > 0 && isSaleOpen(date, now);
}

const WORDS = {
  fr: {
    unsold: 'pas en vente en ligne',
    closed: 'vente en ligne terminée',
    opens: (at: string) => `en vente en ligne le ${at}`,
    full: 'complet',
    last: (free: number) => (free === 1 ? 'dernière place' : say`${free} dernières places`),
    left: (free: number) => say`${free} places libres`,
    several: 'places disponibles',
  },
  en: {
    unsold: 'not sold online',
    closed: 'online sale is over',
    opens: (at: string) => `online sale opens on ${at}`,
    full: 'sold out',
    last: (free: number) => (free === 1 ? 'last seat' : `last ${free} seats`),
    left: (free: number) => `${free} seats left`,
    several: 'seats available',
  },
};
