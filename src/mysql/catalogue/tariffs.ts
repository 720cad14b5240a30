import type { Knex } from 'knex';
import type { Wording } from '../../domain/language';
import type { TariffView } from '../../domain/order-view';
import type { Companionship } from '../../domain/order/state';
import { isForMinors, onDays, type ValidityDays } from '../../domain/sale/validity';
import { parseJson } from '../column-values';

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

interface Row {
  readonly code: string;
  readonly name: unknown;
  readonly needs_proof: number;
  readonly health: number;
  readonly companionship: Companionship | null;
  readonly max_per_order: number | null;
  readonly min_per_order: number | null;
  readonly member_number: number;
  readonly validity: unknown;
  readonly validity_rule: unknown;
}

interface ProofRow {
  readonly tariff_code: string;
  readonly name: unknown;
}

/** In the order in which a price list shows them. A code that is not known is left out. */
export async function tariffsByCode(knex: Knex, codes: readonly string[]): Promise<readonly Tariff[]> {
  const rows: readonly Row[] = await knex('tariffs')
    .whereIn('code', [...codes])
    .orderBy(['sort', 'code'])
    .select('code', 'name', 'needs_proof', 'health', 'companionship', 'max_per_order', 'min_per_order', 'member_number')
    .select('validity', 'validity_rule');
  const proofs: readonly ProofRow[] = await knex('tariff_proof_types')
    .join('proof_types', 'proof_types.code', 'tariff_proof_types.proof_type_code')
    .whereIn('tariff_code', [...codes])
    .orderBy('tariff_proof_types.sort')
    .select('tariff_code', 'proof_types.name');
  return rows.map((row) =>
    tariffOf(
      row,
      proofs.filter(({ tariff_code }) => tariff_code === row.code),
    ),
  );
}

function tariffOf(row: Row, proofs: readonly ProofRow[]): Tariff {
  const { code } = row;
  const needsProof = Boolean(row.needs_proof);
  const words = { name: parseJson(row.name), acceptedProofs: proofs.map(({ name }) => parseJson(name)) };
  const validity: Wording = parseJson(row.validity);
  return {
    code,
    companionship: row.companionship ?? undefined,
    maxPerOrder: row.max_per_order ?? undefined,
    minPerOrder: row.min_per_order ?? undefined,
    memberNumber: Boolean(row.member_number) || undefined,
    needsProof,
    forMinors: isForMinors(parseJson(row.validity_rule)) || undefined,
    view: (days) => ({ code, ...words, needsProof, health: Boolean(row.health), validity: onDays(validity, days) }),
  };
}
