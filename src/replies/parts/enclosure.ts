/** What the words of a mail are closed in: S/MIME, PGP, or the format that old Outlooks write for themselves. */
export type Enclosure = 's-mime' | 'pgp' | 'tnef';

/** Only of a mail without words of its own: a signature beside the words hides nothing. */
export function enclosureIn(text: string, attachments: readonly string[]): Enclosure | undefined {
  if (/^\s*-----BEGIN PGP MESSAGE-----/.test(text.slice(0, 2000))) return 'pgp';
  if (text.trim() !== '') return undefined;
  return CLOSED.find(([type]) => attachments.some((attachment) => type.test(attachment)))?.[1];
}

const CLOSED: readonly (readonly [RegExp, Enclosure])[] = [
  [/^application\/(?:x-)?pkcs7-mime$/, 's-mime'],
  [/^application\/(?:pgp|pgp-encrypted)$/, 'pgp'],
  [/^application\/(?:vnd\.)?ms-tnef$/, 'tnef'],
];
