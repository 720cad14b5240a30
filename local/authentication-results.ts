import addressparser from 'nodemailer/lib/addressparser';

/** What our listener is called in the header that it alone may write (RFC 8601, 2.5). */
export const AUTHSERV_ID = 'mx.demo.local';

const VENUE_ACCOUNT = 'validation@';

/** What the listener knows of a mail: who handed it over, and as whom that client had signed in, if at all. */
export type Handover = {
  readonly signedInAs: string | undefined;
  readonly client: string;
  readonly at: Date;
  readonly id: string;
};

/**
 * The mail as a venue's mail host would store it: its own verdict and trace on top, headers that claim to be its verdict removed (RFC
 * 8601, 5). There are no DKIM keys in a local stack: having signed in as the From address stands for a valid signature of its domain.
 */
export function stamp(raw: Buffer, handover: Handover): Buffer {
  const { fields, body } = split(raw);
  const kept = fields.filter((field) => !claimsToBeOurs(field));
  const top = [verdict(authorOf(kept), handover.signedInAs), received(handover)];
  return Buffer.concat([Buffer.from([...top, ...kept].join(''), 'latin1'), body]);
}

function verdict(author: string | undefined, signedInAs: string | undefined): string {
  const domain = author === undefined ? 'unknown' : domainOf(author);
  const genuine = author !== undefined && signedInAs !== undefined && maySignAs(signedInAs, author);
  const results = genuine
    ? [`dkim=pass header.d=${domain}`, 'spf=pass', 'dmarc=pass']
    : [`dkim=fail header.d=${domain}`, 'spf=fail', 'dmarc=fail'];
  return `Authentication-Results: ${[AUTHSERV_ID, ...results].join('; ')}\r\n`;
}

/** A person signs for one address. The venue's mailbox signs for every address of its own domain, as a venue's host does. */
function maySignAs(account: string, author: string): boolean {
  if (account === author) return true;
  return account.startsWith(VENUE_ACCOUNT) && domainOf(account) === domainOf(author);
}

function received({ client, id, at }: Handover): string {
  return `Received: from ${client} by ${AUTHSERV_ID} with ESMTP id ${id}; ${at.toUTCString().replace('GMT', '+0000')}\r\n`;
}

/** The one address of the one From header; with none or several of either, nobody has signed. */
function authorOf(fields: readonly string[]): string | undefined {
  const from = fields.filter((field) => nameOf(field) === 'from');
  const [only] = from;
  if (only === undefined || from.length > 1) return undefined;
  const addresses = addressparser(only.slice(only.indexOf(':') + 1).replace(/\r?\n/g, ''), { flatten: true });
  const [first] = addresses;
  return first === undefined || addresses.length > 1 ? undefined : first.address?.toLowerCase();
}

function claimsToBeOurs(field: string): boolean {
  if (nameOf(field) !== 'authentication-results') return false;
  const value = field.slice(field.indexOf(':') + 1).replace(/\([^)]*\)/g, ' ');
  const [claimed] = (value.split(';')[0] ?? '').trim().split(/\s+/);
  return claimed?.toLowerCase().replaceAll('"', '') === AUTHSERV_ID;
}

/** The header fields with their folded lines and line ends, in order, and everything after them, the empty line included. */
function split(raw: Buffer): { readonly fields: readonly string[]; readonly body: Buffer } {
  const end = raw.indexOf('\r\n\r\n');
  const head = end === -1 ? raw : raw.subarray(0, end + 2);
  const text = head.toString('latin1');
  const fields = text.split(/(?<=\n)(?![ \t])/).filter((field) => field !== '');
  return { fields, body: end === -1 ? Buffer.alloc(0) : raw.subarray(end + 2) };
}

function nameOf(field: string): string {
  return (field.split(':')[0] ?? '').trim().toLowerCase();
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
