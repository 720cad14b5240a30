import type { Request } from 'express';
import type { ChosenSeat } from '../../use-cases/basket/fill-basket';
import type { Offer } from '../../domain/sale/offer';
import type { Choice } from './choice';
import { fieldOf, readChoice } from './choice';

/** So many seats of each tariff, in one category. */
export interface SeatsWanted {
  readonly category: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** What lies in the basket for this performance, or was chosen before the session was lost. */
export function chosenBefore({ session, query }: Request, offer: Offer): Choice | undefined {
  return [session.basket, readChoice(query)].find((one) => one?.performanceId === offer.performance.id);
}

/** What was chosen before; else the first category that has places. */
export function wantedNow(request: Request, offer: Offer): SeatsWanted {
  const { seats } = chosenBefore(request, offer) ?? { seats: [] };
  const open = offer.categories.find(({ free }) => free > 0) ?? offer.categories[0];
  const count = (tariff: string) => seats.filter((seat) => seat.tariff === tariff).length;
  return {
    category: seats[0]?.category ?? open?.code ?? '',
    counts: Object.fromEntries(offer.tariffs.map(({ code }) => [code, count(code)])),
  };
}

export function readWanted(body: unknown, offer: Offer): SeatsWanted {
  const counts = offer.tariffs.map(({ code }) => {
    const count = Number(fieldOf(body, `t-${code}`));
    return [code, Number.isInteger(count) && count > 0 ? Math.min(count, MOST) : 0] as const;
  });
  return { category: fieldOf(body, 'category'), counts: Object.fromEntries(counts) };
}

/** More than any sale allows: the rule then says how many it does. */
const MOST = 60;

export function seatsOf(offer: Offer, { category, counts }: SeatsWanted): readonly ChosenSeat[] {
  return offer.tariffs.flatMap(({ code }) => Array.from({ length: counts[code] ?? 0 }, () => ({ tariff: code, category })));
}
