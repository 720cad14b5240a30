import { isSameAddress } from '../domain/mail-address';
import type { DecisionKind, SeatNo } from '../domain/decision/decision';

/** Where a reply token may stand, in the order in which we believe it. */
export interface TokenPlaces {
  /** Groups of addresses: Delivered-To, X-Original-To, Envelope-To, To, Cc. */
  readonly recipients: readonly (readonly string[])[];
  /** Message-IDs: In-Reply-To first, then References from the newest. */
  readonly references: readonly string[];
}

/** The verdict that the address alone carries: the second road, without text. */
export interface AddressVerdict {
  readonly seats: 'all' | readonly [SeatNo];
  readonly decision: DecisionKind;
}

export interface TokenFound {
  readonly token: string;
  readonly verdict?: AddressVerdict;
  readonly in: 'recipient' | 'reference';
  /** Another token, or another verdict, stood in the same group: nobody can say which was meant. */
  readonly ambiguous: boolean;
}

/** 160 bits in lower-case base32, for hosts fold the case of local parts. */
const TOKEN = '[a-z2-7]{32}';
const ADDRESS = new RegExp(`^([^+@]+)\\+(${TOKEN})(?:-(oui|non|plus|porte)(\\d{1,2})?)?@(.+)$`);
const LETTER_ID = new RegExp(`^l\\.[a-z0-9]+\\.(${TOKEN})@`, 'i');

const DECISIONS = new Map<string, DecisionKind>([
  ['oui', 'approve'],
  ['non', 'refuse'],
  ['plus', 'more-info'],
  ['porte', 'check-at-door'],
]);

/** The token of the first place that has one. `inbox` is the plain address of our inbox, where it is known. */
export function findToken(places: TokenPlaces, inbox?: string): TokenFound | undefined {
  for (const group of places.recipients) {
    const found = group.flatMap((address) => inAddress(address, inbox) ?? []);
    if (found[0]) return { ...found[0], in: 'recipient', ambiguous: new Set(found.map((one) => JSON.stringify(one))).size > 1 };
  }
  for (const id of places.references) {
    const token = LETTER_ID.exec(id)?.[1]?.toLowerCase();
    if (token) return { token, in: 'reference', ambiguous: false };
  }
  return undefined;
}

/** The plain addresses of our inboxes among those that a mail went to: one with a secret is ours. */
export function inboxesOf(recipients: readonly string[]): readonly string[] {
  const ours = recipients.flatMap((address) => {
    const [, local, , , , domain] = ADDRESS.exec(address.toLowerCase()) ?? [];
    return local === undefined ? [] : [`${local}@${domain}`];
  });
  return [...new Set(ours)];
}

type InAddress = Pick<TokenFound, 'token' | 'verdict'>;

function inAddress(address: string, inbox: string | undefined): InAddress | undefined {
  const parts = ADDRESS.exec(address.toLowerCase());
  const [, local, token, verb, seat, domain] = parts ?? [];
  if (!token || (inbox !== undefined && !isSameAddress(inbox, `${local}@${domain}`))) return undefined;
  const decision = DECISIONS.get(verb ?? '');
  if (!decision) return { token };
  return { token, verdict: { decision, seats: seat ? [Number(seat)] : 'all' } };
}
