/**
 * A name as a ticket and a letter can carry it: one line, something to see in it, and no sign that turns or hides what
 * stands beside it (Unicode categories Cc, Cs and the bidirectional controls).
 */
export function isPersonName(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(text);
}
