import { simpleParser } from 'mailparser';

/** An HTML body as text: all of it (quotations behind `>`), and what stands above the first sign of a quotation. */
export interface HtmlText {
  readonly whole: string;
  readonly aboveQuote: string;
}

const MAX_HTML = 512 * 1024;

/** What mail programs put right before the quoted letter. Each is a tag: the cut is made at its `<`. */
const QUOTE_MARKS: readonly RegExp[] = [
  /<[a-z]+[^<>]{0,300}class=["']?[^"'<>]{0,100}(?:gmail_quote|yahoo_quoted|protonmail_quote|moz-cite-prefix|moz-forward-container|zmail_extra|OutlookMessageHeader|tutanota_quote|gmail_attr)/i,
  /<[a-z]+[^<>]{0,300}id=["']?(?:[a-z0-9_-]{0,20}_)?(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|ms-outlook-mobile-reference-message|olk_src_body_section|zwchr|reply-intro|isReplyContent|isForwardContent|replySplit)/i,
  /<[a-z]+[^<>]{0,300}name=["']?(?:messageReplySection|quote)["']/i,
  /<div[^<>]{0,200}style=["'][^"'<>]{0,200}border-top:\s?(?:solid|1px solid|1\.0pt solid) ?(?:#[eb][15]|1\.0pt|windowtext)/i,
  /<div[^<>]{0,200}style=["']border:none;\s?border-top:/i,
  /<blockquote/i,
];

export async function textOfHtml(html: string): Promise<HtmlText> {
  const bounded = html.slice(0, MAX_HTML);
  const marks = QUOTE_MARKS.map((mark) => bounded.search(mark)).filter((at) => at >= 0);
  const whole = await convert(bounded);
  return { whole, aboveQuote: marks.length === 0 ? whole : await convert(bounded.slice(0, Math.min(...marks))) };
}

/** By mailparser's own converter, for the same HTML must read the same everywhere. */
async function convert(html: string): Promise<string> {
  if (html.trim() === '') return '';
  // Struck words were taken back by their writer: made visible, so that nobody takes them for an answer.
  const body = html.replace(/<(\/?)(?:s|del|strike)>/gi, '~~');
  const mail = `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body).toString('base64')}`;
  const parsed = await simpleParser(mail, { skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true });
  return parsed.text ?? '';
}
