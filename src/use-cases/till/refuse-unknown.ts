import { Refusal } from '../../domain/refusal';
import type { InTheTill } from '../../domain/order/event';
import type { Counter } from '../../ports/sale/receipts';

/** Only what people sell by, under and for; nobody's hand takes money in an online till. */
export function refuseUnknown({ operators, methods, channels }: Counter, { operator, method, channel }: InTheTill): void {
  const has = (list: Counter['operators'], wanted: string) => list.some(({ code }) => code === wanted);
  if (!has(operators, operator))
    throw new Refusal('till-operator-not-found', `Nobody sells under the till ${operator}.`, { field: 'operator' });
  if (!has(channels, channel))
    throw new Refusal('sales-channel-not-found', `Nobody sells by the channel ${channel}.`, { field: 'channel' });
  if (!has(methods, method)) throw new Refusal('payment-method-not-found', `Nobody takes ${method} at a counter.`, { field: 'method' });
}
