import type { ParsedMail } from 'mailparser';
import { addressesIn, headersOf, messageIdsIn, valueOf } from './headers';

/** The letter of ours that a mail host gave back. */
export interface ReturnedLetter {
  readonly messageId?: string;
  readonly recipient?: string;
}

const SEARCHED = 64 * 1024;

/** RFC 3464 where the host follows it; else what the French hosts put into the text. */
export function returnedLetterOf(parsed: ParsedMail, references: readonly string[] = []): ReturnedLetter | undefined {
  const status = parsed.attachments.find((part) => /delivery-status$/i.test(part.contentType));
  const original = parsed.attachments.find((part) => /^(?:message\/rfc822|message\/global|text\/rfc822-headers)/i.test(part.contentType));
  const text = [bytesOf(status?.content), parsed.text ?? ''].join('\n').slice(0, SEARCHED);
  const recipient = finalRecipientIn(text) ?? failedRecipientOf(parsed) ?? recipientInWords(text);
  const quoted = original ? messageIdOf(Buffer.from(original.content).subarray(0, SEARCHED)) : quotedIdIn(text);
  // Some hosts answer the letter instead of sending it back.
  const messageId = quoted ?? references.find((id) => id.startsWith('l.'));
  if (messageId === undefined && recipient === undefined) return undefined;
  return { ...(messageId !== undefined && { messageId }), ...(recipient !== undefined && { recipient }) };
}

/** The host is still trying, or says that the letter arrived: nothing came back. */
export function isNotice(parsed: ParsedMail): boolean {
  const status = parsed.attachments.find((part) => /delivery-status$/i.test(part.contentType));
  const actions = bytesOf(status?.content).matchAll(/^Action:[ \t]*([a-z]{1,20})/gim);
  const said = [...actions].map(([, action = '']) => action.toLowerCase());
  return said.length > 0 && !said.includes('failed');
}

function bytesOf(content: Buffer | undefined): string {
  return content ? content.subarray(0, SEARCHED).toString('utf8') : '';
}

function messageIdOf(raw: Buffer): string | undefined {
  return messageIdsIn(valueOf(headersOf(raw), 'message-id'))[0];
}

/** Some hosts quote the headers of the letter in the text. Only the shape of our own letters counts there. */
function quotedIdIn(text: string): string | undefined {
  return /^[>\s]{0,10}Message-ID:\s{0,5}<(l\.[^\s<>]{1,200})>/im.exec(text)?.[1];
}

function finalRecipientIn(text: string): string | undefined {
  const field = /^(?:Final|Original)-Recipient:[ \t]*(?:rfc822|utf-8)[ \t]*;[ \t]*(\S{1,320})/im.exec(text)?.[1];
  return field ? addressesIn(decodedAddress(field))[0] : undefined;
}

/** Where only ASCII may stand, other letters are written by their number (RFC 6533, 3). */
function decodedAddress(field: string): string {
  return field.replaceAll(/\\x\{([0-9A-F]{2,6})\}/gi, (written, hex: string) => {
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : written;
  });
}

/** « <naima@hote.example>: host … said », « Échec de la remise pour ces destinataires ou groupes : », « RCPT TO:<…> ». */
function recipientInWords(text: string): string | undefined {
  const said =
    /^[ \t]{0,8}<([^\s<>]{1,320})>\s{0,3}:/m.exec(text)?.[1] ??
    /RCPT TO:\s{0,3}<([^\s<>]{1,320})>/i.exec(text)?.[1] ??
    /(?:destinataires?|groupes?|recipients?|address(?:es)?|adresses?|suivante?s?)[^\n:]{0,60}:\s{0,20}<?([^\s<>]{1,64}@[^\s<>,;]{1,255})/i.exec(
      text,
    )?.[1];
  return said === undefined ? undefined : addressesIn(said)[0];
}

function failedRecipientOf(parsed: ParsedMail): string | undefined {
  const value = parsed.headers.get('x-failed-recipients');
  return typeof value === 'string' ? addressesIn(value)[0] : undefined;
}
