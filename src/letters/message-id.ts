import { dnsName } from '../domain/mail-address';
import { createHash } from 'node:crypto';

/**
 * The same letter has the same id, so a host that takes it twice can tell. Where a reply brings a secret back, the id carries it a
 * second time: some mail programs drop plus-addresses, none drops In-Reply-To.
 */
export function messageIdOf(key: string, domain: string, token?: string): string {
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 20);
  return `<${['l', hash, ...(token ? [token] : [])].join('.')}@${domain}>`;
}

/** As DNS spells it: identifiers are plain ASCII. */
export function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return dnsName(domain) ?? domain;
}
