import { DAY, HOUR } from '../../../src/domain/time';
import type { OrderEvent } from '../../../src/domain/order/event';
import { apply } from '../../../src/domain/order/apply';
import type { Outcome } from '../../../src/domain/order/effect';
import type { PaidOrder } from '../../../src/domain/order/start';
import { storyOf } from '../../../src/domain/order/start';
import type { OrderState } from '../../../src/domain/order/state';
import { Refusal } from '../../../src/domain/refusal';
import { isOver, nextTimer } from '../../../src/domain/order/timers';
import { DEFAULT_POLICY } from '../../../src/domain/venue-policy';

export const PAID_AT = Date.parse('2027-01-08T13:21:00Z');
export const PERFORMANCE_AT = Date.parse('2027-01-16T19:30:00Z');
export const MINUTE = 60_000;
export const SOPHIE = { role: 'reviewer', id: 2 } as const;
export const CASHIER = { role: 'staff', id: 5 } as const;
export const BILLETTERIE = { role: 'reviewer', id: 1 } as const;

/** Camille Roussel's order of the pictures: one full-price seat, then two students. */
export const PAID: PaidOrder = {
  order: '7K2M-4Q9T',
  venue: 1,
  paidAt: PAID_AT,
  performanceAt: PERFORMANCE_AT,
  overAt: PERFORMANCE_AT + 3 * HOUR,
  policy: { ...DEFAULT_POLICY, gatherMs: 10 * MINUTE },
  payment: 'paid',
  seats: [
    { no: 1, needsProof: false },
    { no: 2, needsProof: true },
    { no: 3, needsProof: true },
  ],
};

const DOORS = { customer: 'customer-area', staff: 'desk', reviewer: 'mail' } as const;

/** Plays events on a story and keeps everything that was asked of the world. */
export function play(paid: Partial<PaidOrder> = {}) {
  const order = { ...PAID, ...paid };
  let state = storyOf(order);
  let commands = 0;
  const outcomes: Outcome[] = [];
  const say = (event: OrderEvent): Outcome => {
    const outcome = apply(state, event);
    state = outcome.state;
    outcomes.push(outcome);
    return outcome;
  };
  say({ kind: 'started', at: order.paidAt });

  const told = {
    state: (): OrderState => state,
    seat: (no: number) => state.seats.find((seat) => seat.no === no),
    say,
    effects: () => outcomes.flatMap((outcome) => outcome.effects),
    letters: () =>
      outcomes.flatMap((outcome) => outcome.effects.flatMap((effect) => (effect.kind === 'letter' ? [effect.letter.kind] : []))),
    released: () => outcomes.flatMap((outcome) => outcome.effects.flatMap((effect) => (effect.kind === 'release' ? [effect.seats] : []))),
    head: (at: number, by: typeof SOPHIE | typeof CASHIER | { readonly role: 'customer' } = SOPHIE) =>
      ({ at, command: `c${(commands += 1)}`, by, door: DOORS[by.role] }) as const,
    deposit: (at: number, ...seats: number[]) => say({ kind: 'proof-deposited', ...told.head(at, { role: 'customer' }), seats }),
    approve: (at: number, ...seats: number[]) => say({ kind: 'decided', ...told.head(at), answers: [{ seats, kind: 'approve' }] }),
    refuse: (at: number, ...seats: number[]) =>
      say({ kind: 'decided', ...told.head(at), answers: [{ seats, kind: 'refuse', reason: 'unreadable' }] }),
    undo: (at: number) => say({ kind: 'undone', ...told.head(at) }),
    /** Lets time alone go on until that instant. */
    until: (instant: number) => {
      for (let timer = nextTimer(state); timer && timer.at <= instant && !isOver(state); timer = nextTimer(state)) {
        say({ kind: 'timer', timer: timer.kind, at: timer.at });
      }
    },
  };
  return told;
}

export const THE_NEXT_DAY = PAID_AT + DAY;

/** The code of the refusal that this meets. */
export function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal.code;
    throw refusal;
  }
  return 'nothing was refused';
}
