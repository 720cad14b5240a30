import { ApplicationFailure, CancellationScope, condition, log, patched, setHandler } from '@temporalio/workflow';
import type { UpdateDefinition } from '@temporalio/common';
import { SYSTEM } from '../src/domain/actor';
import type { SeatNo } from '../src/domain/decision/decision';
import { leftForTheDifference } from '../src/domain/order/give-difference-back';
import type { OrderEvent } from '../src/domain/order/event';
import { numbersOf } from '../src/domain/order/seats';
import type { ProofState } from '../src/domain/order/state';
import type { Refusal } from '../src/domain/refusal';
import * as messages from './messages';
import type { Command, Obeyed } from './messages';
import { stopTickets } from './order-door';
import type { Story } from './order-story';

/** Everything that may be said to a running order. Handlers are set before the story's first wait. */
export function answerMessages(story: Story): void {
  onUpdate(story, messages.depositProof, (command) => ({ kind: 'proof-deposited', ...command }), {
    asObeyed: (event) => gathered(story, event),
  });
  onUpdate(story, messages.withdrawProof, (command) => ({ kind: 'proof-withdrawn', ...command }));
  onUpdate(story, messages.decide, (command) => ({ kind: 'decided', ...command }));
  onUpdate(story, messages.undo, (command) => ({ kind: 'undone', ...command }), { asObeyed: (event) => asked(story, event) });
  onUpdate(story, messages.chooseDoor, (command) => ({ kind: 'door-chosen', ...command }));
  onUpdate(story, messages.revoke, (command) => ({ kind: 'revoked', ...command }), { givesUp: ({ seat }) => [seat] });
  onUpdate(story, messages.cancel, (command) => ({ kind: 'cancelled', ...command }), { givesUp: () => numbersOf(story.state().seats) });
  onUpdate(story, messages.recordRefund, (command) => ({ kind: 'refund-recorded', ...command }));
  onUpdate(story, messages.takeDifference, (command) => ({ kind: 'difference-taken', ...command }));
  onUpdate(story, messages.giveDifferenceBack, (command) => ({ kind: 'difference-given-back', ...command }), {
    givesUp: ({ seat }) => (leftForTheDifference(story.state(), seat) ? [seat] : []),
  });
  onUpdate(story, messages.sendTicketsAgain, (command) => ({ kind: 'tickets-asked-again', ...command }));
  setHandler(messages.orderState, () => story.state());
  setHandler(messages.paymentReceived, ({ payment, upgradeOf }) => {
    const event = {
      kind: 'payment-received',
      at: Date.now(),
      command: `payment-${payment}`,
      by: SYSTEM,
      door: 'system',
      payment,
      upgradeOf,
      // Stories that an earlier release told owed such money at once; they go on as they began.
      ...(proofOf(story, upgradeOf) === 'check-at-door' && patched('difference-of-a-seat-at-the-door') && { checkedAtDoor: true }),
      ...(proofOf(story, upgradeOf) === 'under-review' && patched('difference-of-a-seat-under-review') && { underReview: true }),
    } as const;
    const refusal = story.refusalOf(event);
    // A signal can't be refused: the payment is already recorded as owed, and its sweep keeps it in sight.
    if (refusal) log.warn('payment after the story', { payment, code: refusal.code });
    else story.take(event);
  });
}

/** Whoever was asked already is not asked anew for each file; stories of an earlier release did so. */
function gathered(story: Story, event: OrderEvent): OrderEvent {
  const joins = event.kind === 'proof-deposited' && story.state().reviewsOpened > 0;
  return joins && patched('replaced-proofs-are-gathered') ? { ...event, gathered: true } : event;
}

/** An answer that was given before any reviewer was asked is taken back: a request is due; an earlier release took one for open. */
function asked(story: Story, event: OrderEvent): OrderEvent {
  const isFirst = event.kind === 'undone' && story.state().reviewsOpened === 0;
  return isFirst && patched('undone-before-the-first-request') ? { ...event, gathered: true } : event;
}

function proofOf(story: Story, seat: SeatNo | undefined): ProofState | undefined {
  return story.state().seats.find(({ no }) => no === seat)?.proof;
}

/** Without the instant, which is the story's own clock. */
type Said = OrderEvent extends infer Event ? (Event extends { readonly at: number } ? Omit<Event, 'at'> : never) : never;

interface Manner<C> {
  readonly asObeyed?: (event: OrderEvent) => OrderEvent;
  /** The seats that it gives up: the door is asked first. */
  readonly givesUp?: (command: C) => readonly SeatNo[];
}

/** An update is refused before it leaves a trace, or obeyed; it returns when its outcome is written. */
function onUpdate<C extends Command>(
  story: Story,
  definition: UpdateDefinition<Obeyed, [C]>,
  say: (command: C) => Said,
  { asObeyed = (event) => event, givesUp }: Manner<C> = {},
): void {
  const eventOf = (command: C): OrderEvent => ({ ...say(command), at: Date.now() });
  const refuse = (event: OrderEvent): void => throwIfAny(story.refusalOf(event));
  setHandler(
    definition,
    async (command: C): Promise<Obeyed> => {
      const event = eventOf(command);
      refuse(event);
      const givenUp = givesUp?.(command) ?? [];
      if (givenUp.length > 0 && !story.state().seen.includes(command.command)) {
        const { entered, allowAgain } = await stopTickets(story, givenUp, event.at);
        throwIfAny(entered);
        // Another command may have been obeyed meanwhile.
        const refusal = story.refusalOf(event);
        if (refusal) await allowAgain();
        throwIfAny(refusal);
      }
      const { late, state } = story.take(asObeyed(event));
      // « Cancel » in Temporal's UI ends the order, not what is said of it afterwards: that its money has left.
      await CancellationScope.nonCancellable(() => condition(() => story.recorded() >= state.seq));
      return { seq: state.seq, late };
    },
    { validator: (command: C) => refuse(eventOf(command)) },
  );
}

function throwIfAny(refusal: Refusal | undefined): void {
  if (refusal) throw ApplicationFailure.nonRetryable(refusal.message, messages.REFUSAL, refusal.code, refusal.detail);
}
