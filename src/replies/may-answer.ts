import { valueOf, valuesOf } from './headers';
import { machineKind } from './machine-mail';
import type { ReadMail } from './read-mail';
import { isSameAddress } from '../domain/mail-address';

/** Whether this mail may get any answer of ours at all: never machines, never ourselves, never where the sender asks for silence. */
export function mayBeAnswered(mail: ReadMail, ownAddresses: readonly string[]): boolean {
  if (machineKind(mail) !== null || mail.sender.kind !== 'address') return false;
  const { address } = mail.sender;
  if (ownAddresses.some((own) => isSameAddress(own, withoutDetail(address)))) return false;
  if (valuesOf(mail.headers, 'return-path').some((path) => path.replaceAll(/\s/g, '') === '<>')) return false;
  return !/\b(?:all|autoreply)\b/i.test(valueOf(mail.headers, 'x-auto-response-suppress'));
}

function withoutDetail(address: string): string {
  return address.replace(/\+[^@]*@/, '@');
}
