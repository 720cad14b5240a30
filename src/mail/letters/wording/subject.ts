/** Mail programs on a phone show little; longer subjects are cut where it hurts. */
const LONGEST = 69;

/** A subject in which a name or a title may be cut so that the need survives. */
export function subjectLine(before: string, name: string, after: string): string {
  const room = LONGEST - before.length - after.length;
  return `${before}${cut(name, Math.max(room, 8))}${after}`;
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
