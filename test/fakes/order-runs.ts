import { Refusal } from '../../src/domain/refusal';
import type { OrderEvent } from '../../src/domain/order/event';
import type { Clock } from '../../src/ports/clock';
import type { Obeyed, OrderRuns } from '../../src/ports/order-runs';
import type { Book } from './book';
import { write } from './book';

/** Stories without Temporal: each command meets the real rules at once. */
export function fakeOrderRuns(book: Book, clock: Clock): OrderRuns {
  const at = () => Date.parse(clock.now());
  const send = (order: string, event: OrderEvent): Promise<Obeyed> => {
    const page = book.get(order);
    if (!page) return Promise.reject(new Refusal('order-not-found', `No story ${order}.`));
    try {
      const { state, late } = write(page, event);
      return Promise.resolve({ seq: state.seq, late });
    } catch (fault) {
      return Promise.reject(fault instanceof Error ? fault : new Error(String(fault)));
    }
  };
  /** As the stories ask the door (workflows/order-door.ts). */
  const refuseEntered = (order: string, seat?: number): Promise<never> | undefined => {
    const used = book.get(order)?.view.tickets.filter(({ admission }) => admission === 'used') ?? [];
    const inside = used.find((ticket) => seat === undefined || ticket.seat === seat);
    return inside && Promise.reject(new Refusal('already-entered', `Seat ${inside.seat} is in.`, { seat: inside.seat }));
  };
  return {
    start: () => Promise.resolve(),
    isRunning: (order) => Promise.resolve(book.has(order)),
    paymentReceived: async (order, payment) => {
      await send(order, {
        ...{ kind: 'payment-received', at: at(), command: `payment-${payment.payment}` },
        ...{ by: { role: 'system' }, door: 'system', ...payment, checkedAtDoor: true, underReview: true },
      });
    },
    depositProof: (order, command) => send(order, { kind: 'proof-deposited', at: at(), ...command }),
    withdrawProof: (order, command) => send(order, { kind: 'proof-withdrawn', at: at(), ...command }),
    decide: (order, command) => send(order, { kind: 'decided', at: at(), ...command }),
    undo: (order, command) => send(order, { kind: 'undone', at: at(), ...command, gathered: true }),
    chooseDoor: (order, command) => send(order, { kind: 'door-chosen', at: at(), ...command }),
    revoke: (order, command) => refuseEntered(order, command.seat) ?? send(order, { kind: 'revoked', at: at(), ...command }),
    cancel: (order, command) => refuseEntered(order) ?? send(order, { kind: 'cancelled', at: at(), ...command }),
    recordRefund: (order, command) => send(order, { kind: 'refund-recorded', at: at(), ...command }),
    takeDifference: (order, command) => send(order, { kind: 'difference-taken', at: at(), ...command }),
    giveDifferenceBack: (order, command) => send(order, { kind: 'difference-given-back', at: at(), ...command }),
    sendTicketsAgain: (order, command) => send(order, { kind: 'tickets-asked-again', at: at(), ...command }),
  };
}
