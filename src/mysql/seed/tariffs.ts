import type { Knex } from 'knex';
import { validityWords } from '../../domain/sale/validity';
import { insertMissing, words } from './insert-missing';
import { TARIFFS } from './tariff-list';

export async function seedTariffs(knex: Knex): Promise<void> {
  const rows = TARIFFS.map(({ code, name, proofs, rule, keep, health, companionship, memberNumber }, sort) => ({
    code,
    sort,
    name: words(...name),
    needs_proof: proofs !== undefined,
    health: health === true,
    companionship: companionship ?? null,
    max_per_order: null,
    min_per_order: rule?.kind === 'quantity' ? rule.people : null,
    member_number: memberNumber === true,
    validity_rule: JSON.stringify(rule ?? {}),
    validity: rule ? JSON.stringify(validityWords(rule)) : words('', ''),
    retention_days: keep ?? 0,
  }));
  await insertMissing(knex, 'tariffs', ['code'], rows);
  const accepted = TARIFFS.flatMap(({ code, proofs = [] }) =>
    proofs.map((type, sort) => ({ tariff_code: code, proof_type_code: type, sort })),
  );
  await insertMissing(knex, 'tariff_proof_types', ['tariff_code', 'proof_type_code'], accepted);
}
