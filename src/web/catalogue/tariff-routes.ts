import type { FIXED } from '../../domain/sale/validity';
import type { Site } from '../visit';
import type { ApiRoute } from '../api/route';
import { name, spoken } from '../typed-text';
import { Price, Sort } from '../api/fields';
import { z } from '../api/zod';
import { codedRoutes } from './shelf-routes';

/** What one pays as whom, and what must be shown for it. */
export function tariffEntryRoutes(site: Site): readonly ApiRoute[] {
  const { proofTypes, tariffs } = site.needs.shelves;
  return [
    ...codedRoutes(
      site,
      { path: 'proof-types', many: 'proof types', one: 'proof type' },
      { schema: z.object({ name: spoken(name(120)) }), shelf: proofTypes },
    ),
    ...codedRoutes(site, { path: 'tariffs', many: 'tariffs', one: 'tariff' }, { schema: TariffBody, shelf: tariffs, longestCode: 16 }),
  ];
}

const FIXED_KINDS = [
  'academic-year',
  'school-year',
  'card-year',
  'calendar-years',
  'end-date',
  'end-date-or-final',
  'membership',
  'with-holder',
] as const satisfies readonly (keyof typeof FIXED)[];
const On = { on: z.enum(['order', 'performance']).optional() };
const Years = z.int().min(1).max(120);

const ValidityRule = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(FIXED_KINDS), ...On }),
    z.strictObject({ kind: z.literal('issued-within'), months: z.int().min(1).max(60), orPeriod: z.boolean().optional(), ...On }),
    z.strictObject({ kind: z.enum(['younger-than', 'at-least']), years: Years, ...On }),
    z.strictObject({ kind: z.literal('quantity'), people: z.int().min(2).max(50), ...On }),
  ])
  .openapi({ description: 'What makes a proof valid; by default on the day of the performance.' });

const Count = z.int().min(1).max(50).optional();

const TariffBody = z.object({
  name: spoken(name(120)),
  sort: Sort,
  needsProof: z.boolean().default(false),
  health: z.boolean().default(false).openapi({ description: 'Its proofs tell of health: consent is asked, nothing is attached.' }),
  companionship: z.enum(['holder', 'companion']).optional(),
  maxPerOrder: Count,
  minPerOrder: Count,
  memberNumber: z.boolean().default(false).openapi({ description: 'Each seat gives a number, no file.' }),
  rule: ValidityRule.optional(),
  proofTypes: z.array(z.string().max(40)).max(20).default([]),
  retentionDays: z.int().min(0).max(30).default(0),
  fee: Price.default(0).openapi({ description: 'In cents, where a grid does not say another.' }),
});
