import { DAY, HOUR } from '../../../src/domain/time';
import * as fc from 'fast-check';
import { apply } from '../../../src/domain/order/apply';
import { EXITS, letsATicketOut } from '../../../src/domain/order/can';
import type { Outcome } from '../../../src/domain/order/effect';
import type { OrderEvent } from '../../../src/domain/order/event';
import { storyOf } from '../../../src/domain/order/start';
import type { OrderState, ProofState } from '../../../src/domain/order/state';
import { isOver, nextTimer } from '../../../src/domain/order/timers';
import { REASONS } from '../../../src/domain/decision/reason';
import { Refusal } from '../../../src/domain/refusal';
import { DEADLINE_OUTCOMES, DEFAULT_POLICY, POLICY_LIMITS } from '../../../src/domain/venue-policy';
import { PAID, PERFORMANCE_AT } from './a-story';

const seat = fc.integer({ min: 1, max: 5 });
const seats = fc.uniqueArray(seat, { minLength: 1, maxLength: 3 });
const answer = fc.record({
  seats: fc.oneof(fc.constant('all' as const), seats),
  kind: fc.constantFrom('approve', 'refuse', 'more-info', 'check-at-door'),
  reason: fc.option(fc.constantFrom(...REASONS), { nil: undefined }),
  noteRef: fc.option(fc.constant('note'), { nil: undefined }),
});

type Step = { readonly wait: number; readonly say: Record<string, unknown> & { readonly kind: string } };

const say: fc.Arbitrary<Step['say']> = fc.oneof(
  fc.record({ kind: fc.constant('proof-deposited'), seats }),
  fc.record({ kind: fc.constant('proof-withdrawn'), seat }),
  fc.record({
    kind: fc.constant('decided'),
    answers: fc.array(answer, { minLength: 1, maxLength: 2 }),
    review: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('undone') }),
  fc.record({ kind: fc.constant('door-chosen'), seats }),
  fc.record({ kind: fc.constant('revoked'), seat, reason: fc.constantFrom(...REASONS), noteRef: fc.constant('note') }),
  fc.record({ kind: fc.constant('cancelled') }),
  fc.record({ kind: fc.constant('refund-recorded') }),
  fc.record({ kind: fc.constant('tickets-asked-again') }),
  fc.record({
    kind: fc.constant('payment-received'),
    payment: fc.integer({ min: 1, max: 9 }),
    upgradeOf: fc.option(seat, { nil: undefined }),
    checkedAtDoor: fc.boolean(),
    underReview: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('difference-taken'), seat, method: fc.constant('ESPECES') }),
  fc.record({ kind: fc.constant('difference-given-back'), seat }),
  fc.record({ kind: fc.constant('dispatched'), release: fc.integer({ min: 1, max: 3 }), failed: fc.boolean(), told: fc.nat(9) }),
);

// Mostly close together, so that undo windows matter; sometimes days apart.
const step: fc.Arbitrary<Step> = fc.record({
  wait: fc.oneof(fc.integer({ min: 0, max: HOUR }), fc.integer({ min: 0, max: 3 * DAY })),
  say,
});

