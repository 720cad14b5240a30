import type { SeatView } from '../../domain/order-view';

/** Health data: « tarif réduit » in lists (domain.md 6). */
export function tariffName({ tariff }: Pick<SeatView, 'tariff'>): string {
  return tariff.health ? 'tarif réduit' : tariff.name.fr.toLowerCase();
}
