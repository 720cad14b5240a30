/** What was wrong with the files sent for one seat, as its form tells it. */
export interface UploadFaults {
  readonly sentences: readonly string[];
  /** What the sender had chosen for the files that were there: they stay. */
  readonly adds?: boolean | undefined;
  /** How many were refused where others passed. */
  readonly missing?: number | undefined;
}
