/** Letters that run from right to left: Hebrew, Arabic, Syriac, Thaana, N’Ko, Adlam and their kin. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** Those that are two units long: bidi-js looks at each unit, and would take both for left to right. */
export const LONG_RIGHT_TO_LEFT = /[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu;

export function readsRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}
