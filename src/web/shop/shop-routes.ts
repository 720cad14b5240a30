import { keptAddress } from '../../domain/mail-address';
import { INTERNET } from '../../domain/sale/channel';
import { Refusal } from '../../domain/refusal';
import { plainText } from '../../domain/texts/shop-words';
import { programOf } from '../holder';
import type { Site } from '../visit';
import { offerBody, performanceBody } from '../api/bodies';
import type { ApiRoute } from '../api/route';
import { openRoute } from '../api/route';
import { Id, Reference } from '../api/fields';
import { Performance } from '../orders/order-schemas';
import { Basket, OfferBody, Placed, PlanBody, TicketKey } from './shop-schemas';
import { z } from '../api/zod';

const TAG = 'Box office';

const OPENING: readonly ['order-not-found', 'payment-not-open'] = ['order-not-found', 'payment-not-open'];

/** What anyone may ask, with or without a key: what is on sale, an order, its payment, the keys of tickets. */
export function shopRoutes(site: Site): readonly ApiRoute[] {
  const { catalogue, deeds, secrets, signer } = site.needs;
  const performances = openRoute(
    { method: 'get', path: '/performances', tag: TAG, summary: 'Performances on sale', says: 'Soonest first', response: z.object({ performances: z.array(Performance) }) }, // prettier-ignore
    async () => ({ performances: (await catalogue.performances(INTERNET)).filter(({ unsold }) => !unsold).map(performanceBody) }),
  );

  const offer = openRoute(
    {
      method: 'get',
      path: '/performances/{id}/offer',
      tag: TAG,
      summary: 'Tariffs, prices and delivery methods of one performance',
      params: z.object({ id: Id }),
      says: 'What can be bought, at which price',
      response: OfferBody,
      refuses: ['performance-not-found'],
    },
    async ({ params }) => {
      const found = await catalogue.offer(params.id, INTERNET);
      if (!found) throw new Refusal('performance-not-found', `No performance ${params.id} on sale.`);
      return offerBody(found);
    },
  );

  const plan = openRoute(
    {
      method: 'get',
      path: '/performances/{id}/plan',
      tag: TAG,
      summary: 'Every place of a numbered performance',
      params: z.object({ id: Id }),
      says: 'Row by row; none where one sits freely',
      response: PlanBody,
      refuses: ['performance-not-found'],
    },
    async ({ params }) => {
      const places = await catalogue.plan(params.id, INTERNET);
      if (!places) throw new Refusal('performance-not-found', `No performance ${params.id} on sale.`);
      return { places: places.map(({ id, category, row, seat, entrance, status }) => ({ id, category, row, seat, entrance, status })) };
    },
  );

  const place = openRoute(
    {
      method: 'post',
      path: '/orders',
      tag: TAG,
      summary: 'Place an order',
      idempotent: true,
      limit: 'orders',
      status: 201,
      body: Basket,
      says: 'The seats are held until `expiresAt`, never beyond the closing of the sale. Without a key one address may hold so many unpaid seats at a time; one whole order always passes. The `Idempotency-Key` counts for the API key that sends it; without one, for the customer’s address: with another address it is another order',
      response: Placed,
      refuses: ['performance-not-found', 'sale-closed', 'address-of-the-house', 'tariff-not-offered', 'price-missing', 'delivery-method-not-allowed', 'too-many-seats', 'too-few-seats', 'member-number-needed', 'seats-not-available', 'too-many-held', 'key-used-already', 'companion-without-holder'], // prettier-ignore
    },
    async ({ body, idempotencyKey, request, key: program }) => {
      // Of nobody whom we know, with the address: somebody else's key does not give somebody else's order.
      const sender = program ? `key ${program.id}` : keptAddress(body.customer.email);
      const key = idempotencyKey && secrets.hash(`${idempotencyKey}\n${sender}`);
      // Whoever has a key is known, and answers for the seats that it keeps.
      const holder = program ? undefined : programOf(site, request);
      const { termsAccepted, ...basket } = body;
      const acceptedTerms = termsAccepted && (await termsOf(body));
      const { reference, total, expiresAt } = await deeds.placeOrder({
        ...basket,
        acceptedTerms,
        channel: INTERNET,
        idempotencyKey: key,
        holder,
      });
      return { reference, total, currency: 'EUR' as const, expiresAt, paymentUrl: await paymentOf({ reference, total }) };
    },
  );

  const pay = openRoute(
    {
      method: 'post',
      path: '/orders/{reference}/payment',
      tag: TAG,
      summary: 'Ask for the payment page again',
      limit: 'orders',
      params: z.object({ reference: Reference }),
      says: 'The provider’s page',
      response: z.object({ paymentUrl: z.url() }),
      refuses: OPENING,
    },
    async ({ params }) => ({ paymentUrl: await deeds.askPayment({ order: params.reference }) }),
  );

  const keys = openRoute(
    {
      method: 'get',
      path: '/tickets/keys',
      tag: 'Tickets',
      summary: 'Public keys of the tickets’ QR codes (RFC 7517)',
      says: 'The current key first',
      response: z.object({ keys: z.array(TicketKey) }).openapi('TicketKeys'),
    },
    () => Promise.resolve({ keys: [...signer.publicKeys()] }),
  );
  return [performances, offer, plan, place, pay, keys];

  async function termsOf({ performanceId, language }: z.output<typeof Basket>): Promise<string | undefined> {
    const sold = await catalogue.offer(performanceId, INTERNET);
    return sold && plainText((await deeds.readPageText(sold.venue, 'terms-of-sale', language)).paragraphs);
  }

  async function paymentOf({ reference, total }: { readonly reference: string; readonly total: number }): Promise<string | undefined> {
    try {
      const page = await deeds.askPayment({ order: reference });
      return total === 0 ? undefined : page;
    } catch (refusal) {
      if (refusal instanceof Refusal && refusal.code === 'payment-not-open') return undefined;
      throw refusal;
    }
  }
}
