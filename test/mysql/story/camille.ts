import type { Knex } from 'knex';
import { createLetters } from '../../../src/mysql/letters/letters';
import { createProofs } from '../../../src/mysql/proofs/proofs';
import { PAID } from '../../domain/order/a-story';
import { sellOrder } from '../sold-orders';
import { toldOrder } from '../told-order';

/** Camille's orders, and the rows that they leave. */
export function camilleAt(knex: Knex) {
  return {
    /** Sold under another reference each time: one full-price seat, then two students, unless said otherwise. */
    async order(reference: string, paid: Partial<typeof PAID> = {}) {
      const order = { ...PAID, ...paid, order: reference };
      await sellOrder(knex, order);
      return toldOrder(knex, order);
    },

    async addProof(order: string, proof: { readonly id: string; readonly seats: readonly number[]; readonly at: number }): Promise<void> {
      const { id, seats, at } = proof;
      const fingerprints = { bytes: id.padEnd(64, '0'), pixels: id.padEnd(64, '1') };
      const file = { kind: 'jpeg', fileName: `${id}.jpg`, bytes: 1000, pages: 1, fingerprints } as const;
      await createProofs({ knex }).add({ id, order, seats, ...file, receivedAt: new Date(at).toISOString() });
    },

    letters: createLetters({ knex, orders: { view: async () => undefined } }),
    row: (reference: string) => knex('orders').where({ reference }).first(),
    seats: (order: string) =>
      knex('positions').where({ order_reference: order }).orderBy('no').select('no', 'proof', 'delivery', 'release_no'),
    tickets: (order: string) => knex('tickets').where({ order_reference: order }).orderBy('number'),
    decisions: (order: string) => knex('decisions').where({ order_reference: order }).orderBy('seat'),
  };
}

export type CamilleAt = ReturnType<typeof camilleAt>;
