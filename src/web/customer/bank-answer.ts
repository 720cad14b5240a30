import type { Request } from 'express';
import type { OrderView } from '../../domain/order-view';
import { pathOf } from '../paths';
import type { Site } from '../visit';

/**
 * What is known of the payment of a difference from whose page a browser comes back: its notification may still be on its way.
 * `awaited`: for a first while nobody is asked to pay again.
 */
export type BankAnswer = 'awaited' | 'none';

const FIRST_WHILE = 15_000;

/** Since when it waits stands in the page’s own address, `waitOn`: the browser may have no script that counts. */
export async function bankAnswer({ needs }: Site, request: Request, order: OrderView): Promise<BankAnswer | { readonly waitOn: string }> {
  const { paiement: reference, place, depuis: since } = request.query;
  const payment = typeof reference === 'string' ? await needs.payments.find(reference) : undefined;
  if (typeof reference !== 'string' || payment?.order !== order.reference || payment.status !== 'open') return 'none';
  const now = Date.parse(needs.clock.now());
  if (since === undefined)
    return { waitOn: pathOf('orderReturn', { reference: order.reference }, { place: Number(place), paiement: reference, depuis: now }) };
  const waited = now - Number(since);
  return waited >= 0 && waited < FIRST_WHILE ? 'awaited' : 'none';
}
