import type { OrderView } from '../../../src/domain/order-view';
import { ORDER } from '../../people';
import type { Theatre } from '../harness';
import { openTheatre, SIGNER } from '../harness';

export const HOUSE = `/controle/${ORDER.performance.id}`;

/** Camille's order; Paul's proof, place 2, is to be shown at the door. */
export const OWING: OrderView = {
  ...ORDER,
  tickets: ORDER.tickets.map((ticket) => ({ ...ticket, proofToShow: ticket.seat === 2 })),
};

/** An order for the day after: its numbers are ours, and on another list. */
export const NEXT_DAY: OrderView = {
  ...ORDER,
  reference: '8H3N-5R7V',
  performance: { ...ORDER.performance, id: 32, startsAt: '2027-01-17T16:00:00.000Z' },
  tickets: [{ seat: 1, number: 12_470, uid: 'CM-8H3N-5R7V-1', release: 1, admission: 'valid', proofToShow: false }],
};

export const EVENING = '2027-01-16T18:50:00.000Z';

export function openEvening(orders: readonly OrderView[] = [OWING, NEXT_DAY], now = EVENING): Promise<Theatre> {
  return openTheatre({ orders, now });
}

export function codeOf(seat: number, claims: { readonly performanceId?: number; readonly performanceAt?: number } = {}): string {
  const said = { uid: `CM-7K2M-4Q9T-${seat}`, performanceId: ORDER.performance.id, performanceAt: 1_800_000_000, proofToShow: seat === 2 };
  return SIGNER.sign({ ...said, ...claims });
}
