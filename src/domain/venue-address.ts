/** RFC 5321, 4.5.3.1.1 */
const LONGEST_LOCAL_PART = 64;
/** `+`, the secret of 32 letters, and the longest verdict that may stand behind it: `-porte99`. */
const SECRET_AND_VERDICT = 1 + 32 + '-porte99'.length;

/** An inbox's name may be so long: replies come to it with a secret behind it (src/mail/reply-address.ts). */
export const LONGEST_INBOX_NAME = LONGEST_LOCAL_PART - SECRET_AND_VERDICT;

const ADDRESS =
  /^[A-Za-z0-9!#$%&'*/=?^_`{|}~.+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/;

/** One plain address, such as mail programs write to: no name, no brackets, no list. */
export function isPlainAddress(address: string): boolean {
  const local = address.slice(0, address.lastIndexOf('@'));
  return address.length <= 254 && ADDRESS.test(address) && !local.startsWith('.') && !local.endsWith('.') && !local.includes('..');
}

/** « + » parts a name from a secret: an inbox that has one of its own could not be read. */
export function leavesRoomForSecrets(inbox: string): boolean {
  return inbox.lastIndexOf('@') <= LONGEST_INBOX_NAME && !inbox.includes('+');
}
