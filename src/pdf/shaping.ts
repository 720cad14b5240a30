import type { Font, GlyphRun } from 'fontkit';

/**
 * The same font, which remembers how it set a word. Shaping is most of what a ticket costs, and tickets say much the same:
 * pdfkit remembers within one document only.
 */
export function rememberingFont(font: Font): Font {
  const shape = font.layout.bind(font);
  const known = new Map<string, GlyphRun>();
  const layout: Font['layout'] = (word, features, ...rest) => {
    if (features) return shape(word, features, ...rest);
    const run = known.get(word) ?? shape(word);
    // Words of an evening are a few hundred; names and titles come and go.
    if (known.size > 3000) known.clear();
    known.set(word, run);
    return copyOf(run);
  };
  return Object.assign(font, { layout });
}

/** pdfkit scales the positions that it is given in place, so each caller gets its own; all else, widths included, is read through the run. */
function copyOf(run: GlyphRun): GlyphRun {
  const positions = run.positions.map((position) => ({ ...position }));
  const copy: GlyphRun = Object.create(run, { positions: { value: positions } });
  return copy;
}
