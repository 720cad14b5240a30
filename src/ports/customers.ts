interface CustomerLine {
  readonly number: number;
  readonly name: string;
  readonly email?: string | undefined;
  /** Where they were first met. */
  readonly channel?: string | undefined;
  readonly orders: number;
}

export interface Customers {
  /** The newest first; `next` is the `after` of the following page. */
  list(filter: {
    readonly channel?: string | undefined;
    readonly after?: number | undefined;
    readonly limit: number;
  }): Promise<{ readonly customers: readonly CustomerLine[]; readonly next?: number | undefined }>;
}
