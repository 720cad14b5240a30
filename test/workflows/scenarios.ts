import type { WorkflowHandle } from '@temporalio/client';
import { CUSTOMER } from '../../src/domain/actor';
import { apply } from '../../src/domain/order/apply';
import type { PaidOrder } from '../../src/domain/order/start';
import type { OrderState } from '../../src/domain/order/state';
import { DAY, HOUR } from '../../src/domain/time';
import * as messages from '../../workflows/messages';
import type { orderWorkflow } from '../../workflows/order';

/** What a scenario sees of the order that it plays. */
interface Scene {
  readonly handle: WorkflowHandle<typeof orderWorkflow>;
  readonly head: (command: string) => {
    readonly command: string;
    readonly by: { readonly role: 'reviewer'; readonly id: 1 };
    readonly door: 'desk';
  };
  /** The letter with its tickets is written, and on its way until the function that this returns is called. */
  readonly keepOnItsWay: () => () => void;
  /** Waits until the state, is so. */
  readonly until: (isSo: (state: OrderState) => boolean) => Promise<OrderState>;
}

/** The life of an order, in the few seconds of a recording. */
export interface Scenario {
  readonly paid?: (now: number) => Partial<PaidOrder>;
  /** What the record has of the order: its story is one that Temporal had lost. */
  readonly recorded?: (state: OrderState) => OrderState;
  readonly play: (scene: Scene) => Promise<unknown>;
}

const approve = { seats: 'all', kind: 'approve' } as const;
const refuse = { seats: [2], kind: 'refuse', reason: 'unreadable' } as const;
const IN_THE_TILL = { method: 'ESPECES', channel: 'GUICHET', operator: 'GUICHET' };
const proofOf = (state: OrderState, no: number) => state.seats.find((seat) => seat.no === no)?.proof;
const allSent = (state: OrderState) => state.seats.every((seat) => seat.delivery === 'sent');
const deposit = ({ handle, head }: Scene, command = 'deposit') =>
  handle.executeUpdate(messages.depositProof, { args: [{ ...head(command), seats: [2, 3] }] });
