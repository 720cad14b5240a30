/** A field and what to do about it. */
export interface Fault {
  readonly field: string;
  readonly words: string;
  /** What was typed is right: something else has changed, or stands against it. */
  readonly outside?: true | undefined;
  /** It is a question about this address: sent a second time, it is taken. */
  readonly asksAbout?: string | undefined;
}
