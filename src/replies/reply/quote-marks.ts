/** The attributes of an HTML tag. */
export type Attributes = Readonly<Record<string, string>>;

const CLASS =
  /(?:^|[\s_-])(?:gmail_quote|gmail_quote_container|gmail_attr|yahoo_quoted|protonmail_quote|moz-cite-prefix|moz-forward-container|zmail_extra|OutlookMessageHeader|tutanota_quote|ik_mail_quote|x_?gmail_quote|freebirdquote|cloudHQ__gmail_quote|nylas-quote|sh-quoted-content|front-blockquote|skiff_quote|infomaniak_quote)(?:$|[\s_-])/i;
const ID =
  /^(?:[a-z0-9_-]{0,20}_)?(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|ms-outlook-mobile-reference-message|olk_src_body_section|zwchr|reply-intro|replyBody1|isReplyContent|isForwardContent|replySplit|yahoo_quoted_\w{1,30}|ymail_quoted|aqm-original|spark-quote|OriginalMessage|orangeMail_quote)/i;
const NAME = /^(?:messageReplySection|quote|quoted|zwchr)$/i;

/** What mail programs put right before, or around, the letter that they quote. */
export function startsQuotation(tag: string, attributes: Attributes): boolean {
  const { class: classes = '', id = '', name = '' } = attributes;
  if (CLASS.test(classes.slice(0, 300)) || ID.test(id.slice(0, 100)) || NAME.test(name)) return true;
  return isCited(tag, attributes);
}

/** What stands under its end was written by whoever answers. */
export function holdsQuotation(tag: string, attributes: Attributes): boolean {
  return isCited(tag, attributes) || (tag === 'div' && HOLDER.test((attributes['class'] ?? '').slice(0, 300)));
}

const HOLDER = /(?:^|[\s_-])(?:gmail_quote|gmail_quote_container|yahoo_quoted|protonmail_quote|tutanota_quote|ik_mail_quote)(?:$|[\s_-])/i;

/** A bare one is how some indent their own words: then the header above it tells. */
function isCited(tag: string, attributes: Attributes): boolean {
  const { type = '', style = '' } = attributes;
  return tag === 'blockquote' && (type.toLowerCase() === 'cite' || 'cite' in attributes || /border-left/i.test(style));
}
