import { needsSmtpUtf8, readMailAddress } from './mail-address';

/** RFC 5321, 4.5.3.1.1 */
const LONGEST_LOCAL_PART = 64;
/** `+`, the secret of 32 letters, and the longest verdict that may stand behind it: `-porte99`. */
const SECRET_AND_VERDICT = 1 + 32 + '-porte99'.length;

/** An inbox's name may be so long: replies come to it with a secret behind it (src/letters/reply-address.ts). */
export const LONGEST_INBOX_NAME = LONGEST_LOCAL_PART - SECRET_AND_VERDICT;

/**
 * Letters leave in the name of an address of the house, and replies come to one: every mail host must be able to write to it, so
 * what stands before its @ is plain ASCII.
 */
export function isReachableByAll(address: string): boolean {
  return readMailAddress(address) !== undefined && !needsSmtpUtf8(address);
}

/** « + » parts a name from a secret: an inbox that has one of its own could not be read. */
export function leavesRoomForSecrets(inbox: string): boolean {
  return inbox.lastIndexOf('@') <= LONGEST_INBOX_NAME && !inbox.includes('+');
}
