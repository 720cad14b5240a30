import type { PaymentView } from '../../domain/order-view';
import type { Row } from '../schema/tables';

/** Of a payment that came in: it is neither awaited nor refused any more. */
export function paidStatus({ status, reference }: Pick<Row<'payments'>, 'status' | 'reference'>): PaymentView['status'] {
  if (status === 'open' || status === 'refused') throw new Error(`Payment ${reference} has come in and is ${status}.`);
  return status;
}
