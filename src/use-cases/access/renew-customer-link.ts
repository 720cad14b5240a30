import { Refusal } from '../../domain/refusal';
import type { Clock } from '../../ports/clock';
import type { CommandHead } from '../../ports/order-runs';
import type { Orders } from '../../ports/orders';
import type { SendLetter } from '../letters/send-letter';
import { sendNewLink, type NewLink } from './new-link-letter';

interface Needs {
  readonly orders: Pick<Orders, 'view' | 'renewLink'>;
  readonly sendLetter: SendLetter;
  readonly clock: Clock;
  /** The sweep sends what could not leave now. */
  readonly warn: (what: string, fault: unknown) => void;
}

export type RenewCustomerLink = (order: string, command: CommandHead) => Promise<NewLink>;

/** The links of all letters before open nothing any more, nor do the browsers that they let in; a new one leaves. */
export function createRenewCustomerLink({ orders, sendLetter, clock, warn }: Needs): RenewCustomerLink {
  return async (reference, { command, by, door }) => {
    const at = clock.now();
    const view = await orders.view(reference);
    if (!view) throw new Refusal('order-not-found', `No order ${reference}.`);
    if (view.performance.endsAt <= at) throw new Refusal('order-over', `The performance of ${reference} is over.`);
    if (view.customer.email === undefined) throw new Refusal('no-address', `Nowhere to send a link of ${reference} to.`);
    const { version, letter } = await orders.renewLink(reference, { command, by, door, at });
    return { version, letter: await sendNewLink(letter, { sendLetter, warn }) };
  };
}
