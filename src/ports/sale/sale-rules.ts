import type { Actor } from '../../domain/actor';
import type { Door } from '../../domain/decision/decision';
import type { Allocation, PlaceCount, SaleRule } from '../../domain/sale/sale-rule';

/** Who asks for a change, and when: each is written down with what was before and after. */
export interface Change {
  readonly by: Actor;
  readonly door: Door;
  readonly at: string;
}

export interface SaleRules {
  of(performanceId: number): Promise<readonly SaleRule[]>;
  /**
   * Writes the rule of its channel, in the place of the one before. Orders already placed stay as they are. Refuses with
   * `changed-meanwhile` where that one is not `unchanged` since it was read.
   */
  put(
    performanceId: number,
    rule: SaleRule,
    change: Change & { readonly unchanged?: (now: SaleRule | undefined) => boolean },
  ): Promise<void>;
  /**
   * From then on this channel sells nothing of the performance.
   * Refuses with `performance-not-found`, with `entry-not-found` where there is no such rule, and with `sale-would-stop` while it is sold online by it.
   */
  remove(performanceId: number, channel: string, change: Change): Promise<void>;
}

export interface Allocations {
  /** `unallocated`: the places that no allocation keeps. */
  of(performanceId: number): Promise<{ readonly allocations: readonly Allocation[]; readonly unallocated: readonly PlaceCount[] }>;
  create(performanceId: number, allocation: { readonly code: string; readonly name: string }, change: Change): Promise<void>;
  /** Top-up: moves so many free places that nobody keeps into the allocation, the best first. Refuses with `seats-not-available`. */
  topUp(performanceId: number, move: Move, change: Change): Promise<void>;
  /** Gives so many free places of the allocation back to all, the worst first. Refuses with `seats-not-available`. */
  giveBack(performanceId: number, move: Move, change: Change): Promise<void>;
}

export interface Move {
  readonly allocation: string;
  readonly category: string;
  readonly count: number;
}
