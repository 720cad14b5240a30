import { Refusal } from '../refusal';

/** How many places somebody may keep before they have paid, so that nobody empties a house for nothing. 0: no limit. */
export interface HoldLimits {
  /** Over all performances, in one browser. */
  readonly perSession: number;
  /** Over all performances, from one address. */
  readonly perAddress: number;
  /** Of one performance, from one address: so many hundredths of its places. */
  readonly percentOfPerformance: number;
}

/** Who keeps places: prints, never the address itself. */
export interface Holder {
  readonly address: string;
  /** The pages alone know one; a program has none. */
  readonly session?: string | undefined;
}

/** Who wants places, and how many they may keep unpaid. */
export interface Hold {
  readonly holder: Holder;
  readonly limits: HoldLimits;
  /** The most that one order may hold: always let through, to a family and to a school alike. */
  readonly oneOrder: number;
}

/** The places that are kept and not paid, other than those of the basket itself. */
export interface KeptUnpaid {
  readonly bySession: number;
  readonly byAddress: number;
  /** By the address, of the performance that is wanted. */
  readonly here: number;
  /** When, and in how many seconds, the first of them go back to sale, unless they are paid before. */
  readonly back?: { readonly until: string; readonly seconds: number } | undefined;
}

export interface PlacesWanted {
  readonly count: number;
  readonly oneOrder: number;
  /** Places of the performance, whoever has them. */
  readonly capacity: number;
}

/** Refuses with `too-many-held`; what is paid, given back or over counts no more. */
export function refuseHoarding(limits: HoldLimits, kept: KeptUnpaid, { count, oneOrder, capacity }: PlacesWanted): void {
  const share = limits.percentOfPerformance === 0 ? 0 : Math.max(1, Math.floor((capacity * limits.percentOfPerformance) / 100));
  const scopes = [
    { scope: 'session', limit: limits.perSession, held: kept.bySession },
    { scope: 'performance', limit: share, held: kept.here },
    { scope: 'address', limit: limits.perAddress, held: kept.byAddress },
  ] as const;
  for (const { scope, limit, held } of scopes) {
    const most = Math.max(limit, oneOrder);
    if (limit > 0 && held + count > most)
      throw new Refusal('too-many-held', `${held} places are kept unpaid already, and ${most} may be.`, {
        scope,
        held,
        max: most,
        field: 'seats',
        ...kept.back,
      });
  }
}
