/** A field and what to do about it. */
export interface Fault {
  readonly field: string;
  readonly words: string;
}
