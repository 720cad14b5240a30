import type { Change } from '../domain/order/change';

export interface StoryRecord {
  /**
   * Writes rows, audit event and outgoing letters of a change in one transaction. A change whose `state.seq` is not
   * newer than the one recorded is ignored, but its letters are still returned: it may be called again.
   * Returns the keys of the letters that this change asks for and that have not left yet, in order.
   */
  record(change: Change): Promise<readonly string[]>;
  /** Letters of this order that were written and have not left: what a resumed story sends first. */
  unsentLetters(order: string): Promise<readonly string[]>;
  /** Releases whose letter of tickets the host refused for good. */
  failedReleases(order: string): Promise<readonly number[]>;
}
