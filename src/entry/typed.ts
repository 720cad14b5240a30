import { InvalidArgumentError } from 'commander';
import { composed, isLine } from '../domain/free-text';
import { keptAddress, readMailAddress } from '../domain/mail-address';
import { probablyMeant } from '../domain/mail-address-hint';
import { readReference } from '../domain/sale/reference';

/** What a person types after a command, read before anything is done: commander says which argument it is, and ours what to give. */

/** Wrong use that no single argument shows. */
export class WrongUse extends Error {}

export function wholeNumber(least: number): (typed: string) => number {
  return (typed) => {
    if (!/^\d{1,5}$/.test(typed) || Number(typed) < least) throw new InvalidArgumentError(`Give a whole number from ${least}.`);
    return Number(typed);
  };
}

export function oneLine(typed: string): string {
  const line = composed(typed);
  if (line === '' || line.length > 120 || !isLine(line))
    throw new InvalidArgumentError('Give a name on one line, of 120 characters at most.');
  return line;
}

export function mailAddress(typed: string): string {
  if (typed.length > 254 || readMailAddress(typed) === undefined)
    throw new InvalidArgumentError('Give an e-mail address: sophie.marchand@theatre.example.');
  return keptAddress(typed);
}

/** A likely slip is asked about, as on the pages; a command is answered by an option. */
export function requireMeant({ email, asTyped = false }: { readonly email: string; readonly asTyped?: boolean | undefined }): void {
  const meant = probablyMeant(email);
  if (meant !== undefined && !asTyped) throw new WrongUse(`Did you mean ${meant}? Correct it, or add --as-typed if ${email} is right.`);
}

export function orderReference(typed: string): string {
  const reference = readReference(typed);
  if (reference === undefined) throw new InvalidArgumentError('Give a reference as letters have it: 7K2M-4Q9T.');
  return reference;
}

/** As a mail host names itself in Authentication-Results (RFC 8601 2.5). */
export function authservId(typed: string): string {
  if (!/^[^\s;=]{1,255}$/.test(typed)) throw new InvalidArgumentError('Give the name of a host: mx.theatre.example.');
  return typed;
}
