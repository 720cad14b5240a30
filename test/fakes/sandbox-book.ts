import type { PaymentNotification } from '../../src/ports/sale/payments';
import type { SandboxBook } from '../../src/ports/sale/sandbox-book';

/** The sandbox's book in memory. */
export function fakeSandboxBook(): SandboxBook {
  const book = new Map<string, PaymentNotification>();
  return {
    write: (notification) => {
      if (book.get(notification.reference)?.result !== 'paid') book.set(notification.reference, notification);
      return Promise.resolve();
    },
    find: (reference) => Promise.resolve(book.get(reference)),
  };
}
