import type { Cents } from '../money';
import { cents, total } from '../money';
import type { OrderView, SeatView, TicketView } from '../order-view';
import { paidForSeat, paidForSeats } from './amounts';
import { hasLostHolder } from './companions';
import type { ProofState } from './state';

/** What became of the money of a seat that was given up: there was none, it is still owed, or it has been given back. */
export const GIVEN_UP = ['nothing-paid', 'refund-due', 'refunded'] as const;
export type GivenUp = (typeof GIVEN_UP)[number];

/** How a seat stands, as people read it: what was given up is told by its money, not by its proof. */
export type SeatStanding = Exclude<ProofState, 'refunded'> | GivenUp;

/** `undefined`: the seat stands. */
export function givenUp(seat: SeatView): GivenUp | undefined {
  if (seat.delivery !== 'void' && seat.proof !== 'refunded') return undefined;
  if (paidForSeat(seat) === 0) return 'nothing-paid';
  return seat.refundedAt === undefined ? 'refund-due' : 'refunded';
}

export function standsAs(seat: SeatView): SeatStanding {
  const { proof } = seat;
  return givenUp(seat) ?? (proof === 'refunded' ? 'refund-due' : proof);
}

/** A companion’s, of which no paper is awaited any more: the difference, or the door. */
export type SeatMark = SeatStanding | 'awaiting-choice';

/** How a seat of that order is marked. */
export function markOf({ seats }: Pick<OrderView, 'seats'>, seat: SeatView): SeatMark {
  const standing = standsAs(seat);
  return AWAITS_A_PAPER.includes(standing) && hasLostHolder(seats, seat) ? 'awaiting-choice' : standing;
}

const AWAITS_A_PAPER: readonly SeatStanding[] = ['awaiting-proof', 'more-info', 'refused'];

/** The whole order: no seat of it stands any more. */
export function isGivenUp({ seats }: Pick<OrderView, 'seats'>): boolean {
  return seats.every((seat) => givenUp(seat) !== undefined);
}

export interface MoneyBack {
  readonly owed: Cents;
  readonly refunded: Cents;
}

/** Of the seats; a payment too many is owed by itself (`tooMany`). */
export function moneyBack({ seats }: Pick<OrderView, 'seats'>): MoneyBack {
  const of = (money: GivenUp) => paidForSeats(seats.filter((seat) => givenUp(seat) === money));
  return { owed: of('refund-due'), refunded: of('refunded') };
}

/** Of the seats, and what is left of each payment too many. */
export function owedInAll(order: Pick<OrderView, 'seats' | 'payments'>): Cents {
  const tooMany = order.payments.filter((payment) => payment.tooMany && payment.status === 'refund-due');
  return total([moneyBack(order).owed, ...tooMany.map(({ amount, refunded }) => cents(amount - refunded))]);
}

/** Tickets that are good. That of a seat that was given up is not, even where its entry was kept: somebody had come in before. */
export function goodTickets({ seats, tickets }: Pick<OrderView, 'seats' | 'tickets'>): readonly TicketView[] {
  const standing = seats.filter((seat) => givenUp(seat) === undefined).map(({ no }) => no);
  return tickets.filter(({ seat, admission }) => admission !== 'cancelled' && standing.includes(seat));
}

/** Of the seats that stand: those whose ticket has not left yet. */
export function stillToLeave({ seats }: Pick<OrderView, 'seats'>): readonly SeatView[] {
  return seats.filter((seat) => givenUp(seat) === undefined && (seat.delivery === 'held' || seat.delivery === 'ready'));
}

/** Whether its ticket was cancelled, whether or not it had left, and none came in its place. */
export function hasVoidTicket({ tickets }: Pick<OrderView, 'tickets'>, { no }: Pick<SeatView, 'no'>): boolean {
  const own = tickets.filter(({ seat }) => seat === no);
  return own.length > 0 && own.every(({ admission }) => admission === 'cancelled');
}

/** What became of a ticket before it was cancelled: it had left, or was ready to. */
export type VoidTicket = 'left' | 'prepared';

/** `undefined`: the seat has a good one, or never had any. Only of one that had left may anybody say that it was sent. */
export function voidTicketOf(order: Pick<OrderView, 'tickets'>, seat: Pick<SeatView, 'no' | 'deliveredAt'>): VoidTicket | undefined {
  if (!hasVoidTicket(order, seat)) return undefined;
  return seat.deliveredAt === undefined ? 'prepared' : 'left';
}

/** Those that a letter, or a document, holds: of one release, or all that are good. `again`: as the letter that sends them once more. */
export function ticketsIn(order: Pick<OrderView, 'seats' | 'tickets'>, { release, again = false }: Which): readonly TicketView[] {
  const good = again ? ticketsToSendAgain(order) : goodTickets(order);
  return good.filter((ticket) => release === undefined || ticket.release === release);
}

interface Which {
  readonly release?: number | undefined;
  readonly again?: boolean | undefined;
}

/** Those that leave once more: a used one would open nothing. Where all have been used, all that were good, as somebody asked for them. */
export function ticketsToSendAgain(order: Pick<OrderView, 'seats' | 'tickets'>): readonly TicketView[] {
  const good = goodTickets(order);
  const unused = good.filter(({ admission }) => admission !== 'used');
  return unused.length > 0 ? unused : good;
}

/** Whether the story would send the tickets again: some have left, and it is not over (apply.ts). */
export function maySendTicketsAgain({ seats, performance }: OrderView, now: string): boolean {
  return now < performance.endsAt && seats.some(({ delivery }) => delivery === 'sent' || delivery === 'failed');
}
