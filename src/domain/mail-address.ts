/** Whether mail to `address` would come to `inbox` itself: letters in it are capital or not, and what follows a plus is a note (RFC 5233). */
export function reachesInbox(address: string, inbox: string): boolean {
  return bare(address) === bare(inbox);
}

function bare(address: string): string {
  const lower = address.trim().toLowerCase();
  const at = lower.lastIndexOf('@');
  return `${lower.slice(0, at).split('+', 1)[0] ?? ''}${lower.slice(at)}`;
}
