import type { SeatNo } from '../domain/decision/decision';
import type { OrderView } from '../domain/order-view';
import type { LetterFacts } from '../ports/mail/letters';
import type { Secrets } from '../ports/secrets';
import type { Verdict } from './reply-address';
import { replyAddress, replyToken } from './reply-address';

/** What the customer comes for; the page may jump there. */
interface CustomerGoal {
  readonly for: 'proofs' | 'payment' | 'door' | 'tickets';
  readonly seat?: SeatNo | undefined;
}

/** Addresses of our pages, from the root. The web knows them; the mailer is told. */
export interface LetterPaths {
  /** The customer area of one order, opened by the customer's own secret. */
  readonly customer: (secret: string, goal: CustomerGoal) => string;
  readonly signIn: (secret: string) => string;
  /** The customer area of one order, for who has signed in. */
  readonly order: (reference: string) => string;
  /** Where somebody of the venue chooses a password. */
  readonly invitation: (secret: string) => string;
  /** Their own account, behind the staff's own sign-in. */
  readonly account: () => string;
  /** One order at the desk, behind the staff's own sign-in. */
  readonly desk: (reference: string) => string;
  /** The same, its seats and its money: open to cashiers too. */
  readonly deskOrder: (reference: string) => string;
  /** Mails that a person must look at. */
  readonly deskMails: () => string;
  /** What becomes of personal data, and how to object. */
  readonly rights: () => string;
  /** The terms on which the seats of this venue are sold. */
  readonly terms: (venue: number) => string;
}

export interface LetterLinks {
  readonly customer: (goal: CustomerGoal) => string;
  readonly signIn: () => string;
  readonly invitation: () => string;
  readonly account: () => string;
  readonly desk: () => string;
  readonly deskOrder: () => string;
  readonly deskMails: () => string;
  readonly rights: () => string;
  readonly terms: () => string;
  /** A mail already addressed; only letters to one reviewer about one review have it. */
  readonly verdict: (verdict: Verdict, subject: string) => string;
  /** Whether a reply to this letter brings a secret back. */
  readonly answerable: boolean;
}

export interface LinkSources {
  readonly publicUrl: string;
  readonly paths: LetterPaths;
  readonly secrets: Pick<Secrets, 'reviewerToken' | 'customerLink' | 'signInLink' | 'staffInvitation' | 'hash'>;
}

export function linksOf(facts: LetterFacts, { publicUrl, paths, secrets }: LinkSources): LetterLinks {
  const page = (path: string) => `${publicUrl}${path}`;
  const token = replyToken(facts, secrets);
  return {
    customer: (goal) => {
      const { reference, linkVersion } = required(facts.order, 'order');
      return page(paths.customer(secrets.customerLink({ order: reference, version: linkVersion }), goal));
    },
    signIn: () => page(paths.signIn(secrets.signInLink(required(facts.request, 'request')))),
    invitation: () => page(paths.invitation(secrets.staffInvitation(required(facts.request, 'request')))),
    account: () => page(paths.account()),
    desk: () => page(paths.desk(required(facts.order, 'order').reference)),
    deskOrder: () => page(paths.deskOrder(required(facts.order, 'order').reference)),
    deskMails: () => page(paths.deskMails()),
    rights: () => page(paths.rights()),
    terms: () => page(paths.terms(required(facts.order, 'order').venue.id)),
    verdict: (verdict, subject) => {
      const address = replyAddress(inboxOf(required(facts.order, 'order')), required(token, 'reviewer'), verdict);
      return `mailto:${address}?subject=${encodeURIComponent(subject)}`;
    },
    answerable: token !== undefined,
  };
}

/** For a letter that somebody else keeps a copy of: nothing in it opens the customer's own pages. */
export function withoutSecrets(links: LetterLinks): LetterLinks {
  return { ...links, customer: links.deskOrder, signIn: links.deskOrder };
}

function inboxOf(order: OrderView): string {
  return order.venue.inboxAddress;
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new TypeError(`This letter has no ${what}.`);
  return value;
}
