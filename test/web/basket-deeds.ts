import { createFillAgain } from '../../src/use-cases/basket/fill-again';
import { createFillBasket } from '../../src/use-cases/basket/fill-basket';
import { createKeepLonger } from '../../src/use-cases/basket/keep-longer';
import { createReopenBasket } from '../../src/use-cases/basket/reopen-basket';
import type { Baskets } from '../../src/ports/sale/baskets';
import type { Catalogue } from '../../src/ports/sale/catalogue';
import type { Clock } from '../../src/ports/clock';
import { HOLDS } from '../fakes/hold-limits';

interface World {
  readonly catalogue: Catalogue;
  readonly baskets: Baskets;
  readonly clock: Clock;
}

/** What can be done with a basket, on the stores of a test. */
export function basketDeeds(world: World) {
  const fillBasket = createFillBasket({ ...world, ...HOLDS });
  const fillAgain = createFillAgain({ ...world, fillBasket });
  return {
    fillBasket,
    fillAgain,
    keepLonger: createKeepLonger({ ...world, ...HOLDS }),
    reopenBasket: createReopenBasket({ ...world, fillAgain }),
  };
}
