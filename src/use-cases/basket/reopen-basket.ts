import type { Holder } from '../../domain/sale/hold-limits';
import type { Baskets } from '../../ports/sale/baskets';
import type { Clock } from '../../ports/clock';
import type { FillAgain, FilledAgain } from './fill-again';

interface Needs {
  readonly baskets: Pick<Baskets, 'takeOver'>;
  readonly fillAgain: FillAgain;
  readonly clock: Clock;
}

type Reopened = FilledAgain & {
  /** Another one than was proposed when the order was taken back before. */
  readonly basket: string;
  readonly deliveryMethod: string;
};

interface Reopening {
  readonly order: string;
  /** A new one: an order was placed under the former. */
  readonly basket: string;
  readonly holder: Holder;
}

/** « Revenir à mon panier »: an order that was not paid is given up, and its seats are chosen again. */
export function createReopenBasket({ baskets, fillAgain, clock }: Needs) {
  return async ({ order, basket, holder }: Reopening): Promise<Reopened> => {
    const { deliveryMethod, ...again } = await baskets.takeOver(order, basket, clock.now());
    return { ...(await fillAgain({ ...again, holder })), basket: again.basket, deliveryMethod };
  };
}
