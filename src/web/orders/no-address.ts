import type { OrderView } from '../../domain/order-view';

/** Sold at a counter without one: the tickets are printed there, and no letter is written to the customer. */
export function hasNoAddress({ customer }: OrderView): boolean {
  return customer.email === undefined;
}
