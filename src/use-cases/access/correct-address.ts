import { maySendTicketsAgain } from '../../domain/order/given-up';
import { lostTickets, stillToBeSaid } from '../../domain/order/still-to-be-said';
import type { OrderView } from '../../domain/order-view';
import { reachesAnInbox, readMailAddress } from '../../domain/mail-address';
import { Refusal } from '../../domain/refusal';
import type { Clock } from '../../ports/clock';
import type { CommandHead } from '../../ports/order-runs';
import type { Orders } from '../../ports/orders';
import type { Attempts } from '../../ports/staff';
import type { VenueSettings } from '../../ports/settings/venue-settings';
import type { ChangeOrder } from '../change-order';
import type { SendLetter } from '../letters/send-letter';
import { sendNewLink, type NewLink } from './new-link-letter';

interface Needs {
  readonly orders: Pick<Orders, 'view' | 'renewLink'>;
  readonly venueSettings: Pick<VenueSettings, 'inboxes'>;
  readonly attempts: Pick<Attempts, 'count'>;
  readonly sendLetter: SendLetter;
  readonly changeOrder: Pick<ChangeOrder, 'sendTicketsAgain'>;
  readonly clock: Clock;
  /** The sweep sends what could not leave now. */
  readonly warn: (what: string, fault: unknown) => void;
}

/** Nobody fills strangers' mailboxes through an order of their own. */
const PER_ORDER = { max: 5, windowSeconds: 86_400 };

/** The link before may lie in a stranger's mailbox. */
export type CorrectAddress = (order: string, correction: CommandHead & { readonly email: string }) => Promise<NewLink>;

/**
 * The mail address of an order is put right: a letter with a new link leaves to it, and the links sent before open nothing any more.
 * What had reached nobody, and still is so, leaves to it too.
 */
export function createCorrectAddress(needs: Needs): CorrectAddress {
  const { orders, venueSettings, attempts, clock } = needs;
  return async (reference, { email: typed, ...head }) => {
    const email = readMailAddress(typed);
    if (email === undefined) throw new Refusal('input-invalid', 'Not one plain e-mail address.', { field: 'email' });
    const at = clock.now();
    const view = await orders.view(reference);
    if (!view) throw new Refusal('order-not-found', `No order ${reference}.`);
    if (view.performance.endsAt <= at) throw new Refusal('order-over', `The performance of ${reference} is over.`);
    if (reachesAnInbox(email, await venueSettings.inboxes()))
      throw new Refusal('address-of-the-house', 'The customer gave the address of an inbox.', { field: 'email' });
    if (email === view.customer.email) return { version: view.linkVersion, letter: 'unneeded' };
    await attempts.count('correct-address', reference, { ...PER_ORDER, now: at });
    const { version, letter, again } = await orders.renewLink(reference, { ...head, at, email, again: stillToBeSaid(view, at) });
    const sent = await sendNewLink(letter, needs);
    for (const key of again) await sendNewLink(key, needs);
    if ((lostTickets(view) || view.customer.email === undefined) && maySendTicketsAgain(view, at)) await sendTickets(view, head, needs);
    return { version, letter: sent };
  };
}

/** The address is right whether or not they leave now: the desk can send them as well. */
async function sendTickets({ reference }: OrderView, head: CommandHead, { changeOrder, warn }: Needs): Promise<void> {
  try {
    await changeOrder.sendTicketsAgain(reference, { ...head, command: `${head.command}-tickets`, addressCorrected: true });
  } catch (fault) {
    warn('tickets that had reached nobody, not sent to the corrected address', fault);
  }
}
