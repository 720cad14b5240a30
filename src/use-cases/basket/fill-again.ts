import { INTERNET } from '../../domain/sale/channel';
import type { PlanPlace } from '../../domain/sale/offer';
import { Refusal } from '../../domain/refusal';
import type { Baskets } from '../../ports/sale/baskets';
import type { Catalogue } from '../../ports/sale/catalogue';
import type { ChosenSeat, FillBasket, FilledBasket, Filling } from './fill-basket';

export interface FilledAgain extends FilledBasket {
  /** What was kept, seat by seat. */
  readonly seats: readonly ChosenSeat[];
  /** Places that somebody else has meanwhile: others were found in their stead. */
  readonly lost: readonly PlanPlace[];
}

interface Needs {
  readonly fillBasket: FillBasket;
  readonly catalogue: Pick<Catalogue, 'plan'>;
  readonly baskets: Pick<Baskets, 'held'>;
}

export type FillAgain = (filling: Filling) => Promise<FilledAgain>;

/** « Chercher les mêmes places »: those that can still be had, and the best that are left for the others. */
export function createFillAgain({ fillBasket, catalogue, baskets }: Needs): FillAgain {
  return async (filling) => {
    try {
      return { ...(await fillBasket(filling)), seats: filling.seats, lost: [] };
    } catch (refusal) {
      if (!isGone(refusal)) throw refusal;
      return withOthers(filling);
    }
  };

  async function withOthers(filling: Filling): Promise<FilledAgain> {
    const lost = await lostOf(filling);
    const remaining = filling.seats.map((seat) => (lost.some(({ id }) => id === seat.place) ? without(seat) : seat));
    try {
      return { ...(await fillBasket({ ...filling, seats: remaining })), seats: remaining, lost };
    } catch (refusal) {
      if (!isGone(refusal)) throw refusal;
      // Not beside one another, or of another row: any that are left.
      const anywhere = filling.seats.map(without);
      return { ...(await fillBasket({ ...filling, seats: anywhere })), seats: anywhere, lost };
    }
  }

  async function lostOf({ basket, performanceId, seats }: Filling): Promise<readonly PlanPlace[]> {
    const plan = (await catalogue.plan(performanceId, INTERNET)) ?? [];
    const own = (await baskets.held(basket)).map(({ id }) => id);
    return plan.filter(({ id, status }) => status === 'taken' && !own.includes(id) && seats.some(({ place }) => place === id));
  }
}

function without({ tariff, category }: ChosenSeat): ChosenSeat {
  return { tariff, category };
}

function isGone(fault: unknown): boolean {
  return fault instanceof Refusal && fault.code === 'seats-not-available';
}
