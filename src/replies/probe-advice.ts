import { isSameAddress } from '../domain/mail-address';
import type { MailAuthentication } from '../domain/mail-authentication';
import type { Authentication } from './authentication';
import { authenticateMail } from './authentication';
import { addressesIn, headersOf, valuesOf } from './headers';
import type { HeaderField } from './headers';
import { parseResults } from './results-header';

/** A setting of the venue, and what it would have made of the probe. */
interface Candidate {
  readonly setting: MailAuthentication;
  readonly result: Authentication['result'];
  readonly why: string;
}

export interface Advice {
  /** The header in which the address with its secret was found; absent where the host has cut it off. */
  readonly recipientHeader?: string | undefined;
  readonly candidates: readonly Candidate[];
  /** The first candidate that holds; absent where none does. */
  readonly fits?: MailAuthentication | undefined;
  readonly warnings: readonly string[];
}

interface Probe {
  readonly raw: Buffer;
  /** The domain that the probe was sent from. */
  readonly domain: string;
  /** The address that it was sent to, with its secret. */
  readonly to: string;
}

type Resolver = (name: string, type: string) => Promise<string[][]>;

/** What a mail that came through the venue's own host says of how to read the others (inbound-mail rules). */
export async function adviceFor(probe: Probe, resolver?: Resolver): Promise<Advice> {
  const { raw, domain } = probe;
  const headers = headersOf(raw);
  const candidates: Candidate[] = [];
  for (const setting of settingsToTry(headers)) {
    const mode = modeOf(setting, resolver);
    candidates.push({ setting, ...(await authenticateMail({ raw, headers, domain }, mode)) });
  }
  const recipientHeader = RECIPIENTS.find((name) =>
    valuesOf(headers, name)
      .flatMap(addressesIn)
      .some((address) => isSameAddress(address, probe.to)),
  );
  const fits = candidates.find(({ result }) => result === 'pass')?.setting;
  return { recipientHeader, candidates, fits, warnings: warningsOf(headers, { recipientHeader, fits }) };
}

const RECIPIENTS = ['delivered-to', 'x-original-to', 'envelope-to', 'to', 'cc'] as const;

function settingsToTry(headers: readonly HeaderField[]): readonly MailAuthentication[] {
  const ids = valuesOf(headers, 'authentication-results').flatMap((value) => parseResults(value).id ?? []);
  const byId = [...new Set(ids)].map((authservId) => ({ mode: 'ar', authservId }) as const);
  return [...byId, { mode: 'ar-topmost-noid' }, { mode: 'mailauth' }];
}

function modeOf({ mode, authservId }: MailAuthentication, resolver: Resolver | undefined) {
  if (mode === 'ar') return { mode, authservId: authservId ?? '' };
  return mode === 'mailauth' ? { mode, ...(resolver && { resolver }) } : { mode };
}

function warningsOf(
  headers: readonly HeaderField[],
  { recipientHeader, fits }: Pick<Advice, 'recipientHeader' | 'fits'>,
): readonly string[] {
  const internal = valuesOf(headers, 'x-ms-exchange-organization-authas').some((value) => value.trim().toLowerCase() === 'internal');
  const said = [
    recipientHeader === undefined &&
      'The host does not keep what follows the plus: replies are known by their In-Reply-To alone, and the buttons of the letters do nothing.',
    internal && 'The mail never left the tenant (X-MS-Exchange-Organization-AuthAs: Internal): colleagues in it may come without DKIM.',
    fits === undefined && 'No setting holds for this mail: replies from this address would be refused.',
    fits?.mode === 'ar' && 'Make sure that the host removes headers that claim this authserv-id from mails that come in (RFC 8601, 5).',
  ];
  return said.filter((one) => typeof one === 'string');
}
