import { createHmac, randomUUID } from 'node:crypto';
import type { Request } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import type { Holder } from '../domain/sale/hold-limits';
import type { Site } from './visit';

declare module 'express-session' {
  interface SessionData {
    /** Stands for this browser where its unpaid places are counted; it outlives a change of the session's id. */
    shopper?: string;
  }
}

/** Who keeps places through the pages. */
export function shopperOf(site: Site, request: Request): Holder {
  request.session.shopper ??= randomUUID();
  return { ...programOf(site, request), session: request.session.shopper };
}

/** Who keeps places through the API: an address alone. An IPv6 network of 56 bits is one: each home has as many addresses as it likes. */
export function programOf({ needs }: Site, request: Request): Holder {
  const address = ipKeyGenerator(request.ip ?? '', 56);
  return { address: createHmac('sha256', needs.settings.addressSecret).update(address).digest('base64url').slice(0, 32) };
}
