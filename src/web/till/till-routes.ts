import { randomUUID } from 'node:crypto';
import { COUNTER } from '../../domain/sale/channel';
import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { Amount, Instant, Reference, UtcInstant, Id } from '../api/fields';
import { pageOf } from '../api/page-size';
import { Basket } from '../shop/shop-schemas';
import { z } from '../api/zod';

const TAG = 'Till';
const CASH = ['cashier', 'admin'] as const;

const Span = z.object({
  from: UtcInstant.optional().openapi({ description: 'At or after.' }),
  until: UtcInstant.optional().openapi({ description: 'Before.' }),
  channel: z.string().max(40).optional(),
});

const SignedAmount = z.int().openapi({ description: 'In euro cents; below zero for money that went back.', example: -2400 });

const Receipt = z
  .object({
    kind: z.enum(['receipt', 'disbursement']),
    payment: z.int().openapi({ description: 'The id of the payment that brought the money, or gave it back.' }),
    reference: z.string(),
    order: Reference,
    amount: SignedAmount,
    channel: z.string(),
    operator: z.string(),
    method: z.string(),
    at: Instant.openapi({ description: 'When the money came in, or went back.' }),
    status: z.enum(['paid', 'refund-due', 'refunded']).openapi({ description: 'Of the payment, as it stands.' }),
  })
  .openapi('Receipt');

const Sold = z
  .object({
    channel: z.string(),
    online: z.boolean(),
    tariff: z.object({ code: z.string(), name: z.object({ fr: z.string(), en: z.string() }) }).openapi({
      description: 'As the seat was sold; a difference that is paid later is counted there too, on its day.',
    }),
    performance: z.object({ id: z.int(), venueId: z.int(), showTitle: z.string(), startsAt: Instant }),
    seats: z.int().openapi({ description: 'Sold, less those that went back to sale in that time.' }),
    amount: SignedAmount,
    owed: SignedAmount.openapi({
      description:
        'Of `amount`, in euro cents: what became due in that time for seats that were cancelled, less what was given back in it. Without `from`: what is still to be refunded.',
    }),
  })
  .openapi('SoldLine');

/** The counter's till, and what was sold. */
export function tillRoutes({ needs }: Site): readonly ApiRoute[] {
  const { deeds, receipts, statistics, secrets } = needs;
  const sell = keyRoute(
    {
      method: 'post',
      path: '/counter-sales',
      tag: TAG,
      roles: CASH,
      summary: 'Sell at the counter: the money is in the till; with `proofsSeen` the tickets of reduced seats are printed at once',
      idempotent: true,
      status: 201,
      // Of the same members, not the same schema and more: each of the two would be closed to what the other has. Nobody is asked for
      // the terms at the counter: they hang there.
      body: z
        .strictObject({
          ...Basket.omit({ termsAccepted: true }).shape,
          customer: Basket.shape.customer.extend({
            email: Basket.shape.customer.shape.email
              .optional()
              .openapi({ description: 'Without one no letter is written: the tickets are printed at the counter.' }),
          }),
          operator: z.string().min(1).max(40).openapi({ description: 'The till operator.', example: 'GUICHET' }),
          channel: z.string().min(1).max(40).default(COUNTER).openapi({ description: 'A sales channel that is not online.' }),
          method: z.string().min(1).max(40).openapi({ description: 'A payment method that no provider collects.', example: 'ESPECES' }),
          proofsSeen: z.boolean().default(false).openapi({
            description:
              'The proofs of the reduced seats were looked at: their tickets are printed at once, as those of full price, and `deliveryMethod` is one that prints (`print-at-home`). False: with a reduced seat it is one that waits for the proof (`held-for-proof`).',
          }),
        })
        .openapi('CounterSale'),
      says: 'Sold; the tickets follow as those of any paid order',
      response: z.object({ reference: Reference, total: Amount }).openapi('CounterSold'),
      refuses: ['performance-not-found', 'sale-closed', 'tariff-not-offered', 'price-missing', 'delivery-method-not-allowed', 'too-many-seats', 'too-few-seats', 'member-number-needed', 'seats-not-available', 'key-used-already', 'companion-without-holder', 'payment-not-open', 'till-operator-not-found', 'sales-channel-not-found', 'payment-method-not-found', 'address-of-the-house'], // prettier-ignore
    },
    async ({ body, key, idempotencyKey = randomUUID() }) => {
      const sale = { ...body, key: secrets.hash(`${idempotencyKey}\ncounter ${key.id}`) };
      const { reference, total } = await deeds.sellAtCounter(sale, { role: 'api-key', id: key.id });
      return { reference, total };
    },
  );

  const list = keyRoute(
    {
      method: 'get',
      path: '/receipts',
      tag: TAG,
      roles: CASH,
      summary: 'Money that came in or went back, newest first',
      query: Span.extend({
        operator: z.string().max(40).optional(),
        after: z.string().max(40).optional().openapi({ description: '`next` of the page before.' }),
        limit: pageOf({ most: 200, otherwise: 50 }),
      }),
      says: 'A page of receipts',
      response: z.object({ receipts: z.array(Receipt), next: z.string().optional() }).openapi('ReceiptPage'),
    },
    async ({ query }) => {
      const page = await receipts.list(query);
      return { receipts: [...page.receipts], next: page.next };
    },
  );

  const sold = keyRoute(
    {
      method: 'get',
      path: '/statistics/sales',
      tag: TAG,
      roles: ['reviewer', 'cashier', 'admin'],
      summary: 'Seats sold by channel, tariff and performance',
      query: Span.extend({ performanceId: Id.optional() }),
      says: 'Each sale and each refund on its own day: a day that is over does not change',
      response: z.object({ lines: z.array(Sold) }),
    },
    async ({ query }) => ({ lines: [...(await statistics.sold(query))] }),
  );
  return [sell, list, sold];
}
