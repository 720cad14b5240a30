import { soldAs } from '../../domain/order/sold-as';
import type { SeatView } from '../../domain/order-view';
import { uncapital } from '../../domain/first-letter';

/** Health data: « tarif réduit » in lists (docs/domain.md 6). */
export function tariffName(seat: Pick<SeatView, 'tariff' | 'upgradedTo'>): string {
  const { name, health } = soldAs(seat);
  return health ? 'tarif réduit' : uncapital(name.fr);
}
