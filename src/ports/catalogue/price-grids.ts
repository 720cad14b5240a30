import type { GridCell, PlacedCell } from '../../domain/catalogue/price-grid';
import type { Asked } from './shelf';

export interface KeptGrid {
  readonly cells: readonly GridCell[];
  readonly version: string;
}

/** The prices of each show. An order keeps those at which it was placed. */
export interface PriceGrids {
  /** `undefined`: no such show. */
  of(showId: number): Promise<KeptGrid | undefined>;
  /**
   * Writes the whole grid, or nothing; `dryRun`: refuses what writing would refuse, and gives the cells that would be kept with the
   * version that stands. Refuses with `entry-not-found`, `grid-not-accepted`, `full-tariff-missing`, `already-exists` or
   * `changed-meanwhile` as a shelf does, `in-use` where what is online would lose a price that it offers, `sale-would-stop`.
   */
  put(showId: number, cells: readonly PlacedCell[], asked: Asked & { readonly dryRun?: boolean | undefined }): Promise<KeptGrid>;
}
