import type { Millis } from '../src/domain/time';
import type { OrderState } from '../src/domain/order/state';
import { summary } from '../src/domain/order/summary';
import { nextTimer } from '../src/domain/order/timers';

/** What an admin reads on an order in Temporal's UI: Markdown, ids and codes, never a name or an address. */
export function details(state: OrderState, since: Millis): string {
  const { status, waitsFor } = summary(state);
  const timer = nextTimer(state);
  return [
    `**${status}**, waits for **${waitsFor}** since ${instant(since)}`,
    timer ? `Next timer: **${timer.kind}** at ${instant(timer.at)}` : 'No timer is left.',
    `Payment: ${state.payment}. Deadline for proofs: ${instant(state.deadlineAt)}. Performance: ${instant(state.performanceAt)}.`,
    '',
    '| Seat | Proof | Ticket |',
    '|---|---|---|',
    ...state.seats.map((seat) => `| ${seat.no} | ${seat.proof} | ${seat.delivery} |`),
  ].join('\n');
}

function instant(at: Millis): string {
  return new Date(at).toISOString();
}
