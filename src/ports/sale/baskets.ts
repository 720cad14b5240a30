/** A place that a basket keeps. Free seating has neither row nor seat. */
export interface HeldPlace {
  readonly id: number;
  readonly category: string;
  readonly row?: string | undefined;
  readonly seat?: string | undefined;
}

export interface WantedPlaces {
  readonly basket: string;
  readonly performanceId: number;
  /** Whose places; `undefined`: those that no allocation keeps. */
  readonly allocation?: string | undefined;
  /** One for each seat; `place`: that very one. */
  readonly seats: readonly { readonly category: string; readonly place?: number | undefined }[];
  readonly until: string;
}

/** Places kept while somebody fills in a form: before there is an order, and for a while only. */
export interface Baskets {
  /**
   * Keeps places, one for each seat and in that order, in the stead of those that the basket kept. Refuses with
   * `seats-not-available`, and the ones before stay kept.
   */
  hold(wanted: WantedPlaces, now: string): Promise<readonly HeldPlace[]>;
  /** What is still kept, by place. */
  held(basket: string): Promise<readonly HeldPlace[]>;
  /** Keeps the same places longer. */
  prolong(basket: string, until: string): Promise<void>;
  release(basket: string): Promise<void>;
}
