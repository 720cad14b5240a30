import { reachesInbox, readMailAddress } from '../../domain/mail-address';
import { Refusal } from '../../domain/refusal';
import type { Clock } from '../../ports/clock';
import type { CommandHead } from '../../ports/order-runs';
import type { Orders } from '../../ports/orders';
import type { Attempts } from '../../ports/staff';
import type { SendLetter } from '../letters/send-letter';

interface Needs {
  readonly orders: Pick<Orders, 'view' | 'renewLink'>;
  readonly attempts: Pick<Attempts, 'count'>;
  readonly sendLetter: SendLetter;
  readonly clock: Clock;
  /** The sweep sends what could not leave now. */
  readonly warn: (what: string, fault: unknown) => void;
}

/** Nobody fills strangers' mailboxes through an order of their own. */
const PER_ORDER = { max: 5, windowSeconds: 86_400 };

/** `version` is that of the link that opens the order now: the one before may lie in a stranger's mailbox. */
export type CorrectAddress = (order: string, correction: CommandHead & { readonly email: string }) => Promise<{ readonly version: number }>;

/** The mail address of an order is put right: a letter with a new link leaves to it, and the links sent before open nothing any more. */
export function createCorrectAddress({ orders, attempts, sendLetter, clock, warn }: Needs): CorrectAddress {
  return async (reference, { email: typed, command, by, door }) => {
    const email = readMailAddress(typed);
    if (email === undefined) throw new Refusal('input-invalid', 'Not one plain e-mail address.', { field: 'email' });
    const at = clock.now();
    const view = await orders.view(reference);
    if (!view) throw new Refusal('order-not-found', `No order ${reference}.`);
    if (view.performance.endsAt <= at) throw new Refusal('order-over', `The performance of ${reference} is over.`);
    if (reachesInbox(email, view.venue.inboxAddress))
      throw new Refusal('address-of-the-house', 'The customer gave the address of the inbox.');
    if (email === view.customer.email) return { version: view.linkVersion };
    await attempts.count('correct-address', reference, { ...PER_ORDER, now: at });
    const { version, letter } = await orders.renewLink(reference, { command, by, door, at, email });
    await sendLetter(letter).catch((fault: unknown) => warn('a new link to be sent by the sweep', fault));
    return { version };
  };
}
