import type { PaymentProvider } from '../../ports/sale/payments';
import type { SandboxBook } from '../../ports/sale/sandbox-book';
import type { BuildProvider } from '../provider';
import type { SandboxKeys } from './keys';
import { readNotification } from './notification';
import { createSandboxPages } from './pages';
import { signedQuery } from './request';

/** Pauses between tries of one notification. */
const RETRY_AFTER_MS = [1000, 5000, 30_000, 120_000];

/** A provider of the same shape of trust as a real one; no money moves. Its pages are this program's own, its keys derived from ours. */
export const buildSandbox: BuildProvider = ({ pagesUrl, derived, sandboxBook: book, now, warn }) => {
  const keys = { ...derived.pair('sandbox-notifications'), hmacKey: derived.key('sandbox-requests').toString('hex') };
  const onLost = (reference: string, fault: unknown) => warn(`sandbox notification of ${reference} not heard`, fault);
  return {
    ...createSandbox({ pageUrl: pagesUrl, keys, book }),
    pages: () => createSandboxPages({ keys, book, now, onLost, retryAfterMs: RETRY_AFTER_MS }),
  };
};

export function createSandbox({ pageUrl, keys, book }: SandboxShop): PaymentProvider {
  return {
    name: 'sandbox',
    ask: () => Promise.resolve('ok'),
    pageFor: (request) => Promise.resolve(`${pageUrl}?${signedQuery(request, keys.hmacKey)}`),
    readNotification: ({ body }) => readNotification(body.toString('utf8'), keys.publicKeyPem),
    statusOf: (reference) => book.find(reference),
  };
}

interface SandboxShop {
  /** Address of the provider's hosted page. */
  readonly pageUrl: string;
  readonly keys: Pick<SandboxKeys, 'hmacKey' | 'publicKeyPem'>;
  /** The provider's, as its own server would read it to us. */
  readonly book: Pick<SandboxBook, 'find'>;
}
