import { dnsName } from '../domain/mail-address';
import { authenticate } from 'mailauth';
import type { HeaderField } from './headers';
import { parseResults } from './results-header';
import type { HostResult } from './results-header';

/** How the venue's mail host lets us know that a sender is genuine (docs/inbound-mail.md 6). */
export type AuthenticationMode =
  /** Authentication-Results of our own mail host, by its authserv-id. */
  | {
      readonly mode: 'ar';
      readonly authservId: string;
      /** Gmail writes its results right under its own Received line instead of above it. */
      readonly underReceived?: boolean;
    }
  /** The topmost Authentication-Results by position alone: Exchange Online writes no authserv-id. */
  | {
      readonly mode: 'ar-topmost-noid';
      /** Of this domain, mail that Exchange calls its own tenant's is believed: nobody signs it. */
      readonly sameTenant?: string | undefined;
    }
  /** We verify DKIM and DMARC ourselves, on the raw bytes. */
  | { readonly mode: 'mailauth'; readonly resolver?: (name: string, type: string) => Promise<string[][]> }
  /** Nothing is checked: loudly warned of at start and on the desk. */
  | { readonly mode: 'none' };

export interface Authentication {
  /** `none`: the mode checks nothing. `temporary`: DNS was away, so ask again and refuse nothing. */
  readonly result: 'pass' | 'fail' | 'none' | 'temporary';
  readonly why: string;
}

export interface MailToAuthenticate {
  readonly raw: Buffer;
  readonly headers: readonly HeaderField[];
  /** The domain of the one From address, as DNS spells it. */
  readonly domain: string;
}

/** A decision asks for an aligned DKIM pass, for DMARC may pass by SPF alone. */
export async function authenticateMail(mail: MailToAuthenticate, mode: AuthenticationMode): Promise<Authentication> {
  if (mode.mode === 'none') return { result: 'none', why: 'nothing is checked (mode none)' };
  if (mode.mode === 'mailauth') return verify(mail, mode.resolver);
  if (mode.mode === 'ar-topmost-noid' && isOfTheTenant(mail, mode.sameTenant)) {
    return { result: 'pass', why: `inside the tenant of ${mail.domain}` };
  }
  return judged(mode.mode === 'ar' ? trustedResults(mail.headers, mode) : topmostWithoutId(mail.headers), mail.domain);
}

/** Exchange takes this header off whatever comes from outside; where it stands twice, something else wrote one of them. */
function isOfTheTenant({ headers, domain }: MailToAuthenticate, tenant: string | undefined): boolean {
  const said = headers.filter(({ name }) => name === 'x-ms-exchange-organization-authas').map(({ value }) => value.trim().toLowerCase());
  return tenant !== undefined && domain === tenant && said.length === 1 && said[0] === 'internal';
}

/** Only what stands above our host's first Received line: all below came with the mail. */
function trustedResults(
  headers: readonly HeaderField[],
  { authservId, underReceived = false }: Extract<AuthenticationMode, { mode: 'ar' }>,
): readonly HostResult[] {
  const id = authservId.toLowerCase();
  const hops = headers.flatMap(({ name }, at) => (name === 'received' ? [at] : []));
  const ownHop = hops.find((at) => new RegExp(`\\bby\\s+${escaped(id)}(?![a-z0-9.-])`, 'i').test(headers[at]?.value ?? ''));
  const hop = ownHop ?? hops[0] ?? headers.length;
  const end = underReceived ? (hops.find((at) => at > hop) ?? headers.length) : hop;
  return resultsIn(headers.slice(0, end)).flatMap((header) => (header.id === id ? header.results : []));
}

function topmostWithoutId(headers: readonly HeaderField[]): readonly HostResult[] {
  const [topmost] = resultsIn(headers);
  return topmost && topmost.id === undefined ? topmost.results : [];
}

function resultsIn(headers: readonly HeaderField[]) {
  return headers.filter(({ name }) => name === 'authentication-results').map(({ value }) => parseResults(value));
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function judged(results: readonly HostResult[], domain: string): Authentication {
  if (results.length === 0) return { result: 'fail', why: 'no Authentication-Results of our mail host where it must stand' };
  const dmarc = results.filter(({ method }) => method === 'dmarc').map(({ result }) => result);
  if (dmarc.some((result) => result === 'fail')) return { result: 'fail', why: 'dmarc=fail' };
  const dkim = results.filter(({ method, properties }) => method === 'dkim' && isAligned(signerIn(properties), domain));
  if (dkim.length === 0) return { result: 'fail', why: `no DKIM result for ${domain}` };
  const bad = dkim.find(({ result }) => result !== 'pass');
  if (bad && dkim.some(({ result, properties }) => result === 'pass' && isSameSignature(properties, bad.properties))) {
    return { result: 'fail', why: 'results that disagree about one signature' };
  }
  if (!dkim.some(({ result }) => result === 'pass')) return { result: 'fail', why: `dkim=${bad?.result ?? 'none'} for ${domain}` };
  return { result: 'pass', why: `aligned dkim=pass for ${domain}` };
}

/** `header.d`, or the domain of `header.i` where the host writes only that; as DNS spells it, whichever way the host does. */
function signerIn(properties: ReadonlyMap<string, string>): string {
  const signer = properties.get('header.d') ?? (properties.get('header.i') ?? '').replace(/^.*@/, '');
  return dnsName(signer) ?? signer;
}

function isSameSignature(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return signerIn(one) === signerIn(other) && ['header.s', 'header.b'].every((name) => one.get(name) === other.get(name));
}

/** Relaxed alignment without a list of public suffixes: the same domain, or one the parent of the other, of two labels or more. */
function isAligned(signer: string, domain: string): boolean {
  if (signer === domain) return signer !== '';
  const [parent, child] = signer.length < domain.length ? [signer, domain] : [domain, signer];
  return parent.includes('.') && child.endsWith(`.${parent}`);
}

async function verify(
  { raw, domain }: MailToAuthenticate,
  resolver?: (name: string, type: string) => Promise<string[][]>,
): Promise<Authentication> {
  const { dkim, dmarc } = await authenticate(raw, {
    trustReceived: true,
    disableArc: true,
    disableBimi: true,
    ...(resolver && { resolver }),
  });
  const statuses = dkim.results.map(({ status, signingDomain }) => ({ ...status, signingDomain }));
  const policy = dmarc ? dmarc.status.result : 'none';
  // `l=` leaves the end of a body unsigned: anybody may have written it.
  const aligned = statuses.filter(({ aligned: signer, underSized }) => Boolean(signer) && !underSized);
  if (policy === 'fail') return { result: 'fail', why: 'dmarc=fail' };
  if (aligned.some(({ result }) => result === 'pass') && !isTemporary(policy))
    return { result: 'pass', why: `aligned dkim=pass for ${domain}` };
  if (isTemporary(policy) || statuses.some(({ result }) => isTemporary(result))) return { result: 'temporary', why: 'DNS did not answer' };
  return { result: 'fail', why: `no aligned DKIM signature that holds for ${domain}` };
}

function isTemporary(result: string): boolean {
  return result === 'temperror' || result === 'temperr';
}
