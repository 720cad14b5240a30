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

/** Hosts of their own, whose names are a slip away from a usual one. */
const OTHERS = ['mail.com', 'email.com', 'ymail.com', 'gmx.com', 'gmx.de', 'gmx.ch'] as const;

/**
 * The address that was probably meant, where the typed one ends a slip away from a usual host (« gmial.com », « orange.f »), or a
 * slip in the name and one in the ending (« gmial.con »). Only ever a question: another host of that name may exist.
 */
export function probablyMeant(email: string): string | undefined {
  const at = email.lastIndexOf('@');
  const host = email.slice(at + 1).toLowerCase();
  if (at < 1 || [...USUAL, ...OTHERS].some((known) => known === host)) return undefined;
  const near = USUAL.find((usual) => isOneSlipAway(host, usual)) ?? USUAL.find((usual) => isOneSlipAwayInEach(host, usual));
  return near && `${email.slice(0, at)}@${near}`;
}

/** A slip in the name and one in the ending: of a short name (« free », « sfr ») too little would be left. */
function isOneSlipAwayInEach(typed: string, meant: string): boolean {
  const [name = '', ending = ''] = meant.split('.');
  const [typedName = '', typedEnding = '', more] = typed.split('.');
  return more === undefined && name.length > 4 && isOneSlipAway(typedName, name) && isOneSlipAway(typedEnding, ending);
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
