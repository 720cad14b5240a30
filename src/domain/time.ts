/** Milliseconds since 1970, UTC: what a workflow counts in. Rows and pages carry ISO strings. */
export type Millis = number;

export const HOUR: Millis = 3_600_000;
export const DAY: Millis = 24 * HOUR;
