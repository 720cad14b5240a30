/**
 * The reviewer's words as the spectator may read them: the first paragraph, up to a postscript. Nothing where an address,
 * a link or a damaged sign stands in them: that was not written to be read by a customer.
 */
export function tellable(words: string): string {
  const [paragraph = ''] = words.trim().split(/\n[ \t]*\n/, 1);
  const [own = ''] = paragraph.split(/(?:^|\n|(?<=[.!?]) )\s*(?:(?:P\.? ?S\.?|N\.? ?B\.?|post-scriptum)[\s:.,-]|(?:ps|nb)\s*[:.,-])/, 1);
  return PRIVATE.test(own) ? '' : own.replaceAll(/\s+/g, ' ').trim();
}

const PRIVATE = /\uFFFD|\S@\S|https?:|www\.|\b[a-z0-9-]+\.(?:fr|com|org|net|eu|example)\b/iu;
