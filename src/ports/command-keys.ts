/** What keys of commands were used for. */
export interface CommandKeys {
  /**
   * The first time, keeps the print of what is asked under this key. Refuses with `key-used-already` when the key was used for
   * anything else before; the same again changes nothing.
   */
  bind(used: { readonly command: string; readonly content: string; readonly at: string }): Promise<void>;
}
