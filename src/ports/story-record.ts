import type { SeatNo } from '../domain/decision/decision';
import type { Change } from '../domain/order/change';

export interface TicketsToStop {
  readonly order: string;
  readonly seats: readonly SeatNo[];
  readonly at: string;
}

/** What the letter with the tickets of a release knew of its order: the last change; and the seats whose tickets it brought first. */
export interface ToldRelease {
  readonly release: number;
  readonly seq: number;
  readonly carried: readonly SeatNo[];
}

export interface StoryRecord {
  /**
   * Writes rows, audit event and outgoing letters of a change in one transaction. A change whose `state.seq` is not
   * newer than the one recorded is ignored, but its letters are still returned: it may be called again.
   * Returns the keys of the letters that this change asks for and that have not left yet, in order.
   */
  record(change: Change): Promise<readonly string[]>;
  /**
   * Before seats are given up: from now on their tickets let nobody in. Where somebody has come in by one of them and the entry
   * was not taken back, nothing is stopped, and the seats of those who are inside are returned. May be called again.
   */
  stopAtDoor(tickets: TicketsToStop): Promise<readonly SeatNo[]>;
  /**
   * Their seats were not given up in the end: tickets that `stopAtDoor` stopped at that instant let people in again, where the seat
   * stands. May be called again.
   */
  allowAtDoor(tickets: TicketsToStop): Promise<void>;
  /** Letters of this order that were written and have not left: what a resumed story sends first. */
  unsentLetters(order: string): Promise<readonly string[]>;
  /** Releases whose letter of tickets the host refused for good. */
  failedReleases(order: string): Promise<readonly number[]>;
  /** Of releases whose tickets have left, where that was kept. */
  toldReleases(order: string): Promise<readonly ToldRelease[]>;
}
