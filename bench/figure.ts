/** One line of `make bench` (docs/contracts.md). */
export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly unit: string;
  /** What `value` is to reach or, where there is a `ratio`, what the ratio is to reach. */
  readonly aim: number;
  /** A peer or a floor that was measured in the same run. */
  readonly beside?: { readonly what: string; readonly value: number };
  /** Bigger is better, whatever is measured. */
  readonly ratio?: number;
  /** What the reader must know to read the value. */
  readonly note?: string;
  /** Where the cost lies: milliseconds of CPU an order, process by process. */
  readonly cpu?: Readonly<Record<string, number>>;
}

type Print = (figure: Figure) => void;

export interface Bench {
  readonly print: Print;
  /** Progress, for the person who waits. */
  readonly say: (words: string) => void;
  /** More of everything: takes hours rather than minutes. */
  readonly long: boolean;
}

/** The fields in the order of the contract, so that two runs can be compared line by line. */
export function lineOf({ figure, value, unit, aim, beside, ratio, note, cpu }: Figure): string {
  return JSON.stringify({ figure, value, unit, aim, beside, ratio, note, cpu });
}

export function rounded(value: number, decimals = 1): number {
  return Number(value.toFixed(decimals));
}

/** Of values in any order; `share` 0.5 is the middle, 0.95 what 19 of 20 stay below. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}
