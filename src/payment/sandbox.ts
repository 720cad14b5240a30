import type { PaymentProvider } from '../ports/sale/payments';
import type { SandboxBook } from '../ports/sale/sandbox-book';
import { readNotification } from './sandbox-notification';
import { signedQuery } from './sandbox-request';

export interface SandboxShop {
  /** Address of the provider's hosted page. */
  readonly pageUrl: string;
  /** Shared with the provider: it knows by it that a request is ours. Hexadecimal. */
  readonly hmacKey: string;
  /** The provider's: we know by it that a notification is its own. */
  readonly publicKeyPem: string;
  /** The provider's, as its own server would read it to us. */
  readonly book: Pick<SandboxBook, 'find'>;
}

/** A provider of the same shape of trust as a real one; no money moves. */
export function createSandbox({ pageUrl, hmacKey, publicKeyPem, book }: SandboxShop): PaymentProvider {
  return {
    name: 'sandbox',
    // its pages are this program's own, its keys derived from ours
    ask: () => Promise.resolve('ok'),
    pageFor: (request) => Promise.resolve(`${pageUrl}?${signedQuery(request, hmacKey)}`),
    parseNotification: (rawBody) => readNotification(rawBody, publicKeyPem),
    statusOf: (reference) => book.find(reference),
  };
}
