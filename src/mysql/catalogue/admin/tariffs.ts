import type { Knex } from 'knex';
import type { ProofTypeEntry, TariffEntry } from '../../../domain/catalogue/entries';
import { named } from '../../../domain/catalogue/in-use';
import { refuseFaults, unknownName, type EntryFault } from '../../../domain/catalogue/refused-entry';
import { validityWords } from '../../../domain/sale/validity';
import { valuesOf } from '../../rows';
import { proofTypeName, tariffName, tariffRule } from '../../schema/json-columns';
import type { Noun } from './noun';
import { isNamed, namedIn, soldByRules } from './uses';

const PROOF_TYPE = ['code', 'name', 'active'] as const;

const BY_CODE = {
  keyColumn: 'code',
  retirable: true,
  keyOf: (row: { readonly code: string }) => row.code,
  natural: ({ code }: { readonly code: string }) => ({ code }),
} as const;

export const proofTypeNoun: Noun<ProofTypeEntry, string, 'proof_types', (typeof PROOF_TYPE)[number]> = {
  ...BY_CODE,
  kind: 'proof-type',
  table: 'proof_types',
  columns: PROOF_TYPE,
  order: ['code'],
  read: (_, { code, name }) => Promise.resolve({ code, name: proofTypeName(name) }),
  row: ({ code, name }) => ({ code, name: JSON.stringify(name) }),
  async uses(trx, key) {
    const accepting = trx('tariff_proof_types')
      .join('tariffs', 'tariffs.code', 'tariff_proof_types.tariff_code')
      .where({ proof_type_code: key })
      .where('tariffs.active', true);
    const tariffs = await valuesOf(accepting, 'tariffs.code');
    return { now: named('tariff', tariffs), ever: await isNamed(trx, 'tariff_proof_types', { proof_type_code: key }) };
  },
};

const TARIFF = ['code', 'name', 'sort', 'needs_proof', 'health', 'companionship', 'max_per_order', 'min_per_order', 'member_number', 'validity_rule', 'retention_days', 'fee', 'active'] as const; // prettier-ignore

export const tariffNoun: Noun<TariffEntry, string, 'tariffs', (typeof TARIFF)[number]> = {
  ...BY_CODE,
  kind: 'tariff',
  table: 'tariffs',
  columns: TARIFF,
  order: ['sort', 'code'],
  async read(knex, row) {
    return {
      ...{ code: row.code, name: tariffName(row.name), sort: row.sort, retentionDays: row.retention_days, fee: row.fee },
      ...{ needsProof: Boolean(row.needs_proof), health: Boolean(row.health), memberNumber: Boolean(row.member_number) },
      companionship: row.companionship ?? undefined,
      maxPerOrder: row.max_per_order ?? undefined,
      minPerOrder: row.min_per_order ?? undefined,
      rule: tariffRule(row.validity_rule),
      proofTypes: await acceptedBy(knex, row.code),
    };
  },
  row: ({ code, name, sort, rule, companionship, ...rest }) => ({
    ...{ code, name: JSON.stringify(name), sort, retention_days: rest.retentionDays, fee: rest.fee },
    ...{ needs_proof: rest.needsProof, health: rest.health, member_number: rest.memberNumber },
    companionship: companionship ?? null,
    max_per_order: rest.maxPerOrder ?? null,
    min_per_order: rest.minPerOrder ?? null,
    validity_rule: JSON.stringify(rule ?? {}),
    validity: JSON.stringify(rule ? validityWords(rule) : { fr: '', en: '' }),
  }),
  async refuse(trx, { value }) {
    const known = await trx('proof_types')
      .where({ active: true })
      .whereIn('code', [...value.proofTypes])
      .pluck('code');
    const strangers = value.proofTypes.flatMap((code, index) => (known.includes(code) ? [] : [unknownName(`#/proofTypes/${index}`, code)]));
    refuseFaults([...strangers, ...contradictions(value)]);
  },
  async after(trx, { value: { code, proofTypes } }) {
    await trx('tariff_proof_types').where({ tariff_code: code }).delete();
    const rows = proofTypes.map((type, sort) => ({ tariff_code: code, proof_type_code: type, sort }));
    if (rows.length > 0) await trx('tariff_proof_types').insert(rows);
  },
  async uses(trx, key, at) {
    const ever = await namedIn(trx, [
      ['positions', { tariff_code: key }],
      ['price_grid', { tariff_code: key }],
      ['sale_rule_tariffs', { tariff_code: key }],
    ]);
    return { now: await soldByRules(trx, { at, table: 'sale_rule_tariffs', where: { tariff_code: key } }), ever };
  },
  clear: (trx, key) => trx('tariff_proof_types').where({ tariff_code: key }).delete(),
};

function contradictions({ needsProof, proofTypes, minPerOrder = 0, maxPerOrder = Infinity, rule }: TariffEntry): readonly EntryFault[] {
  return [
    ...(needsProof || proofTypes.length === 0 ? [] : [{ pointer: '#/proofTypes', says: { fr: 'Ce tarif ne demande pas de justificatif.', en: 'This tariff asks for no proof.' } }]), // prettier-ignore
    ...(new Set(proofTypes).size === proofTypes.length ? [] : [{ pointer: '#/proofTypes', says: { fr: 'Une pièce figure deux fois.', en: 'A proof is said twice.' } }]), // prettier-ignore
    ...(minPerOrder <= maxPerOrder ? [] : [{ pointer: '#/minPerOrder', says: { fr: 'Le minimum dépasse le maximum.', en: 'The least is over the most.' } }]), // prettier-ignore
    ...(rule?.kind !== 'quantity' || rule.people <= maxPerOrder ? [] : [{ pointer: '#/maxPerOrder', says: { fr: `Ce tarif demande au moins ${rule.people}\u00a0personnes : une commande ne peut pas se limiter à ${maxPerOrder}.`, en: `This tariff asks for at least ${rule.people} people: an order cannot stop at ${maxPerOrder}.` } }]), // prettier-ignore
  ];
}

async function acceptedBy(knex: Knex, tariff: string): Promise<readonly string[]> {
  return knex('tariff_proof_types').where({ tariff_code: tariff }).orderBy('sort').pluck('proof_type_code');
}
