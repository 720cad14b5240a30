import { isSameAddress } from '../../domain/mail-address';
import type { OrderView } from '../../domain/order-view';

/** Sold at a counter without one: the letters go to the venue's own. Nobody else may give an address of the house. */
export function hasNoAddress({ customer, venue }: OrderView): boolean {
  return isSameAddress(customer.email, venue.copyAddress);
}
