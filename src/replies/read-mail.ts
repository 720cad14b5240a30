import { simpleParser } from 'mailparser';
import type { ParsedMail, SimpleParserOptions } from 'mailparser';
import { addressesIn, headersOf, headEnd, messageIdsIn, valueOf, valuesOf } from './headers';
import type { HeaderField } from './headers';
import { isNotice, returnedLetterOf } from './bounce';
import type { ReturnedLetter } from './bounce';
import { enclosureIn } from './parts/enclosure';
import type { Enclosure } from './parts/enclosure';
import { essentialMail } from './parts/essential-mail';
import { textOfHtml } from './reply/html-text';
import type { HtmlText } from './reply/html-text';
import { senderOf } from './sender';
import type { Sender } from './sender';

/** Over this only the headers are read. */
export const MAX_MAIL_BYTES = 30 * 1024 * 1024;
/** More text than this is cut before anybody looks at it; what is kept of a reply is far smaller (reply-text.ts). */
const MAX_TEXT = 256 * 1024;

/** What we take out of a raw mail: plain data, small, safe to hand to another thread. */
export interface ReadMail {
  readonly size: number;
  /** Only the headers were read, and why. */
  readonly failure?: { readonly kind: 'too-big' | 'unreadable'; readonly why: string };
  readonly messageId?: string;
  readonly headers: readonly HeaderField[];
  readonly sender: Sender;
  /** Addresses by header, in the order in which a token is looked for. */
  readonly recipients: readonly (readonly string[])[];
  readonly references: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** What its HTML shows above the mark that mail programs put before a quotation. */
  readonly textAboveQuote?: string;
  /** There was more text than is read of any mail. */
  readonly textCut?: true;
  /** Its words are in an envelope that we cannot open. */
  readonly enclosed?: Enclosure;
  /** Content types of the parts that are not the text. */
  readonly attachments: readonly string[];
  /** Of a bounce: the letter of ours that came back. */
  readonly returned?: ReturnedLetter;
  /** A report that says of no letter that it failed. */
  readonly notice?: true;
}

const OPTIONS: SimpleParserOptions & { readonly ignoreEmbedded: boolean } = {
  skipTextToHtml: true,
  skipImageLinks: true,
  skipTextLinks: true,
  skipHtmlToText: true,
  keepDeliveryStatus: true,
  // A mail inside the mail is an attachment: its words are not the sender's.
  ignoreEmbedded: true,
};

/** Never throws: odd mail comes back with a `failure`, and its headers as far as they can be read. */
export async function readMail(raw: Buffer): Promise<ReadMail> {
  if (raw.length > MAX_MAIL_BYTES) return readHead(raw, { kind: 'too-big', why: `${raw.length} bytes, more than ${MAX_MAIL_BYTES}` });
  try {
    return await whole(raw);
  } catch (error) {
    return readHead(raw, { kind: 'unreadable', why: error instanceof Error ? error.message : 'not a mail' });
  }
}

/** What can be told of a mail without any parser: for one that ran out of time. */
export function headOfMail(raw: Buffer, failure: NonNullable<ReadMail['failure']>): ReadMail {
  return { ...ofHead(raw, undefined), failure, text: '', attachments: [] };
}

async function whole(raw: Buffer): Promise<ReadMail> {
  const essential = essentialMail(withoutPrologue(raw));
  const parsed = await simpleParser(essential.raw, OPTIONS);
  const html = parsed.html ? textOfHtml(parsed.html) : undefined;
  const plain = parsed.text?.trim() ? parsed.text : '';
  const text = plain === '' ? (html?.whole ?? '') : plain;
  const textAboveQuote = aboveQuote(html, plain);
  const head = ofHead(raw, parsed);
  const returned = returnedLetterOf(parsed, head.references);
  const attachments = parsed.attachments.map(typeOf);
  const enclosed = enclosureIn(text, attachments);
  const textCut =
    essential.textCut || (plain !== '' && essential.htmlSaysMore) || (plain === '' && html?.cut === true && html.aboveQuote === undefined);
  return {
    ...head,
    text: text.slice(0, MAX_TEXT),
    ...(textAboveQuote !== undefined && { textAboveQuote: textAboveQuote.slice(0, MAX_TEXT) }),
    ...(textCut && { textCut }),
    ...(enclosed && { enclosed }),
    attachments,
    ...(returned && { returned }),
    ...(isNotice(parsed) && { notice: true }),
  };
}

/** Beside a plain text the HTML only tells where that one ends, so it must show words. */
function aboveQuote(html: HtmlText | undefined, plain: string): string | undefined {
  const above = html?.aboveQuote;
  return plain !== '' && above?.trim() === '' ? undefined : above;
}

/** One part with a damaged header is a part like any other. */
function typeOf({ contentType }: { readonly contentType: unknown }): string {
  return typeof contentType === 'string' ? contentType.toLowerCase() : 'application/octet-stream';
}

/** The headers alone, for a mail whose body was not fetched. */
async function readHead(raw: Buffer, failure: NonNullable<ReadMail['failure']>): Promise<ReadMail> {
  const head = Buffer.concat([raw.subarray(0, headEnd(raw)), Buffer.from('\r\n\r\n')]);
  const parsed = await simpleParser(withoutPrologue(head), OPTIONS).catch(() => undefined);
  return { ...ofHead(raw, parsed), failure, text: '', attachments: [] };
}

function ofHead(raw: Buffer, parsed: ParsedMail | undefined) {
  const headers = headersOf(withoutPrologue(raw));
  const messageId = messageIdsIn(valueOf(headers, 'message-id'))[0];
  return {
    size: raw.length,
    ...(messageId !== undefined && { messageId }),
    headers,
    sender: senderOf(headers),
    recipients: ['delivered-to', 'x-original-to', 'envelope-to', 'to', 'cc'].map((name) => valuesOf(headers, name).flatMap(addressesIn)),
    references: [
      ...valuesOf(headers, 'in-reply-to').flatMap(messageIdsIn),
      ...valuesOf(headers, 'references').flatMap(messageIdsIn).toReversed(),
    ],
    subject: subjectOf(parsed).slice(0, 500),
  };
}

/** A subject may come twice, and mailparser then gives a list. */
function subjectOf(parsed: ParsedMail | undefined): string {
  const subject: unknown = parsed?.subject;
  return typeof subject === 'string' ? subject : '';
}

/** A byte order mark, empty lines or an mbox « From » line before the first header would hide all headers. */
function withoutPrologue(raw: Buffer): Buffer {
  const start = /^(?:\u00EF\u00BB\u00BF|\s)*(?:From [^\n]*\n)?/.exec(raw.subarray(0, 1000).toString('latin1'))?.[0].length ?? 0;
  return withLineFeeds(raw.subarray(start));
}

/** Some programs end lines as an old Macintosh does. */
function withLineFeeds(raw: Buffer): Buffer {
  return raw.includes(0x0a) ? raw : Buffer.from(raw.toString('latin1').replaceAll('\r', '\r\n'), 'latin1');
}
