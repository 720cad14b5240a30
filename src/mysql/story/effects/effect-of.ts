import type { Effect } from '../../../domain/order/effect';

export type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>;
