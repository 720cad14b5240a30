import { lineRuns } from '../../src/pdf/line-runs';
import type { Direction } from '../../src/pdf/scripts/reading-order';
import { furtherFontsFor } from '../../src/pdf/scripts/further-fonts';

/** The pieces of a line as they stand from left to right, each with the direction in which its letters run. */
async function seen(text: string, direction: Direction): Promise<readonly (readonly [string, Direction | undefined])[]> {
  const runs = lineRuns([{ text, face: 'text' }], direction, await furtherFontsFor([text]));
  const placed = runs.filter(({ place = 0 }) => place !== Infinity).toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));
  return placed.filter((run) => run.text.trim() !== '').map((run) => [run.text.trim(), run.direction] as const);
}

describe('words from right to left', () => {
  it('stand where they are read, on a line that begins with them', async () => {
    expect(await seen('דנה Zoé לוי', 'rtl')).toEqual([
      ['לוי', 'rtl'],
      ['Zoé', 'ltr'],
      ['דנה', 'rtl'],
    ]);
  });

  it('stand among Latin ones, the first of them last, on a line that begins with Latin letters', async () => {
    expect(await seen('Zoé דנה לוי Martin', 'ltr')).toEqual([
      ['Zoé', 'ltr'],
      ['לוי', 'rtl'],
      ['דנה', 'rtl'],
      ['Martin', 'ltr'],
    ]);
  });

  it('of two scripts are turned as one', async () => {
    expect(await seen('דנה أحمد', 'rtl')).toEqual([
      ['أحمد', 'rtl'],
      ['דנה', 'rtl'],
    ]);
  });
  it('have their brackets turned over, and what is said last on the left', async () => {
    expect((await seen('(דנה)!', 'rtl')).map(([text]) => text)).toEqual(['!(', 'דנה', ')']);
  });
});
