import { actorName } from '../../domain/actor';
import type { SeatNo } from '../../domain/decision/decision';
import type { Change } from '../../domain/order/change';
import type { Effect } from '../../domain/order/effect';
import type { OrderEvent } from '../../domain/order/event';
import type { OrderState } from '../../domain/order/state';
import type { Writing } from './writing';

/** One line of the order's timeline: who, by which door, which seats and codes. Free text stays in its own rows. */
export async function writeAuditEvent({ trx, change, at }: Writing): Promise<void> {
  const { event, state, effects } = change;
  const who = 'by' in event ? { actor: actorName(event.by), door: event.door } : SYSTEM_DID;
  const detail = effects.reduce((said, effect) => ({ ...said, ...ofEffect(effect, state) }), { ...ofEvent(event), ...leftVoid(change) });
  await trx('audit_events').insert({
    order_reference: state.order,
    seq: state.seq,
    at,
    kind: event.kind,
    ...who,
    detail: JSON.stringify(detail),
  });
}

const SYSTEM_DID = { actor: 'system', door: 'system' } as const;

function ofEvent(event: OrderEvent): object {
  const command = 'command' in event ? { command: event.command } : {};
  switch (event.kind) {
    case 'proof-deposited':
    case 'door-chosen':
      return { ...command, seats: event.seats };
    case 'proof-withdrawn':
    case 'revoked':
    case 'difference-taken':
    case 'difference-given-back':
      return { ...command, seats: [event.seat] };
    case 'decided':
      return { ...command, review: event.review };
    case 'refund-recorded':
      return { ...command, payment: event.payment };
    case 'payment-received':
      return { ...command, payment: event.payment, upgradeOf: event.upgradeOf };
    case 'timer':
      return { timer: event.timer };
    case 'dispatched':
      return { release: event.release, failed: event.failed };
    case 'tickets-asked-again':
      return { ...command, addressCorrected: event.addressCorrected };
    case 'started':
    case 'undone':
    case 'cancelled':
      return command;
  }
}

/** Tickets that have left, and had been cancelled while their letter was on its way. */
function leftVoid({ event, effects }: Change): object {
  if (event.kind !== 'dispatched') return {};
  const voided = effects.flatMap((effect) =>
    effect.kind === 'letter' && effect.letter.kind === 'ticket-void' ? (effect.letter.about.seats ?? []) : [],
  );
  return voided.length > 0 ? { voided } : {};
}

function ofEffect(effect: Effect, state: OrderState): object {
  switch (effect.kind) {
    case 'ask-reviewers':
      return { asked: effect.seats, review: effect.review };
    case 'write-decision':
      return {
        decisions: effect.decisions.map(({ seat, kind, ...rest }) => ({ seat, kind, reason: 'reason' in rest ? rest.reason : undefined })),
      };
    case 'take-back-decision':
      return { takenBack: effect.command, ...(effect.seats && { seats: effect.seats }) };
    case 'release':
      return { release: effect.release, released: effect.seats, atDoor: effect.atDoor };
    case 'void':
      return { voided: effect.seats };
    case 'refund-due':
      return effect.payment === undefined ? owedOf(effect.seats, state) : { owedPayment: effect.payment };
    case 'letter':
      return effect.letter.kind === 'tickets-again' ? { sentAgain: effect.letter.about.seats } : {};
    case 'take-difference':
    case 'give-difference-back':
    case 'ask-at-door':
    case 'nudge-reviewers':
    case 'give-seats-back':
    case 'refund-done':
      return {};
  }
}

/** A seat that cost nothing goes back and owes nothing. */
function owedOf(seats: readonly SeatNo[], state: OrderState): object {
  const owed = state.free ? [] : seats.filter((no) => !state.seats.some((seat) => seat.no === no && seat.free));
  return owed.length === 0 ? {} : { owed };
}
