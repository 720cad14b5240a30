import { untilClosing, type Offer } from '../../domain/sale/offer';
import type { Baskets } from '../../ports/sale/baskets';
import type { Clock } from '../../ports/clock';

interface Kept {
  readonly basket: string;
  readonly offer: Pick<Offer, 'salesCloseAt'>;
}

interface Needs {
  readonly baskets: Pick<Baskets, 'prolong' | 'held'>;
  readonly clock: Clock;
  readonly holdMs: number;
  readonly extensions: number;
}

/** « J’ai besoin de plus de temps »: the places of a basket as long again. Says until when: no basket keeps places without end. */
export function createKeepLonger({ baskets, clock, holdMs, extensions }: Needs) {
  return async ({ basket, offer }: Kept): Promise<string | undefined> => {
    const until = untilClosing(offer, new Date(Date.parse(clock.now()) + holdMs).toISOString());
    await baskets.prolong(basket, { until, longestMs: holdMs * (1 + extensions) });
    const [kept] = await baskets.held(basket);
    return kept?.until;
  };
}
