import { dnsName, readMailAddress } from '../domain/mail-address';
import { valuesOf } from './headers';
import type { HeaderField } from './headers';

/** Who wrote: one plain address, or why there is none. */
export type Sender =
  | {
      readonly kind: 'address';
      readonly address: string;
      /** As DNS spells it. */
      readonly domain: string;
    }
  | { readonly kind: 'refused'; readonly cause: 'no-from' | 'several-from' | 'several-addresses' | 'odd-address' };

/** A DKIM signature may hold over a mail with two From headers, so we count them ourselves. */
export function senderOf(headers: readonly HeaderField[]): Sender {
  const values = valuesOf(headers, 'from');
  if (values.length > 1) return { kind: 'refused', cause: 'several-from' };
  const value = values[0] ?? '';
  if (value === '') return { kind: 'refused', cause: 'no-from' };
  return addressOf(value);
}

/** RFC 5322 3.4, the plain part of it. No encoded word may make up an address (RFC 2047 5), and a name is never one. */
function addressOf(value: string): Sender {
  const bare = withoutQuotesAndComments(value);
  const bracketed = bare.match(/<[^<>]*>/g) ?? [];
  if (bracketed.length > 1 || bare.includes(',') || bare.includes(';')) return { kind: 'refused', cause: 'several-addresses' };
  const address = readMailAddress(bracketed[0]?.slice(1, -1) ?? bare);
  const domain = address === undefined ? undefined : dnsName(address.slice(address.lastIndexOf('@') + 1));
  const isOdd = address === undefined || address.includes('=?') || /[<>]/.test(bare.replace(/<[^<>]*>/, ''));
  return isOdd || domain === undefined ? { kind: 'refused', cause: 'odd-address' } : { kind: 'address', address, domain };
}

function withoutQuotesAndComments(value: string): string {
  let kept = '';
  let quoted = false;
  let depth = 0;
  for (let i = 0; i < value.length; i += 1) {
    const letter = value[i] ?? '';
    if (letter === '\\') i += 1;
    else if (letter === '"' && depth === 0) quoted = !quoted;
    else if (letter === '(' && !quoted) depth += 1;
    else if (letter === ')' && !quoted && depth > 0) depth -= 1;
    else if (!quoted && depth === 0) kept += letter;
  }
  return kept;
}
