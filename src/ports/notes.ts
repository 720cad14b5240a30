/** Free text said by people. Stored first, under the command's id; stories and histories carry the reference only. */
export interface Notes {
  /** Writing the same reference again changes nothing. */
  write(note: {
    readonly ref: string;
    readonly order: string;
    readonly text: string;
    readonly by: string;
    readonly at: string;
  }): Promise<void>;
}
