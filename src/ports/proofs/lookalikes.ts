/** The same file, or the same picture in another wrapping, that came before. A hint for staff, never a reason to refuse. */
export interface Lookalike {
  readonly proof: string;
  /** Where it was seen: another order, or this one. */
  readonly order: string;
  readonly receivedAt: string;
  readonly sameFile: boolean;
}

export interface Lookalikes {
  /** For each proof that an order stands on, those like it; fingerprints outlive the files. */
  of(order: string): Promise<readonly (Lookalike & { readonly like: string })[]>;
}
