import type { HoldLimits } from '../../src/domain/sale/hold-limits';

/** For what is not about hoarding. */
export const NO_LIMITS: HoldLimits = { perSession: 0, perAddress: 0, percentOfPerformance: 0 };

/** A quarter of an hour, and ten times as long again. */
export const HOLDS = { holdMs: 900_000, extensions: 10, holdLimits: NO_LIMITS };
