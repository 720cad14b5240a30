import request from 'supertest';
import type { Visitor } from '../visitor';
import type { RealShop } from './real-shop';
import { openRealShop } from './real-shop';
import { CAMILLE, sends } from './shopping';

export const DETAILS = '/panier/coordonnees';
export const PAYMENT = /\/bac-a-sable\?reference=/;

/** Where the payment provider sends the browser back. */
export const back = (reference: string) => `/commande/${reference}/retour`;

/** What spectators do at the program itself, on the seeded theatre. */
export async function openToSpectators(settings: Readonly<Record<string, string>> = {}) {
  const shop: RealShop = await openRealShop({ UNPAID_SEATS_PER_ADDRESS: '0', UNPAID_PERCENT_PER_ADDRESS: '0', ...settings });
  const phare = `/seances/${shop.performance('Le Phare d’hiver')}`;
  const bal = `/seances/${shop.performance('Le Bal des éclusiers')}`;
  return {
    ...{ shop, phare, bal },

    arrives: (): Visitor => request.agent(shop.url),

    async chooses(camille: Visitor, counts: Readonly<Record<string, string>> = { 't-PLEIN': '2' }, page = phare): Promise<void> {
      const category = page === phare ? '1' : 'unique';
      const answer = await sends(camille, page, { category, ...counts });
      expect([answer.status, answer.headers['location']]).toEqual([303, '/panier']);
    },

    /** Orders what lies in the basket, and is sent to the provider. */
    async orders(camille: Visitor): Promise<string> {
      const answer = await sends(camille, DETAILS, CAMILLE);
      const [, reference = ''] = /reference=([0-9A-Z]{4}-[0-9A-Z]{4})\./.exec(String(answer.headers['location'])) ?? [];
      expect([answer.status, reference]).toEqual([303, expect.stringMatching(/^[0-9A-Z-]{9}$/)]);
      return reference;
    },

    /** What the provider's server says of the payment. */
    async provider(reference: string, result: 'paid' | 'refused'): Promise<void> {
      const { payments, orders: record, clock, knex } = shop.world;
      const amount = (await record.view(reference))?.total;
      const [payment = '']: readonly string[] = await knex('payments').where({ order_reference: reference, status: 'open' }).pluck('reference'); // prettier-ignore
      if (amount === undefined) throw new Error('An order has a total.');
      await payments.receive({ reference: payment, amount, currency: 'EUR', result, transaction: `${reference}-${result}` }, clock.now());
    },

    async seatsOf(camille: Visitor): Promise<readonly string[]> {
      const { text } = await camille.get('/panier').expect(200);
      return [...text.matchAll(/rang\u00a0[A-Z], fauteuil\u00a0\d+/g)].map(([seat]) => seat);
    },

    /** Somebody else has the place, whatever it was. */
    async taken(id: number): Promise<void> {
      await shop.world.knex('performance_places').where({ id }).update({ status: 'sold', basket: null, held_until: null });
    },

    placesOf: async (reference: string): Promise<readonly number[]> =>
      shop.world.knex('positions').where({ order_reference: reference }).orderBy('no').pluck('place_id'),
  };
}
