import helmet from 'helmet';
import type { RequestHandler } from 'express';
import type { WebSettings } from './needs';

/** Nothing but our own files may run, style or frame a page; forms may lead to the payment provider besides. */
export function securityHeaders({ publicUrl, paymentOrigins }: Pick<WebSettings, 'publicUrl' | 'paymentOrigins'>): RequestHandler {
  const secure = publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        // Chromium holds redirects of a form to this list too.
        formAction: ["'self'", ...paymentOrigins],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    // Addresses of pages hold secrets of letters: no other site learns where its visitor came from.
    referrerPolicy: { policy: 'same-origin' },
  });
}
