import type { Wording } from '../language';
import type { SeatView } from '../order-view';

/** The tariff of a seat as it stands: the one that was bought, or the full one once the difference was settled. */
export function soldAs({ tariff, upgradedTo }: Pick<SeatView, 'tariff' | 'upgradedTo'>): {
  readonly name: Wording;
  readonly health: boolean;
} {
  return upgradedTo === undefined ? tariff : { name: upgradedTo, health: false };
}
