import type { Companionship } from '../../domain/order/state';
import type { ProofType } from './proof-types';

/** A tariff as the field knows it (domain.md 3); each venue changes what it likes. */
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

/** On which day a proof must hold is the day of the performance, for all of them. */
export type ValidityRule =
  | { readonly kind: keyof typeof FIXED }
  | { readonly kind: 'issued-within'; readonly months: number; readonly orPeriod?: true }
  | { readonly kind: 'younger-than' | 'at-least'; readonly years: number }
  | { readonly kind: 'quantity'; readonly people: number };

/** What the reviewer checks, and what the spectator is told; `{date}` is the day of the performance. */
export function inWords(rule: ValidityRule): readonly [string, string] {
  if (rule.kind === 'issued-within') return issuedWithin(rule);
  if (rule.kind === 'younger-than') return [`moins de ${rule.years}\u00a0ans le {date}`, `under ${rule.years} on {date}`];
  if (rule.kind === 'at-least') return [`${rule.years}\u00a0ans ou plus le {date}`, `${rule.years} or over on {date}`];
  if (rule.kind === 'quantity') return [`au moins ${rule.people}\u00a0personnes le {date}`, `at least ${rule.people} people on {date}`];
  return FIXED[rule.kind];
}

const FIXED = {
  'academic-year': ['l’année universitaire couvre le {date}', 'the academic year covers {date}'],
  'school-year': ['l’année scolaire couvre le {date}', 'the school year covers {date}'],
  'card-year': ['l’année de la carte couvre le {date}', 'the year of the card covers {date}'],
  'calendar-years': ['les années imprimées couvrent le {date}', 'the years printed cover {date}'],
  'end-date': ['valable le {date}', 'valid on {date}'],
  'end-date-or-final': ['valable le {date}, ou à titre définitif', 'valid on {date}, or for life'],
  membership: ['adhésion en cours le {date}', 'membership active on {date}'],
  'with-holder': ['une place d’accompagnateur par personne accompagnée', 'one companion’s seat for each person accompanied'],
} as const;

function issuedWithin({ months, orPeriod }: Extract<ValidityRule, { kind: 'issued-within' }>): readonly [string, string] {
  const fr = `de moins de ${months}\u00a0mois le {date}`;
  const en = `less than ${months}\u00a0months old on {date}`;
  return orPeriod ? [`${fr}, ou décision en cours ce jour-là`, `${en}, or a decision in force on that day`] : [fr, en];
}
