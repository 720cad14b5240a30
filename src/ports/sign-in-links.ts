/** Links asked for on the page: they live a quarter of an hour and open once. Only their hash is kept. */
export interface SignInLinks {
  add(link: { readonly hash: string; readonly order: string; readonly expiresAt: string }): Promise<void>;
  /** The order that it opens, once; `undefined` when it is unknown, used or too old. */
  use(hash: string, now: string): Promise<string | undefined>;
}
