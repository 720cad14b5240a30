import type { Companionship } from '../../domain/order/state';
import type { ValidityRule } from '../../domain/sale/validity';
import type { ProofType } from './proof-types';

/** A tariff as the field knows it (docs/domain.md 3); each venue changes what it likes. */
export interface TariffSketch {
  readonly code: string;
  readonly name: readonly [string, string];
  readonly proofs?: readonly ProofType[];
  readonly rule?: ValidityRule;
  /** Days that an accepted proof is kept. */
  readonly keep?: number;
  readonly health?: true;
  readonly companionship?: Companionship;
  /** A number instead of a paper. */
  readonly memberNumber?: true;
}
