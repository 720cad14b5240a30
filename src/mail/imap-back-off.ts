import { setTimeout as pause } from 'node:timers/promises';
import { PasswordRefused } from '../domain/mailbox-state';

const FIRST_MS = 1000;
const MOST_MS = 30_000;
/** A host locks an account out after some wrong passwords; ours is changed by a person, and that takes minutes. */
const REFUSED_MS = 5 * 60_000;

/**
 * When a mail server may be tried again: 1 s doubling to 30 s and up to half as much chance, from the start again once
 * INBOX was selected. A refused password is told once and not tried again for minutes.
 */
export function createBackOff(warn: (what: string, fault: unknown) => void) {
  let failures = 0;
  let notBefore = 0;
  let refused: Error | undefined;

  return {
    async wait(signal: AbortSignal): Promise<void> {
      const left = notBefore - performance.now();
      if (left <= 0) return;
      if (refused) throw refused;
      await pause(left, undefined, { signal });
    },

    succeeded(): void {
      failures = 0;
      refused = undefined;
      // A server that lets us in and drops us at once is not to be run over either.
      notBefore = performance.now() + FIRST_MS;
    },

    /** Gives the fault as it is to rise: without the host's own record of what we sent. */
    failed(fault: unknown): Error {
      failures += 1;
      const known = refused !== undefined;
      refused = isPasswordRefusal(fault) ? new PasswordRefused('The mail server refuses our user name or password.') : undefined;
      const delay = refused ? REFUSED_MS : Math.min(MOST_MS, FIRST_MS * 2 ** (failures - 1)) * (1 + Math.random() / 2);
      notBefore = performance.now() + delay;
      if (refused && !known) warn('the mail server refuses our user name or password: replies of staff wait', fault);
      return refused ?? asError(fault);
    },
  };
}

/** RFC 5530: a host that is busy or under repair may also refuse to log us in; that passes. */
const PASSING: readonly string[] = ['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG', 'THROTTLED', 'OVERQUOTA', 'CONTACTADMIN'];

/** imapflow also calls it a failed authentication when the line breaks while we log in: only the host's own NO counts. */
function isPasswordRefusal(fault: unknown): boolean {
  if (!(fault instanceof Error) || !('authenticationFailed' in fault) || fault.authenticationFailed !== true) return false;
  if (!('responseStatus' in fault) || fault.responseStatus !== 'NO') return false;
  const code = 'serverResponseCode' in fault ? String(fault.serverResponseCode).toUpperCase() : '';
  const text = 'responseText' in fault ? String(fault.responseText) : '';
  return !PASSING.includes(code) && !/too many|try again|temporar/i.test(text);
}

function asError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error(String(fault));
}
