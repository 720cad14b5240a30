import { decodedLabel } from './punycode';

/**
 * One plain e-mail address, as it is kept, compared and shown; `undefined` where what was typed is none. Capitals make no
 * difference, letters are composed, and a domain stands as people write it (« théâtre.example »), whether it was typed so or as
 * DNS spells it (« xn--thtre-4qa2c.example »). Letters of any script may stand before the @ (RFC 6531).
 */
export function readMailAddress(typed: string): string | undefined {
  const address = typed.replaceAll(EDGES, '').normalize('NFC').replaceAll(FULL_WIDTH, halfWidth);
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).toLowerCase().normalize('NFC');
  const domain = dnsName(address.slice(at + 1));
  if (at < 1 || domain === undefined || !isLocalPart(local)) return undefined;
  return octets(local) + 1 + domain.length > LONGEST_ADDRESS ? undefined : `${local}@${written(domain)}`;
}

/** As an Asian keyboard types Latin letters, figures and signs: no host has a mailbox of that name beside the plain one. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;

function halfWidth(sign: string): string {
  return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
}

/** The same mailbox, as far as mail hosts agree on it, however the two are written. */
export function isSameAddress(one: string, other: string): boolean {
  return keptAddress(one) === keptAddress(other);
}

/** For comparing and looking up what may be no address at all. */
export function keptAddress(address: string): string {
  return readMailAddress(address) ?? address.trim().normalize('NFC').toLowerCase();
}

/** As mail hosts and DNS spell it: only what stands before the @ may be beyond ASCII then. */
export function onTheWire(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${dnsName(address.slice(at + 1)) ?? address.slice(at + 1)}`;
}

/** Whether only a host with SMTPUTF8 (RFC 6531) can take mail for it. */
export function needsSmtpUtf8(address: string): boolean {
  return !/^[\0-\u007f]*@/.test(address);
}

/** Why a letter could not leave: our own host lacks it. */
export const NEEDS_SMTPUTF8 = 'needs-smtputf8';

/** As DNS spells a domain (RFC 5890, A-labels), in small letters; `undefined` where it is none. */
export function dnsName(domain: string): string | undefined {
  if (!/^[\p{L}\p{M}\p{N}.。．｡・·-]+$/u.test(domain) || !URL.canParse(`http://${domain}`)) return undefined;
  const { hostname } = new URL(`http://${domain}`);
  return DNS_NAME.test(hostname) && hostname.length <= LONGEST_DOMAIN ? hostname : undefined;
}

/** Whether mail to `address` would come to `inbox` itself: what follows a plus is a note (RFC 5233). */
export function reachesInbox(address: string, inbox: string): boolean {
  return withoutNote(keptAddress(address)) === withoutNote(keptAddress(inbox));
}

/** What is written to an inbox that the product reads is taken for a reply, whichever venue's it is. */
export function reachesAnInbox(address: string, inboxes: readonly string[]): boolean {
  return inboxes.some((inbox) => reachesInbox(address, inbox));
}

function withoutNote(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at).split('+', 1)[0] ?? ''}${address.slice(at)}`;
}

/** Blanks, and signs that nobody sees, which come along when an address is copied. */
const EDGES = /^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu;

/** RFC 5321, 4.5.3.1.1 and RFC 3696, errata 1690 */
const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;
const LONGEST_DOMAIN = 253;

/** RFC 5322, 3.2.3, and RFC 6531, 3.3: letters and signs of every script, but blanks and what nobody sees. */
const LOCAL_PART = /^(?:[a-z0-9!#$%&'*+/=?^_`{|}~.-]|(?![\0-\u007f])[^\p{C}\p{Z}])+$/u;
const MISPLACED_DOT = /^\.|\.\.|\.$/;
const DNS_NAME = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** A name that would not come back to the same DNS name is shown as DNS spells it. */
function written(domain: string): string {
  const words = domain
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodedLabel(label.slice(4)) ?? label) : label))
    .join('.');
  return dnsName(words) === domain ? words : domain;
}

function isLocalPart(local: string): boolean {
  return LOCAL_PART.test(local) && !MISPLACED_DOT.test(local) && octets(local) <= LONGEST_LOCAL_PART;
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}
