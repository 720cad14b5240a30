import type { Role } from '../../ports/staff';
import type { Obeyed as Done } from '../../ports/order-runs';
import { COUNTER } from '../../domain/sale/channel';
import type { Site } from '../visit';
import { commandHead } from '../api/command-head';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { Answer, Obeyed, Revocation } from './command-schemas';
import { namingMember } from './member-at-fault';
import { OfOrder, OfSeat, Ours } from '../api/fields';
import { saying } from '../words/field-faults';
import { z } from '../api/zod';

const TAG = 'Orders';
const DECIDES = ['reviewer', 'admin'] as const;
const CASH = ['cashier', 'admin'] as const;
const EVERY_ROLE = ['reviewer', 'cashier', 'admin'] as const;

const Decisions = z
  .strictObject({
    answers: z.array(Answer).min(1).max(50),
    review: Ours.optional().openapi({ description: 'The review that is answered: refused when newer proofs have come since.' }),
    proofs: z
      .array(z.string().max(40))
      .max(100)
      .optional()
      .openapi({ description: 'The ids of the proofs that were looked at: refused when a seat that is judged has others by now.' }),
  })
  .superRefine(({ answers }, context) => {
    const named = answers.flatMap(({ seats }, answer) => (seats === 'all' ? [] : seats.map((seat, index) => ({ seat, path: ['answers', answer, 'seats', index] })))); // prettier-ignore
    for (const [index, { seat, path }] of named.entries())
      if (named.findIndex((one) => one.seat === seat) < index)
        context.addIssue({
          code: 'custom',
          path,
          ...saying(`La place ${seat} est déjà dans cet envoi.`, `Seat ${seat} is in this request already.`),
        });
  })
  .openapi('Decisions');

/** What changes an order. Each returns when its story has recorded it; the same Idempotency-Key is obeyed once. */
export function commandRoutes({ needs }: Site): readonly ApiRoute[] {
  const { decisions, changeOrder } = needs.deeds;
  const head = commandHead(needs.secrets);
  const decide = keyRoute(
    {
      ...sketch('/orders/{reference}/decisions', 'Decide about seats', DECIDES),
      body: Decisions,
      refuses: ['order-not-found', 'seat-not-found', 'already-decided', 'not-allowed-now', 'review-superseded', 'review-not-found', 'proof-not-seen', 'reason-needed', 'note-needed', 'companion-without-holder', 'order-over'], // prettier-ignore
    },
    async (call) => {
      const command = head(call);
      const { proofs: shown, ...answer } = call.body;
      const deed = () => decisions.decide(call.params.reference, { ...command, ...answer, shown });
      return told(command.command, await namingMember(answer, deed));
    },
  );

  const revoke = keyRoute(
    {
      ...sketch('/orders/{reference}/seats/{seat}/revocation', 'Revoke an accepted proof: the ticket is cancelled', ['admin']),
      params: OfSeat,
      body: Revocation,
      refuses: ['order-not-found', 'seat-not-found', 'already-entered', 'not-allowed-now', 'order-over'],
    },
    async (call) => {
      const command = head(call);
      return told(command.command, await decisions.revoke(call.params.reference, { ...command, ...call.body, seat: call.params.seat }));
    },
  );

  const refund = keyRoute(
    {
      ...sketch('/orders/{reference}/refund', 'Record that the money was given back', CASH),
      body: z
        .strictObject({
          payment: Ours.optional().openapi({
            description:
              'The id of one payment of this order that is too many; any other is refused. Without it: all that is owed for the seats of the order.',
          }),
        })
        .openapi('Refund'),
      refuses: ['order-not-found', 'payment-unknown', 'refund-not-due', 'already-refunded', 'order-over'],
    },
    async (call) => {
      const command = head(call);
      return told(command.command, await changeOrder.recordRefund(call.params.reference, { ...command, ...call.body }));
    },
  );

  const InTheTill = z
    .strictObject({
      operator: z.string().min(1).max(40).openapi({ description: 'The till operator.', example: 'GUICHET' }),
      channel: z.string().min(1).max(40).default(COUNTER).openapi({ description: 'A sales channel that is not online.' }),
      method: z.string().min(1).max(40).openapi({ description: 'A payment method that no provider collects.', example: 'ESPECES' }),
    })
    .openapi('DifferenceTaken');
  const take = keyRoute(
    {
      ...sketch('/orders/{reference}/seats/{seat}/difference', 'The difference to the full tariff of a seat is in the till', CASH),
      params: OfSeat,
      body: InTheTill,
      refuses: ['order-not-found', 'seat-not-found', 'no-difference', 'difference-settled', 'already-entered', 'not-allowed-now', 'till-operator-not-found', 'sales-channel-not-found', 'payment-method-not-found', 'already-cancelled', 'already-refunded', 'order-over'], // prettier-ignore
    },
    async (call) => {
      const command = head(call);
      const { reference, seat } = call.params;
      return told(command.command, await changeOrder.takeDifference(reference, { ...command, ...call.body, seat }));
    },
  );

  const giveBack = keyRoute(
    {
      ...sketch('/orders/{reference}/seats/{seat}/difference/return', 'A slip at the counter: the difference was given back', CASH),
      params: OfSeat,
      refuses: ['order-not-found', 'seat-not-found', 'already-entered', 'too-late-to-give-back', 'not-allowed-now', 'already-cancelled', 'already-refunded', 'order-over'], // prettier-ignore
    },
    async (call) => {
      const command = head(call);
      const { reference, seat } = call.params;
      return told(command.command, await changeOrder.giveDifferenceBack(reference, { ...command, seat }));
    },
  );

  const plain = (
    [
      ['/orders/{reference}/undo', 'Take the last decision back', DECIDES, 'undo'],
      ['/orders/{reference}/cancellation', 'Cancel the order: its tickets are void, its money is owed', CASH, 'cancel'],
      ['/orders/{reference}/tickets/resend', 'Send the tickets again', EVERY_ROLE, 'sendTicketsAgain'],
    ] as const
  ).map(([path, summary, roles, deed]) =>
    keyRoute(
      {
        ...sketch(path, summary, roles),
        refuses: [...(deed === 'cancel' ? ['already-entered' as const] : []), 'order-not-found', 'nothing-to-undo', 'too-late-to-undo', 'no-ticket-yet', 'no-address', 'not-allowed-now', 'already-cancelled', 'already-refunded', 'order-over'], // prettier-ignore
      },
      async (call) => {
        const command = head(call);
        return told(command.command, await changeOrder[deed](call.params.reference, command));
      },
    ),
  );
  return [decide, revoke, refund, take, giveBack, ...plain];
}

function sketch(path: string, summary: string, roles: readonly Role[]) {
  return { method: 'post', path, summary, roles, tag: TAG, says: 'Recorded', idempotent: true, params: OfOrder, response: Obeyed } as const;
}

function told(command: string, { seq, late }: Done): z.input<typeof Obeyed> {
  return { command, seq, late: [...late] };
}
