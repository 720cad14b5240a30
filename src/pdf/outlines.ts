import type { Font, Glyph } from 'fontkit';

/**
 * The same font, which remembers the outlines that it has read. Each document embeds the few dozen letters that it needs, and fontkit
 * would take their outlines apart every time, to see whether a letter is made of others. A file holds a few hundred.
 */
export function rememberingOutlines(font: Font): Font {
  const glyphOf = font.getGlyph.bind(font);
  const getGlyph: Font['getGlyph'] = (id, codePoints) => remembering(glyphOf(id, codePoints));
  return Object.assign(font, { getGlyph });
}

/** fontkit gives the same glyph each time that it is asked for. */
function remembering(glyph: Glyph): Glyph {
  if (Object.hasOwn(glyph, READ)) return glyph;
  const read: unknown = Reflect.get(glyph, READ);
  if (typeof read !== 'function') throw new TypeError('fontkit reads outlines in another way.');
  let outline: { readonly is: unknown } | undefined;
  const once = (): unknown => (outline ??= { is: read.call(glyph) }).is;
  return Object.assign(glyph, { [READ]: once });
}

const READ = '_decode';
