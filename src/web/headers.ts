import helmet from 'helmet';
import type { RequestHandler } from 'express';
import type { WebSettings } from './needs';
import { ROUTES } from './paths';

/** Nothing but our own files may run, style or frame a page; forms may lead to the payment provider besides. */
export function securityHeaders({ publicUrl, paymentOrigins }: Pick<WebSettings, 'publicUrl' | 'paymentOrigins'>): RequestHandler {
  const secure = publicUrl.startsWith('https:');
  const helmetHeaders = helmet({
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
  return (request, response, next) => {
    // Only the page of the door opens a camera, to read tickets.
    const door = request.path === ROUTES.checkIn || request.path.startsWith(`${ROUTES.checkIn}/`);
    response.set('Permissions-Policy', [...FORBIDDEN, `camera=(${door ? 'self' : ''})`].join(', '));
    helmetHeaders(request, response, next);
  };
}

const FORBIDDEN = ['accelerometer', 'browsing-topics', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi', 'payment', 'usb'].map((feature) => `${feature}=()`); // prettier-ignore

/** Pages show whose basket or order it is: nobody between keeps them. One that holds a form's token is not kept at all (csrf.ts). */
export const keepPrivate: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'private, no-cache');
  next();
};
