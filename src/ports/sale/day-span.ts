/** A day, or several, by the clock of some venues. ISO, UTC: from, and up to but not including. */
export interface DaySpan {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** Those whose clock it is; all of them where it is left out. */
  readonly venues?: readonly number[] | undefined;
}
