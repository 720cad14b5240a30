import type { WebSettings } from '../../src/web/needs';

/** No request is one too many in a test, unless it is about that. */
export function webSettings(publicUrl: string): WebSettings {
  return {
    ...{ publicUrl, trustedProxies: 0, paymentOrigins: [], paymentProvider: 'sandbox' },
    ...{ sessionSecret: 's'.repeat(32), csrfSecret: 'c'.repeat(32), addressSecret: 'a'.repeat(32) },
    limits: { pages: 0, uploads: 0, orders: 0, keyedOrders: 0, secrets: 0, api: 0, notifications: 0 },
  };
}
