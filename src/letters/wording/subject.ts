/** Mail programs on a phone show little; longer subjects are cut where it hurts. */
const LONGEST = 69;

/**
 * A subject in which a name or a title may be cut so that the need survives; what is only `beside` it (a date that the letter says again)
 * goes first.
 */
export function subjectLine(before: string, name: string, after: string, beside = ''): string {
  const whole = `${before}${name}${after}`;
  if (whole.length + beside.length <= LONGEST) return `${whole}${beside}`;
  const room = LONGEST - before.length - after.length;
  return `${before}${cut(name, Math.max(room, 8))}${after}`;
}

/** Between two words, unless the first one is as long as the room. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const part = text.slice(0, length);
  const end = part.lastIndexOf(' ');
  return `${part.slice(0, end > length / 2 ? end : length - 1).replace(/[\s,;:]+$/, '')}…`;
}