const order = fc.record({
  paidAt: fc.integer({ min: PERFORMANCE_AT - 40 * DAY, max: PERFORMANCE_AT - 60_000 }),
  policy: fc.record({
    proofsOnline: fc.boolean(),
    deadlineMs: fc.constantFrom(DEFAULT_POLICY.deadlineMs, POLICY_LIMITS.deadlineMs.least, POLICY_LIMITS.deadlineMs.most),
    undoMs: fc.constantFrom(0, DEFAULT_POLICY.undoMs),
    gatherMs: fc.constantFrom(0, DEFAULT_POLICY.gatherMs),
    deadlineOutcome: fc.constantFrom(...DEADLINE_OUTCOMES),
    fullPriceAtOnce: fc.boolean(),
    doorAllowed: fc.boolean(),
    nudgeAfterMs: fc.constant(DAY),
  }),
  payment: fc.constantFrom('paid', 'paid', 'paid', 'refund-due'),
  seats: fc
    .array(fc.record({ needsProof: fc.boolean(), companionship: fc.constantFrom(undefined, undefined, 'holder', 'companion') }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((all) => all.map((one, index) => ({ ...one, no: index + 1 }))),
});

type Watch = (before: OrderState, event: OrderEvent, outcome: Outcome) => void;

/** Plays any order with any commands, time firing its timers in between, then lets time alone finish it. */
function playOut(paid: { readonly payment: string } & Record<string, unknown>, steps: readonly Step[], watch: Watch): OrderState {
  let state = storyOf({ ...PAID, ...paid } as Parameters<typeof storyOf>[0]);
  let now = state.paidAt;
  const tell = (event: OrderEvent) => {
    const outcome = apply(state, event);
    watch(state, event, outcome);
    state = outcome.state;
  };
  const fire = (until: number) => {
    for (let timer = nextTimer(state); timer && timer.at <= until; timer = nextTimer(state)) {
      now = Math.max(now, timer.at);
      tell({ kind: 'timer', timer: timer.kind, at: now });
    }
    now = Math.max(now, until);
  };
  tell({ kind: 'started', at: now });
  for (const [index, one] of steps.entries()) {
    fire(now + one.wait);
    const head = { at: now, command: `c${index}`, by: { role: 'reviewer', id: 1 }, door: 'mail' };
    try {
      tell({ ...head, ...one.say } as unknown as OrderEvent);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
    }
  }
  fire(Infinity);
  return state;
}

const check = (property: fc.IProperty<unknown>) => fc.assert(property as fc.IProperty<[unknown, unknown]>, { numRuns: 1500 });

test('no ticket leaves for a seat that needed a proof and was not approved, upgraded or sent to the door', () => {
  check(
    fc.property(order, fc.array(step, { maxLength: 25 }), (paid, steps) => {
      const out = new Set<number>();
      playOut(paid, steps, (_before, _event, { state, effects }) => {
        for (const effect of effects) {
          if (effect.kind === 'void') effect.seats.forEach((no) => out.delete(no));
          if (effect.kind !== 'release') continue;
          for (const no of effect.seats) {
            const released = state.seats.find((one) => one.no === no);
            if (!released || !letsATicketOut(released) || state.cancelled) throw new Error(`seat ${no} left as ${released?.proof}`);
            if (paid.seats[no - 1]?.needsProof && released.proof === 'not-required') throw new Error(`seat ${no} lost its proof`);
            if (state.settling.some((one) => one.seats.some((entry) => entry.seat === no)))
              throw new Error(`seat ${no} left inside the undo window`);
            if (out.has(no)) throw new Error(`seat ${no} left twice`);
            out.add(no);
          }
        }
      });
    }),
  );
});

test('a seat goes only where its state leads, and an undo only back', () => {
  check(
    fc.property(order, fc.array(step, { maxLength: 25 }), (paid, steps) => {
      playOut(paid, steps, (before, event, { state }) => {
        for (const after of state.seats) {
          const was = before.seats.find((one) => one.no === after.no)?.proof;
          if (was === undefined || was === after.proof || event.kind === 'undone') continue;
          // `expired` is only passed through, so two steps of the table may be one change.
          const exits: readonly ProofState[] = EXITS[was];
          const reached =
            exits.includes(after.proof) || (exits.includes('expired') && (EXITS.expired as readonly ProofState[]).includes(after.proof));
          if (!reached) throw new Error(`${was} -> ${after.proof} by ${event.kind}`);
        }
      });
    }),
  );
});

test('no event is lost: each one obeyed has the next sequence number, and its command is remembered', () => {
  check(
    fc.property(order, fc.array(step, { maxLength: 25 }), (paid, steps) => {
      playOut(paid, steps, (before, event, { state }) => {
        if (state.seq !== before.seq + 1) throw new Error('a sequence number was skipped');
        if ('command' in event && !state.seen.includes(event.command)) throw new Error('a command was forgotten');
        const again = 'command' in event ? apply(state, event) : undefined;
        if (again && (again.state !== state || again.effects.length > 0)) throw new Error('obeyed twice');
      });
    }),
  );
});

test('every order reaches an end by time alone, and every seat with it', () => {
  const ends: readonly ProofState[] = ['not-required', 'approved', 'upgraded', 'check-at-door', 'refunded'];
  check(
    fc.property(order, fc.array(step, { maxLength: 25 }), (paid, steps) => {
      const state = playOut(paid, steps, () => undefined);
      if (!isOver(state)) throw new Error('no end');
      for (const one of state.seats) if (!ends.includes(one.proof)) throw new Error(`seat ${one.no} ends ${one.proof}`);
    }),
  );
});

test('nothing is obeyed before the story has started, and it starts once', () => {
  check(
    fc.property(order, step, (paid, { say: said }) => {
      const unstarted = storyOf({ ...PAID, ...paid });
      const event = { at: unstarted.paidAt, command: 'c', by: { role: 'reviewer', id: 1 }, door: 'mail', ...said } as unknown as OrderEvent;
      const { state } = apply(unstarted, { kind: 'started', at: unstarted.paidAt });
      for (const early of [() => apply(unstarted, event), () => apply(state, { kind: 'started', at: state.paidAt })]) {
        try {
          early();
        } catch (refusal) {
          if (refusal instanceof Refusal) continue;
          throw refusal;
        }
        throw new Error('it was obeyed');
      }
    }),
  );
});
