/** A call under a key, and a print of what it asks. */
export interface KeyUse {
  readonly command: string;
  readonly content: string;
}

/** What keys of commands were used for. */
export interface CommandKeys {
  /**
   * The first time, keeps the print of what is asked under this key. Refuses with `key-used-already` when the key was used for
   * anything else before.
   */
  bind(use: KeyUse & { readonly at: string }): Promise<void>;
  /** The rules have refused this call and nothing was done by it. The key is free again, unless another call under it was obeyed, or may have been. */
  free(use: KeyUse): Promise<void>;
}
