import type { OrderView } from '../../domain/order-view';
import { Refusal } from '../../domain/refusal';
import type { Clock } from '../../ports/clock';
import type { Orders } from '../../ports/orders';
import type { Secrets } from '../../ports/secrets';
import type { SignInLinks } from '../../ports/sign-in-links';
import type { Attempts } from '../../ports/staff';

/** What a browser is let in to. */
export interface OpenedOrder {
  readonly reference: string;
  readonly linkVersion: number;
}

/** `who` is where the try comes from, hashed. */
export type OpenCustomerLink = (secret: string, who: string) => Promise<OpenedOrder>;
export type OpenSignInLink = OpenCustomerLink;

interface Needs {
  readonly orders: Pick<Orders, 'view' | 'byLinkHash'>;
  readonly attempts: Attempts;
  readonly secrets: Pick<Secrets, 'hash'>;
  readonly clock: Clock;
}

/** The link that every letter carries: good until the performance is over, or until another replaces it. */
export function createOpenCustomerLink({ orders, attempts, secrets, clock }: Needs): OpenCustomerLink {
  return async (secret, who) => {
    const order = await orders.byLinkHash(secrets.hash(secret));
    return openOrder(order, { orders, attempts, clock, who });
  };
}

/** The link asked for on the page: a quarter of an hour, once. */
export function createOpenSignInLink({ orders, attempts, secrets, clock, links }: Needs & { readonly links: SignInLinks }): OpenSignInLink {
  return async (secret, who) => {
    const order = await links.use(secrets.hash(secret), clock.now());
    return openOrder(order, { orders, attempts, clock, who });
  };
}

const GUESSES = { max: 30, windowSeconds: 600 };

async function openOrder(
  reference: string | undefined,
  { orders, attempts, clock, who }: Omit<Needs, 'secrets'> & { readonly who: string },
): Promise<OpenedOrder> {
  const view = reference === undefined ? undefined : await orders.view(reference);
  if (!view || isPast(view, clock.now())) {
    await attempts.count('link', who, { ...GUESSES, now: clock.now() });
    throw new Refusal('link-expired', 'A link that opens nothing, or no longer.');
  }
  return { reference: view.reference, linkVersion: view.linkVersion };
}

function isPast(view: OrderView, now: string): boolean {
  return view.performance.endsAt <= now;
}
