/** What a channel sells of a performance, from when until when. Times are ISO, UTC. */
export interface SaleRule {
  readonly channel: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly maxSeats: number;
  /** `undefined`: « aucune réserve ». */
  readonly allocation?: string | undefined;
  readonly tariffs: readonly string[];
  readonly deliveryMethods: readonly string[];
}

/** Places of a performance kept for one way of selling, and how many of them stand how. */
export interface Allocation {
  readonly code: string;
  readonly name: string;
  /** By category. */
  readonly places: readonly PlaceCount[];
}

export interface PlaceCount {
  readonly category: string;
  readonly free: number;
  readonly held: number;
  readonly sold: number;
  readonly closed: number;
}
