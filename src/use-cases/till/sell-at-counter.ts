import type { Actor } from '../../domain/actor';
import { actorName } from '../../domain/actor';
import type { BasketSeat } from '../../domain/sale/basket';
import type { Language } from '../../domain/language';
import type { Attestations } from '../../ports/attestations';
import type { Clock } from '../../ports/clock';
import type { OrderRuns } from '../../ports/order-runs';
import type { Buyer, Orders } from '../../ports/orders';
import type { Payments } from '../../ports/sale/payments';
import type { Receipts } from '../../ports/sale/receipts';
import type { BindKey } from '../bind-commands';
import type { PlacedOrder, createPlaceOrder } from '../place-order';
import { tell } from '../receive-payment';
import { refuseUnknown } from './refuse-unknown';

/** What somebody buys across the counter. */
export interface CounterSale {
  /** The same key is one sale. */
  readonly key: string;
  /** One of people’s: the counter’s, the telephone’s. */
  readonly channel: string;
  readonly operator: string;
  readonly method: string;
  readonly performanceId: number;
  readonly language: Language;
  readonly customer: Buyer;
  readonly seats: readonly BasketSeat[];
  readonly deliveryMethod: string;
  /** Whoever sells has looked at the proofs of the reduced seats; without it those seats are held as online. */
  readonly proofsSeen: boolean;
}

export type SellAtCounter = (sale: CounterSale, by: Actor) => Promise<PlacedOrder>;

interface Needs {
  readonly placeOrder: ReturnType<typeof createPlaceOrder>;
  readonly orders: Pick<Orders, 'story' | 'view' | 'allowStanding'>;
  readonly payments: Pick<Payments, 'take' | 'markTold'>;
  readonly receipts: Pick<Receipts, 'counter'>;
  readonly attestations: Attestations;
  readonly bindKey: BindKey;
  readonly runs: OrderRuns;
  readonly clock: Clock;
  readonly warn: (what: string, fault: unknown) => void;
}

/** Places the order, takes the money, starts the story: the tickets leave as those of any paid order. */
export function createSellAtCounter({
  placeOrder,
  orders,
  payments,
  receipts,
  attestations,
  bindKey,
  runs,
  clock,
  warn,
}: Needs): SellAtCounter {
  return async ({ key, method, ...sale }, by) => {
    refuseUnknown(await receipts.counter(), { ...sale, method });
    return bindKey(key, ['sell', method, sale], () => sell({ key, method, ...sale }, by));
  };

  async function sell({ key, method, ...sale }: CounterSale, by: Actor): Promise<PlacedOrder> {
    const placed = await placeOrder({ ...sale, idempotencyKey: key, soldBy: actorName(by) });
    const { reference } = placed;
    if (sale.proofsSeen && (await asksForProofs(reference)))
      await attestations.write({ order: reference, command: `sale-${reference}`, sentence: SEEN, by: actorName(by), at: clock.now() });
    const taken = await payments.take({ order: reference, method, channel: sale.channel, operator: sale.operator, at: clock.now() });
    try {
      await tell({ orders, payments, runs }, taken);
    } catch (fault) {
      warn('counter sale stored, story to be told by the sweep', fault);
    }
    return placed;
  }

  /** Nobody has seen proofs where none is asked for, whatever was ticked. */
  async function asksForProofs(reference: string): Promise<boolean> {
    const order = await orders.view(reference);
    return order === undefined || order.seats.some(({ tariff }) => tariff.needsProof);
  }
}

/** « Justificatif vu »: what is confirmed by selling a reduced seat at the counter (docs/domain.md 4.2). */
const SEEN = 'Justificatifs vus au guichet, au moment de la vente.';
