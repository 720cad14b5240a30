import express, { Router } from 'express';
import { NotFound } from '../problem';
import { limitTo } from '../limits';
import { ROUTES } from '../paths';
import type { Site } from '../visit';

/**
 * A payment provider tells us what came of a payment. The body is judged as it came, byte for byte. A duplicate is as
 * welcome as the first; what is forged, unknown or wrong is recorded and answered as a problem (docs/contracts.md).
 */
export function paymentNotifications({ needs }: Site): Router {
  const router = Router();
  const raw = express.raw({ type: () => true, limit: '16kb' });
  router.post(ROUTES.paymentNotification, limitTo(needs.settings.limits.notifications), raw, async (request, response) => {
    if (request.params['provider'] !== needs.settings.paymentProvider) throw new NotFound();
    const body: unknown = request.body;
    const { verdict } = await needs.deeds.receivePayment({
      method: request.method,
      headers: request.headers,
      query: rawQuery(request.originalUrl),
      body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
    });
    response.json({ received: true, verdict });
  });
  return router;
}

function rawQuery(url: string): string {
  const mark = url.indexOf('?');
  return mark < 0 ? '' : url.slice(mark + 1);
}
