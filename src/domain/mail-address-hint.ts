/** Where most French spectators have their mail. */
const USUAL = [
  'gmail.com',
  'outlook.com',
  'outlook.fr',
  'hotmail.com',
  'hotmail.fr',
  'live.fr',
  'yahoo.fr',
  'yahoo.com',
  'orange.fr',
  'wanadoo.fr',
  'free.fr',
  'sfr.fr',
  'neuf.fr',
  'bbox.fr',
  'laposte.net',
  'icloud.com',
  'proton.me',
  'protonmail.com',
  'gmx.fr',
] as const;

/**
 * The address that was probably meant, where the typed one ends a slip away from a usual host (« gmial.com », « orange.f »).
 * Only ever a question: another host of that name may exist.
 */
export function probablyMeant(email: string): string | undefined {
  const at = email.lastIndexOf('@');
  const host = email.slice(at + 1).toLowerCase();
  if (at < 1 || USUAL.some((usual) => usual === host)) return undefined;
  const near = USUAL.find((usual) => isOneSlipAway(host, usual));
  return near && `${email.slice(0, at)}@${near}`;
}

/** One letter more, less or other, or two neighbours exchanged: four of five slips of the hand (Damerau 1964). */
function isOneSlipAway(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1) return false;
  let start = 0;
  while (start < meant.length && typed[start] === meant[start]) start += 1;
  const [rest, other] = [typed.slice(start), meant.slice(start)];
  const exchanged = `${rest[1] ?? ''}${rest[0] ?? ''}${rest.slice(2)}`;
  return rest.slice(1) === other.slice(1) || rest.slice(1) === other || rest === other.slice(1) || exchanged === other;
}