const decide = ({ handle, head }: Scene, command: string, answer: messages.Decide['answers'][number]) =>
  handle.executeUpdate(messages.decide, { args: [{ ...head(command), answers: [answer] }] });

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'full-price': {
    paid: () => ({ seats: [{ no: 1, needsProof: false }] }),
    play: ({ until }) => until(allSent),
  },

  'approved-after-the-undo-window': {
    async play(scene) {
      await deposit(scene);
      await decide(scene, 'decide', approve);
      await scene.until(allSent);
      await scene.handle.executeUpdate(messages.sendTicketsAgain, { args: [scene.head('again')] });
      await scene.handle.executeUpdate(messages.revoke, { args: [{ ...scene.head('revoke'), seat: 3, reason: 'unreadable' }] });
    },
  },

  'refused-then-another-proof': {
    async play(scene) {
      await deposit(scene);
      await decide(scene, 'decide', refuse);
      await scene.until((state) => state.settling.length === 0 && proofOf(state, 2) === 'refused');
      await deposit(scene, 'deposit-again');
      await decide(scene, 'decide-again', approve);
      await scene.until(allSent);
    },
  },

  undone: {
    async play(scene) {
      await deposit(scene);
      await decide(scene, 'decide', approve);
      await scene.handle.executeUpdate(messages.undo, { args: [scene.head('undo')] });
      await scene.until((state) => proofOf(state, 2) === 'under-review');
    },
  },

  'undone-before-the-first-request': {
    paid: () => ({ policy: { ...QUICK, undoMs: 20_000, gatherMs: 3000 } }),
    async play(scene) {
      const { handle, head, until } = scene;
      await handle.executeUpdate(messages.depositProof, { args: [{ ...head('deposit'), seats: [2], files: ['first'] }] });
      await decide(scene, 'decide', { seats: [2], kind: 'approve' });
      await handle.executeUpdate(messages.undo, { args: [head('undo')] });
      await until((state) => state.reviewsOpened === 1);
    },
  },

  'nobody-until-the-deadline': {
    paid: (now) => ({ paidAt: now - 5 * DAY, performanceAt: now + DAY + 1500 }),
    play: ({ until }) => until((state) => state.deadlinePassed && allSent(state)),
  },

  'refund-at-the-deadline': {
    paid: (now) => ({ paidAt: now - 5 * DAY, performanceAt: now + DAY + 1500, policy: { ...QUICK, deadlineOutcome: 'refund' } }),
    play: ({ until }) => until((state) => state.payment === 'refund-due'),
  },

  'paid-too-late-for-a-proof': {
    paid: (now) => ({ performanceAt: now + 500, overAt: now + 1500 }),
    play: ({ handle }) => handle.result(),
  },

  reminded: {
    paid: (now) => ({ paidAt: now - DAY - HOUR }),
    play: ({ until }) => until((state) => state.remindersSent > 0),
  },

  'second-payment-and-upgrade': {
    async play({ handle, until }) {
      await handle.signal(messages.paymentReceived, { payment: 7 });
      await handle.signal(messages.paymentReceived, { payment: 8, upgradeOf: 2 });
      await until((state) => proofOf(state, 2) === 'upgraded');
    },
  },

  'proof-replaced-under-review': {
    async play(scene) {
      await deposit(scene);
      await scene.handle.executeUpdate(messages.depositProof, { args: [{ ...scene.head('replace'), seats: [2] }] });
      await decide(scene, 'decide', approve);
      await scene.until(allSent);
    },
  },

  'difference-paid-for-a-seat-at-the-door': {
    async play({ handle, head, until }) {
      await handle.executeUpdate(messages.chooseDoor, { args: [{ ...head('door'), seats: [2, 3] }] });
      await until(allSent);
      await handle.signal(messages.paymentReceived, { payment: 9, upgradeOf: 2 });
      await until((state) => state.seen.includes('payment-9'));
    },
  },

  'difference-paid-while-its-proof-is-checked': {
    async play(scene) {
      await deposit(scene);
      await scene.handle.signal(messages.paymentReceived, { payment: 9, upgradeOf: 2 });
      await scene.until((state) => state.seen.includes('payment-9'));
      await decide(scene, 'decide', approve);
      await scene.until(allSent);
    },
  },

  'difference-taken-and-given-back': {
    async play({ handle, head, until }) {
      await handle.executeUpdate(messages.chooseDoor, { args: [{ ...head('door'), seats: [2, 3] }] });
      await until(allSent);
      await handle.executeUpdate(messages.takeDifference, { args: [{ ...head('take'), seat: 2, ...IN_THE_TILL }] });
      await handle.executeUpdate(messages.giveDifferenceBack, { args: [{ ...head('give-back'), seat: 2 }] });
      await handle.executeUpdate(messages.takeDifference, { args: [{ ...head('take-again'), seat: 3, ...IN_THE_TILL }] });
    },
  },

  'difference-taken-while-the-tickets-are-on-their-way': {
    async play({ handle, head, until, keepOnItsWay }) {
      const arrive = keepOnItsWay();
      await handle.executeUpdate(messages.chooseDoor, { args: [{ ...head('door'), seats: [2, 3] }] });
      await handle.executeUpdate(messages.takeDifference, { args: [{ ...head('take'), seat: 2, ...IN_THE_TILL }] });
      arrive();
      await until(allSent);
    },
  },

  'difference-given-back-of-a-refused-seat': {
    async play(scene) {
      const { handle, head, until } = scene;
      await deposit(scene);
      await decide(scene, 'no', refuse);
      await until((state) => state.settling.length === 0);
      await handle.executeUpdate(messages.takeDifference, { args: [{ ...head('take'), seat: 2, ...IN_THE_TILL }] });
      await until((state) => state.seats[1]?.delivery === 'sent');
      await handle.executeUpdate(messages.giveDifferenceBack, { args: [{ ...head('give-back'), seat: 2 }] });
    },
  },

  'door-chosen-and-proof-withdrawn': {
    async play(scene) {
      const { handle, head, until } = scene;
      await deposit(scene);
      await handle.executeUpdate(messages.withdrawProof, { args: [{ ...head('withdraw'), seat: 2 }] });
      await handle.executeUpdate(messages.chooseDoor, { args: [{ ...head('door'), seats: [2] }] });
      await until((state) => proofOf(state, 2) === 'check-at-door');
    },
  },

  cancelled: {
    async play(scene) {
      await deposit(scene);
      await scene.handle.executeUpdate(messages.cancel, { args: [scene.head('cancel')] });
      await scene.handle.executeUpdate(messages.recordRefund, { args: [scene.head('refund')] });
      await scene.handle.result();
    },
  },

  'cancelled-while-the-tickets-are-on-their-way': {
    async play(scene) {
      const { handle, head, until, keepOnItsWay } = scene;
      const arrive = keepOnItsWay();
      await handle.executeUpdate(messages.chooseDoor, { args: [{ ...head('door'), seats: [2, 3] }] });
      await handle.executeUpdate(messages.cancel, { args: [head('cancel')] });
      arrive();
      await until((state) => state.cancelledOnTheWay === undefined);
      await handle.executeUpdate(messages.recordRefund, { args: [head('refund')] });
      await handle.result();
    },
  },

  'cancelled-in-temporal': {
    async play({ handle, head, until }) {
      await until((state) => state.seq > 0);
      await handle.cancel();
      await until((state) => state.cancelled);
      await handle.executeUpdate(messages.recordRefund, { args: [head('refund')] });
      await handle.result();
    },
  },

  'resumed-under-review': {
    recorded: underReview,
    async play(scene) {
      await decide(scene, 'decide', approve);
      await scene.until(allSent);
    },
  },

  'resumed-before-it-heard-of-its-tickets': {
    recorded: released,
    async play(scene) {
      await scene.until(allSent);
    },
  },

  'money-for-seats-that-were-sold': {
    paid: () => ({ payment: 'refund-due' }),
    async play({ handle, head, until }) {
      await until((state) => state.seq > 0);
      await handle.executeUpdate(messages.recordRefund, { args: [head('refund')] });
      await handle.result();
    },
  },
};

function underReview(paid: OrderState): OrderState {
  const { state } = apply(paid, { kind: 'started', at: paid.paidAt });
  const command = { command: 'deposit', by: CUSTOMER, door: 'customer-area', seats: [2, 3], at: paid.paidAt } as const;
  return apply(state, { kind: 'proof-deposited', ...command }).state;
}

/** The letter with its tickets had left, or its host had refused it, when Temporal was lost. */
function released(paid: OrderState): OrderState {
  const state = underReview(paid);
  const command = { command: 'decide', by: { role: 'reviewer', id: 1 }, door: 'desk', at: paid.paidAt } as const;
  const ready = apply(state, { kind: 'decided', ...command, answers: [approve] }).state;
  return apply(ready, { kind: 'timer', timer: 'settle', at: paid.paidAt + QUICK.undoMs }).state;
}

/** Seconds instead of minutes. */
export const QUICK: PaidOrder['policy'] = {
  ...{ proofsOnline: true, deadlineMs: DAY },
  ...{ undoMs: 1000, gatherMs: 300, deadlineOutcome: 'check-at-door', fullPriceAtOnce: false, doorAllowed: true },
  nudgeAfterMs: DAY,
};
