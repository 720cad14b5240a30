import type { Millis } from '../src/domain/time';
import type { OrderState } from '../src/domain/order/state';
import { summary } from '../src/domain/order/summary';
import { nextTimer } from '../src/domain/order/timers';

/** What an admin reads on an order in Temporal's UI: Markdown, in French, with ids and codes, never a name or an address. */
export function details(state: OrderState, since: Millis): string {
  const { status, waitsFor } = summary(state);
  const timer = nextTimer(state);
  return [
    `**${status}**, attend **${waitsFor}** depuis le ${instant(since)}`,
    timer ? `Prochaine échéance : **${timer.kind}**, le ${instant(timer.at)}` : 'Aucune échéance ne reste.',
    `Paiement : ${state.payment}. Date limite des justificatifs : ${instant(state.deadlineAt)}. Séance : ${instant(state.performanceAt)}.`,
    '',
    '| Place | Justificatif | Billet |',
    '|---|---|---|',
    ...state.seats.map((seat) => `| ${seat.no} | ${seat.proof} | ${seat.delivery} |`),
  ].join('\n');
}

function instant(at: Millis): string {
  return new Date(at).toISOString();
}
