import type { Cents } from '../../src/domain/money';
import { cents } from '../../src/domain/money';
import type { OrderView, PaymentView } from '../../src/domain/order-view';
import { Refusal } from '../../src/domain/refusal';
import type { PaymentNotification, Payments, ReceivedPayment } from '../../src/ports/sale/payments';
import type { Book } from './book';

interface Opened {
  readonly id: number;
  readonly order: string;
  readonly amount: Cents;
  readonly upgradeOf?: number | undefined;
}

/** Payments in memory. `refused` is what was recorded as refused, forged ones included. */
export function fakePayments(book: Book): Payments & { readonly refused: string[] } {
  const opened = new Map<string, Opened>();
  const refusals = new Set<string>();
  const transactions = new Set<string>();
  const refused: string[] = [];
  return {
    refused,
    open: ({ order, amount, upgradeOf }) => {
      const id = opened.size + 1;
      const reference = `${order}.${id}`;
      opened.set(reference, { id, order, amount, upgradeOf });
      return Promise.resolve({ reference, id });
    },
    find: (reference) => Promise.resolve(findIn(opened, reference, refusals)),
    receive: (notification) => {
      try {
        return Promise.resolve(receive(notification));
      } catch (fault) {
        if (fault instanceof Refusal) refused.push(fault.code);
        return Promise.reject(fault instanceof Error ? fault : new Error(String(fault)));
      }
    },
    take: ({ order }) => {
      const page = book.get(order);
      if (!page) return Promise.reject(new Refusal('order-not-found', 'No such order.'));
      if (page.view.payment === 'paid') return Promise.resolve({ verdict: 'duplicate', order, payment: 1 });
      page.view = { ...page.view, payment: 'paid', paidAt: page.view.placedAt, status: 'released', waitsFor: 'performance' };
      return Promise.resolve({ verdict: 'paid', order, payment: 1 });
    },
    recordRefused: (_provider, code) => Promise.resolve(void refused.push(code)),
    untold: () => Promise.resolve([]),
    markTold: () => Promise.resolve(),
    toAsk: () => Promise.resolve([]),
    askAgain: () => Promise.resolve(),
  };

  function receive({ reference, amount, result, transaction }: PaymentNotification): ReceivedPayment {
    const payment = opened.get(reference);
    if (!payment) throw new Refusal('payment-unknown', 'No such payment.');
    if (payment.amount !== amount) throw new Refusal('payment-wrong-amount', 'Another amount was asked.');
    const { order, id, upgradeOf } = payment;
    if (transactions.has(transaction)) return { verdict: 'duplicate', order, payment: id };
    transactions.add(transaction);
    if (result === 'refused') {
      refusals.add(reference);
      return { verdict: 'refused-by-provider', order, payment: id };
    }
    const page = book.get(order);
    if (upgradeOf !== undefined) {
      if (page) page.view = { ...page.view, payments: [...page.view.payments, upgradeIn(page.view, { reference, amount, upgradeOf })] };
      return { verdict: 'upgrade', order, payment: id, upgradeOf };
    }
    if (page?.view.payment === 'paid') return { verdict: 'second', order, payment: id };
    if (page) page.view = { ...page.view, payment: 'paid', paidAt: page.view.placedAt, status: 'released', waitsFor: 'performance' };
    return { verdict: 'paid', order, payment: id };
  }
}

function upgradeIn({ payments, placedAt }: OrderView, paid: Pick<PaymentView, 'reference' | 'amount' | 'upgradeOf'>): PaymentView {
  const how = { method: 'CARTE', channel: 'INTERNET', operator: 'INTERNET', status: 'paid', tooMany: false } as const;
  return { id: payments.length + 1, refunded: cents(0), paidAt: placedAt, ...how, ...paid };
}

function findIn(opened: ReadonlyMap<string, Opened>, reference: string, refusals: ReadonlySet<string>) {
  const payment = opened.get(reference);
  return payment && { order: payment.order, amount: payment.amount, status: refusals.has(reference) ? 'refused' : 'open' };
}
