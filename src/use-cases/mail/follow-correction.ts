import { SYSTEM } from '../../domain/actor';
import { bringsTickets } from '../../domain/letter';
import { maySendTicketsAgain } from '../../domain/order/given-up';
import { isStillToBeSaid } from '../../domain/order/still-to-be-said';
import { Refusal } from '../../domain/refusal';
import type { Clock } from '../../ports/clock';
import type { LateBounce } from '../../ports/mail/inbound-mail';
import type { Letters } from '../../ports/mail/letters';
import type { Orders } from '../../ports/orders';
import type { ChangeOrder } from '../change-order';

interface Needs {
  readonly orders: Pick<Orders, 'view'>;
  readonly letters: Pick<Letters, 'write'>;
  readonly changeOrder: Pick<ChangeOrder, 'sendTicketsAgain'>;
  readonly clock: Clock;
}

/** Gives the key of the letter that is to leave; what the story writes leaves by itself. */
export type FollowCorrection = (late: LateBounce) => Promise<string | undefined>;

/**
 * A letter that had left for a wrong address comes back when that has been put right: what of it still holds leaves for the address of
 * now, once for each correction. Run again after a cut, it does nothing twice.
 */
export function createFollowCorrection({ orders, letters, changeOrder, clock }: Needs): FollowCorrection {
  return async ({ letter, correctedAt }) => {
    const view = await orders.view(letter.order);
    const to = view?.customer.email;
    if (!view || to === undefined) return undefined;
    const at = clock.now();
    const command = `late-bounce-${Date.parse(correctedAt)}`;
    if (bringsTickets(letter.kind)) return maySendTicketsAgain(view, at) ? tickets(letter.order, command) : undefined;
    if (!isStillToBeSaid(letter.kind, view, at)) return undefined;
    return letters.write({ ...letter, about: { ...letter.about, again: command }, language: view.language, to, at });
  };

  /** The story knows what of them may leave. */
  async function tickets(order: string, command: string): Promise<undefined> {
    try {
      await changeOrder.sendTicketsAgain(order, { command, by: SYSTEM, door: 'system', addressCorrected: true });
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
    }
    return undefined;
  }
}
