import { randomBytes } from 'node:crypto';
import { cents } from '../../src/domain/money';
import { priceBasket } from '../../src/domain/sale/basket';
import { orderReference } from '../../src/domain/sale/reference';
import { createSecrets } from '../../src/entry/keys';
import { createCatalogue } from '../../src/mysql/catalogue/catalogue';
import { FREE } from '../../src/mysql/orders/place-states';
import { createOrders } from '../../src/mysql/orders/orders';
import { createPayments } from '../../src/mysql/payments/payments';
import { createStoryRecord } from '../../src/mysql/story/story-record';
import { seedTheatre } from '../../src/mysql/seed/seed-theatre';
import type { NewOrder } from '../../src/ports/orders';
import type { ReceivedPayment } from '../../src/ports/sale/payments';
import { freshDatabase } from './fresh-database';

/** Monday 4 January 2027, 11 h in Paris. */
export const NOW = '2027-01-04T10:00:00.000Z';

export function later(minutes: number, from = NOW): string {
  return new Date(Date.parse(from) + minutes * 60_000).toISOString();
}

/** Who buys what; the rest is as the shop would do it. */
export interface Purchase {
  readonly tariffs?: readonly string[];
  readonly category?: string;
  readonly performanceId?: number;
  readonly name?: string;
  /** On the seats; the buyer's name where there is none. */
  readonly holders?: readonly string[];
  readonly email?: string;
  readonly placedAt?: string;
  readonly reference?: string;
  readonly idempotencyKey?: string;
  readonly channel?: string;
  /** Chosen on the plan, seat by seat. */
  readonly places?: readonly (number | undefined)[];
}

export type BoxOffice = Awaited<ReturnType<typeof openBoxOffice>>;

/** The Mariniers on the real database, four days before the first night of Le Phare d’hiver. */
export async function openBoxOffice() {
  const database = await freshDatabase();
  const { knex } = database;
  const { performances } = await seedTheatre(knex, { now: NOW });
  const id = (show: string) => performances.find((one) => one.show === show)?.id ?? 0;
  const theatre = { phare: id('Le Phare d’hiver'), agathe: id('Trois lettres pour Agathe'), bal: id('Le Bal des éclusiers') };
  const secrets = createSecrets('4d'.repeat(32));
  const orders = createOrders({ knex, secrets });
  const payments = createPayments({ knex });
  const catalogue = createCatalogue({ knex, now: () => new Date(NOW) });

  async function draft(purchase: Purchase): Promise<NewOrder> {
    const { tariffs = ['PLEIN'], category = '1', performanceId = theatre.phare, placedAt = NOW } = purchase;
    const { name = 'Camille Roussel', email = 'camille.roussel@courriel.example' } = purchase;
    const { channel = 'INTERNET', places = [], holders = [] } = purchase;
    const offer = await catalogue.offer(performanceId, channel);
    if (!offer) throw new Error(`No offer for ${performanceId}.`);
    const deliveryMethod = tariffs.every((tariff) => tariff === 'PLEIN') ? 'print-at-home' : 'held-for-proof';
    const priced = priceBasket(
      offer,
      tariffs.map((tariff, index) => ({ tariff, category, holder: holders[index] ?? name, place: places[index] })),
      deliveryMethod,
    );
    return {
      reference: purchase.reference ?? orderReference(randomBytes(8)),
      idempotencyKey: purchase.idempotencyKey,
      performanceId,
      language: 'fr',
      channel,
      allocation: offer.allocation,
      deliveryMethod,
      deliveryPrice: priced.delivery.price,
      customer: { name, email },
      seats: priced.seats,
      total: priced.total,
      placedAt,
      expiresAt: later(15, placedAt),
    };
  }

  const office = {
    ...{ knex, url: database.url, theatre, orders, payments, catalogue, secrets, draft, close: () => database.drop() },
    record: createStoryRecord({ knex, secrets }),

    /** As on the first day: no order, every place free. */
    async clear(): Promise<void> {
      for (const table of ['payment_notifications', 'refunds', 'payments', 'order_search_terms', 'positions', 'orders', 'customers']) {
        await knex(table).delete();
      }
      await knex('performance_places').update(FREE);
    },

    /** Places an order and returns its reference. */
    async place(purchase: Purchase = {}): Promise<string> {
      return (await orders.place(await draft(purchase))).reference;
    },

    /** Opens the payment of an order and lets the provider say that it is paid. */
    async pay(
      order: string,
      how: { readonly at?: string; readonly transaction?: string; readonly amount?: number } = {},
    ): Promise<ReceivedPayment> {
      const amount = (await orders.view(order))?.total ?? cents(0);
      const { reference } = await payments.open({ order, amount, at: how.at ?? NOW });
      return office.notify(reference, { amount, ...how });
    },

    /** The provider's server tells us of a payment. */
    notify: (
      reference: string,
      { amount, at = NOW, transaction = randomBytes(6).toString('hex'), result = 'paid' as const, currency = 'EUR' }: Notified,
    ): Promise<ReceivedPayment> => payments.receive({ reference, amount: cents(amount), currency, result, transaction }, at),

    async buy(purchase: Purchase = {}): Promise<string> {
      const order = await office.place(purchase);
      await office.pay(order, { at: later(2, purchase.placedAt) });
      return order;
    },

    async freePlaces(performanceId = theatre.phare, category = '1'): Promise<number> {
      const offer = await catalogue.offer(performanceId, 'INTERNET');
      return offer?.categories.find(({ code }) => code === category)?.free ?? -1;
    },

    /** Leaves so many places of a category on sale. */
    async keepOnSale(count: number, performanceId = theatre.phare, category = '1'): Promise<void> {
      const where = { performance_id: performanceId, category, status: 'free' };
      const free: readonly number[] = await knex('performance_places').where(where).orderBy('sort').pluck('id');
      await knex('performance_places').whereIn('id', free.slice(count)).update({ status: 'closed' });
    },
  };
  return office;
}

interface Notified {
  readonly amount: number;
  readonly at?: string;
  readonly transaction?: string;
  readonly result?: 'paid' | 'refused';
  readonly currency?: string;
}
