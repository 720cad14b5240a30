/** Links asked for on the page: they live a quarter of an hour and open once. Only their hash is kept. */
export interface SignInLinks {
  add(link: { readonly hash: string; readonly order: string; readonly expiresAt: string }): Promise<void>;
  /** When those of an order that nobody has used end, or have ended since then: the newest first. */
  unused(order: string, since: string): Promise<readonly string[]>;
  /** The order that it opens, once; `undefined` when it is unknown, used or too old. */
  use(hash: string, now: string): Promise<string | undefined>;
}
