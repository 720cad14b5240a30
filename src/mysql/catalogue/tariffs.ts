import type { Knex } from 'knex';
import type { TariffView } from '../../domain/order-view';
import type { Companionship } from '../../domain/order/state';
import { isForMinors, onDays, type ValidityDays } from '../../domain/sale/validity';
import { columns, rowsOf, type Selected } from '../rows';
import { proofTypeName, tariffName, tariffRule, tariffValidity } from '../schema/json-columns';

/** A tariff as it is kept; its words are completed by the days on which a proof must hold. */
export interface Tariff {
  readonly code: string;
  readonly companionship?: Companionship | undefined;
  readonly maxPerOrder?: number | undefined;
  readonly minPerOrder?: number | undefined;
  readonly memberNumber?: boolean | undefined;
  readonly needsProof: boolean;
  readonly forMinors?: boolean | undefined;
  readonly view: (days: ValidityDays) => TariffView;
}

const TARIFF = columns('tariffs', 'code', 'name', 'needs_proof', 'health', 'companionship', 'max_per_order', 'min_per_order', 'member_number', 'validity', 'validity_rule'); // prettier-ignore
const PROOF = { ...columns('tariff_proof_types', 'tariff_code'), name: 'proof_types.name' } as const;

/** In the order in which a price list shows them. A code that is not known is left out. */
export async function tariffsByCode(knex: Knex, codes: readonly string[]): Promise<readonly Tariff[]> {
  const named = knex('tariffs')
    .whereIn('code', [...codes])
    .orderBy(['sort', 'code']);
  const rows = await rowsOf(named, TARIFF);
  const accepted = knex('tariff_proof_types')
    .join('proof_types', 'proof_types.code', 'tariff_proof_types.proof_type_code')
    .whereIn('tariff_code', [...codes])
    .orderBy('tariff_proof_types.sort');
  const proofs = await rowsOf(accepted, PROOF);
  return rows.map((row) =>
    tariffOf(
      row,
      proofs.filter(({ tariff_code }) => tariff_code === row.code),
    ),
  );
}

function tariffOf(row: Selected<typeof TARIFF>, proofs: readonly Selected<typeof PROOF>[]): Tariff {
  const { code } = row;
  const needsProof = Boolean(row.needs_proof);
  const words = { name: tariffName(row.name), acceptedProofs: proofs.map(({ name }) => proofTypeName(name)) };
  const validity = tariffValidity(row.validity);
  const rule = tariffRule(row.validity_rule);
  return {
    code,
    companionship: row.companionship ?? undefined,
    maxPerOrder: row.max_per_order ?? undefined,
    minPerOrder: row.min_per_order ?? undefined,
    memberNumber: Boolean(row.member_number) || undefined,
    needsProof,
    forMinors: (rule && isForMinors(rule)) || undefined,
    view: (days) => ({ code, ...words, needsProof, health: Boolean(row.health), validity: onDays(validity, days) }),
  };
}
