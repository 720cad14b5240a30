import { isSameAddress } from '../mail-address';

/** What lies outside the house and a first order cannot do without. */
export const SERVICES = ['inbox', 'letters', 'stories', 'payment'] as const;
export type Service = (typeof SERVICES)[number];

/** `away`: no answer in time. `refused`: it does not let us in. The others: it answers, and lacks what we need of it. */
export type ServiceTrouble = 'away' | 'refused' | 'no-namespace' | 'no-search-attributes';

/** How a service answered when it was last asked, by whoever can reach it. */
export interface ServiceCheck {
  readonly service: Service;
  readonly outcome: 'ok' | ServiceTrouble;
  readonly at: string;
  /** When it last answered well. */
  readonly okAt?: string | undefined;
  /** Of the inbox: the mailbox that is read. */
  readonly mailbox?: string | undefined;
}

/** An answer holds so long: whoever asks, asks every minute. */
const FRESH_MS = 5 * 60_000;

/** `never`: nobody has asked yet. `stale`: nobody asks any more, so nobody knows. `undefined`: it answers. */
export function troubleOf(checks: readonly ServiceCheck[], service: Service, now: string): ServiceTrouble | 'never' | 'stale' | undefined {
  const check = checks.find((one) => one.service === service);
  if (!check) return 'never';
  if (Date.parse(now) - Date.parse(check.at) > FRESH_MS) return 'stale';
  return check.outcome === 'ok' ? undefined : check.outcome;
}

/** The mailbox that is read, where its name is not that of the address that replies are sent to: an alias may lead there, or nothing does. */
export function mailboxBesides(checks: readonly ServiceCheck[], inboxAddress: string): string | undefined {
  const mailbox = checks.find(({ service }) => service === 'inbox')?.mailbox;
  if (mailbox === undefined) return undefined;
  // some hosts name an account by what stands before the @ alone
  const domain = inboxAddress.slice(inboxAddress.lastIndexOf('@'));
  return isSameAddress(mailbox.includes('@') ? mailbox : `${mailbox}${domain}`, inboxAddress) ? undefined : mailbox;
}
