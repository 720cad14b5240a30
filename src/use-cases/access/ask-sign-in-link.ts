import { isSameAddress } from '../../domain/mail-address';
import { readReference } from '../../domain/sale/reference';
import type { OrderView } from '../../domain/order-view';
import type { Clock } from '../../ports/clock';
import type { Letters } from '../../ports/mail/letters';
import type { Orders } from '../../ports/orders';
import type { Secrets } from '../../ports/secrets';
import type { SignInLinks } from '../../ports/sign-in-links';
import type { Attempts } from '../../ports/staff';
import type { SendLetter } from '../letters/send-letter';

interface Needs {
  readonly orders: Pick<Orders, 'view' | 'upcomingOf'>;
  readonly letters: Pick<Letters, 'write'>;
  readonly links: SignInLinks;
  readonly attempts: Attempts;
  readonly secrets: Pick<Secrets, 'hash' | 'signInLink'>;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly sendLetter: SendLetter;
  /** The sweep sends what could not leave now. */
  readonly warn: (what: string, fault: unknown) => void;
}

interface LinkAsked {
  /** As typed; empty when the letter that has it is lost: then the address alone is asked. */
  readonly reference: string;
  readonly email: string;
  /** Where the request comes from, hashed. */
  readonly who: string;
}

/** Says nothing back: whoever asks cannot learn whether the order, or the address, exists. */
export type AskSignInLink = (asked: LinkAsked) => Promise<void>;

const QUARTER_OF_AN_HOUR = 15 * 60_000;
const BY_PLACE = { max: 20, windowSeconds: 600 };
const HOUR = 3_600_000;
const MOST_ORDERS = 5;
/** The pause after each letter that nobody has used doubles, and stays shorter than a link is good for. */
const LONGEST_PAUSE = 8 * 60_000;

export function createAskSignInLink({ orders, letters, links, attempts, secrets, clock, newId, sendLetter, warn }: Needs): AskSignInLink {
  return async (asked) => {
    const now = clock.now();
    await attempts.count('ask-link', asked.who, { ...BY_PLACE, now });
    for (const view of await ordersAsked(asked, now)) {
      const theirs = isTheirs(view, asked.email) && view.performance.endsAt > now;
      if (theirs && !(await hasJustLeft(view.reference, now))) await sendLink(view, now);
    }
  };

  async function ordersAsked({ reference, email }: LinkAsked, now: string): Promise<readonly OrderView[]> {
    const typed = readReference(reference);
    if (typed === undefined && reference.trim() !== '') return [];
    const found = typed === undefined ? await orders.upcomingOf(email.trim(), { now, limit: MOST_ORDERS }) : [typed];
    const views = await Promise.all(found.map((one) => orders.view(one)));
    return views.filter((view) => view !== undefined);
  }

  async function sendLink({ reference, language, customer: { email: to } }: OrderView, now: string): Promise<void> {
    if (to === undefined) return;
    const request = newId();
    const expiresAt = new Date(Date.parse(now) + QUARTER_OF_AN_HOUR).toISOString();
    await links.add({ hash: secrets.hash(secrets.signInLink(request)), order: reference, expiresAt });
    const letter = {
      kind: 'sign-in-link',
      order: reference,
      about: { command: request },
      language,
      to,
      at: now,
    } as const;
    const key = await letters.write(letter);
    // Not awaited: the time of the answer would tell that there was something to send.
    sendLetter(key).catch((fault: unknown) => warn('sign-in link to be sent by the sweep', fault));
  }

  /**
   * A link that nobody has used yet is in their mailbox already, good for minutes more: whoever asks again and again fills
   * no mailbox, and keeps nobody out.
   */
  async function hasJustLeft(order: string, now: string): Promise<boolean> {
    const ends = await links.unused(order, new Date(Date.parse(now) - HOUR).toISOString());
    const [last] = ends;
    if (last === undefined) return false;
    const pause = Math.min(LONGEST_PAUSE, 30_000 * 2 ** ends.length);
    return Date.parse(now) < Date.parse(last) - QUARTER_OF_AN_HOUR + pause;
  }
}

function isTheirs(view: OrderView, email: string): boolean {
  return view.customer.email !== undefined && isSameAddress(view.customer.email, email);
}
