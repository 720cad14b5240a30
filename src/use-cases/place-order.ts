import type { BasketSeat } from '../domain/sale/basket';
import { priceBasket } from '../domain/sale/basket';
import { isSaleOpen, untilClosing, withProofsSeen } from '../domain/sale/offer';
import type { Language } from '../domain/language';
import type { Holder, HoldLimits } from '../domain/sale/hold-limits';
import type { Cents } from '../domain/money';
import { reachesAnInbox, readMailAddress } from '../domain/mail-address';
import { personName } from '../domain/person-name';
import { orderReference } from '../domain/sale/reference';
import { Refusal } from '../domain/refusal';
import type { Catalogue } from '../ports/sale/catalogue';
import type { Clock } from '../ports/clock';
import type { Buyer, Orders } from '../ports/orders';

export interface Basket {
  readonly channel: string;
  /** At whose till; without one the channel's. */
  readonly operator?: string | undefined;
  /** Who sells across the counter: `staff:5`, `api-key:2`. */
  readonly soldBy?: string | undefined;
  readonly performanceId: number;
  readonly language: Language;
  readonly customer: Buyer;
  readonly seats: readonly BasketSeat[];
  /** In the very words that the buyer accepted. */
  readonly acceptedTerms?: string | undefined;
  readonly deliveryMethod: string;
  readonly idempotencyKey?: string | undefined;
  /** The basket that kept the seats' places until now. */
  readonly basket?: string | undefined;
  /** Who keeps the seats until they are paid; the counter takes the money at once. */
  readonly holder?: Holder | undefined;
  /** At the counter alone: whoever sells has the proofs before them, so nothing is held back. */
  readonly proofsSeen?: boolean | undefined;
}

export interface PlacedOrder {
  readonly reference: string;
  readonly total: Cents;
  readonly expiresAt: string;
}

interface Needs {
  readonly catalogue: Pick<Catalogue, 'offer'>;
  readonly orders: Pick<Orders, 'place' | 'view'>;
  readonly clock: Clock;
  readonly random: (bytes: number) => Uint8Array;
  /** How long seats are kept for a payment. */
  readonly holdMs: number;
  readonly holdLimits: HoldLimits;
}

/** Places an order: prices from the grid, the delivery rule, and the seats held until the payment arrives. */
export function createPlaceOrder({ catalogue, orders, clock, random, holdMs, holdLimits }: Needs) {
  return async (basket: Basket): Promise<PlacedOrder> => {
    const placedAt = clock.now();
    const offer = await catalogue.offer(basket.performanceId, basket.channel);
    if (!offer) throw new Refusal('performance-not-found', `No performance ${basket.performanceId} on sale.`, { field: 'performanceId' });
    if (!isSaleOpen(offer, placedAt)) throw new Refusal('sale-closed', 'The sale is not open.', { field: 'performanceId' });
    // Letters to it would be read as replies, and nobody would have the tickets.
    if (basket.customer.email !== undefined && reachesAnInbox(basket.customer.email, offer.inboxes))
      throw new Refusal('address-of-the-house', 'The customer gave the address of an inbox.', { field: 'customer/email' });
    if (basket.proofsSeen && basket.operator === undefined) throw new Error('Proofs are seen by somebody at a till alone.');
    const customer = { name: nameOf(basket.customer.name, 'customer/name'), email: addressOf(basket) };
    const seats = basket.seats.map((seat, index) => ({ ...seat, holder: nameOf(seat.holder, `seats/${index}/holder`) }));
    const sold = basket.proofsSeen ? withProofsSeen(offer) : offer;
    const priced = priceBasket(sold, seats, basket.deliveryMethod);
    const owesProof = sold.tariffs.some(({ code, needsProof }) => needsProof && seats.some(({ tariff }) => tariff === code));
    // Where a proof is still to be seen it is asked for by mail.
    if (customer.email === undefined && owesProof)
      throw new Refusal('input-invalid', 'Nowhere to ask for the proof.', { field: 'customer/email' });
    const expiresAt = untilClosing(offer, new Date(Date.parse(placedAt) + holdMs).toISOString());
    const { reference, fresh } = await orders.place({
      reference: orderReference(random(8)),
      idempotencyKey: basket.idempotencyKey,
      performanceId: basket.performanceId,
      language: basket.language,
      channel: basket.channel,
      operator: basket.operator,
      soldBy: basket.soldBy,
      allocation: offer.allocation,
      basket: basket.basket,
      hold: basket.holder && { holder: basket.holder, limits: holdLimits, oneOrder: offer.maxSeats },
      deliveryMethod: priced.delivery.code,
      deliveryPrice: priced.delivery.price,
      customer,
      acceptedTerms: basket.acceptedTerms,
      proofsSeen: basket.proofsSeen,
      seats: priced.seats,
      total: priced.total,
      placedAt,
      expiresAt,
    });
    if (fresh) return { reference, total: priced.total, expiresAt };
    const view = await orders.view(reference);
    if (!view) throw new Error(`Order ${reference} was placed and cannot be read.`);
    return { reference, total: view.total, expiresAt: view.expiresAt };
  };
}

/** Doors ask for a name in their own words; none is kept in any other form. */
function nameOf(typed: string, field: string): string {
  const name = personName(typed);
  if (name === undefined) throw new Refusal('input-invalid', 'Not a name.', { field });
  return name;
}

/** Only across a counter somebody may have none. */
function addressOf({ customer: { email: typed }, operator }: Basket): string | undefined {
  if (typed === undefined && operator !== undefined) return undefined;
  const address = readMailAddress(typed ?? '');
  if (address === undefined) throw new Refusal('input-invalid', 'Not one plain e-mail address.', { field: 'customer/email' });
  return address;
}
