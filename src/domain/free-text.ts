/** What people type is kept so: composed letters, line ends of one kind, no blanks at its ends. */
export function composed(typed: string): string {
  return typed.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();
}

/** A line as a ticket, the subject of a letter and a page can carry it. The empty one is a line too. */
export function isLine(text: string): boolean {
  return !/[\t\n]/.test(text) && isParagraph(text);
}

/** The same, of several lines. */
export function isParagraph(text: string): boolean {
  return !UNFIT.test(text) && (text === '' || VISIBLE.test(text));
}

/** Something is left of it where emoji and signs cannot be drawn. The empty one says nothing, and is left to whoever asks for a text. */
export function isReadable(text: string): boolean {
  return text === '' || /[\p{L}\p{N}]/u.test(text);
}

/** For words that are taken as they come, such as those of a mail: what cannot stand in them is left out. */
export function cleaned(typed: string): string {
  const text = composed(typed)
    .replaceAll('\t', ' ')
    .replaceAll(new RegExp(UNFIT, 'gu'), '')
    .replaceAll(/[\u200B\u2060-\u2064\uFEFF]/g, '')
    .trim();
  return VISIBLE.test(text) ? text : '';
}

/**
 * Controls, halves of characters, what parts lines unseen, and the marks that turn what stands beside them (UAX 9): nobody
 * types them on purpose, and they make two different texts look alike.
 */
const UNFIT =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB]/u;

/** Blanks, joiners and fillers alone are nothing to read; U+2800 is the empty Braille cell. */
const VISIBLE = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;
