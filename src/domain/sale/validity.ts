import type { Wording } from '../language';

/** What makes a proof valid. Each venue decides on which day it must hold: by default the performance's. */
export type ValidityRule = ValidityKind & { readonly on?: ValidityDay | undefined };
type ValidityDay = 'order' | 'performance';

type ValidityKind =
  | { readonly kind: keyof typeof FIXED }
  | { readonly kind: 'issued-within'; readonly months: number; readonly orPeriod?: boolean | undefined }
  | { readonly kind: 'younger-than' | 'at-least'; readonly years: number }
  | { readonly kind: 'quantity'; readonly people: number };

/** « Moins de 12 ans »: whoever comes at such a tariff does not buy. */
export function isForMinors(rule: { readonly kind?: unknown; readonly years?: unknown }): boolean {
  return rule.kind === 'younger-than' && typeof rule.years === 'number' && rule.years <= 18;
}

/** What the reviewer checks, and what the spectator is told; `{date}` and `{order-date}` stand for the day on which it must hold. */
export function validityWords(rule: ValidityRule): Wording {
  const { fr, en } = onPerformance(rule);
  const day = (words: string) => (rule.on === 'order' ? words.replaceAll('{date}', '{order-date}') : words);
  return { fr: day(fr), en: day(en) };
}

export interface ValidityDays {
  readonly performance: Wording;
  /** Absent while nothing is ordered. */
  readonly order?: Wording | undefined;
}

/** Puts the days in their places: « le 16 janvier 2027 », « le jour de la commande ». */
export function onDays(wording: Wording, { performance, order = DAY_OF_ORDER }: ValidityDays): Wording {
  const fill = (language: 'fr' | 'en') =>
    wording[language].replaceAll('{date}', performance[language]).replaceAll('{order-date}', order[language]);
  return { fr: fill('fr'), en: fill('en') };
}

const DAY_OF_ORDER: Wording = { fr: 'jour de la commande', en: 'the day of the order' };

function onPerformance(rule: ValidityRule): Wording {
  if (rule.kind === 'issued-within') return issuedWithin(rule);
  if (rule.kind === 'younger-than') return { fr: `moins de ${rule.years}\u00a0ans le {date}`, en: `under ${rule.years} on {date}` };
  if (rule.kind === 'at-least') return { fr: `${rule.years}\u00a0ans ou plus le {date}`, en: `${rule.years} or over on {date}` };
  if (rule.kind === 'quantity')
    return { fr: `au moins ${rule.people}\u00a0personnes le {date}`, en: `at least ${rule.people} people on {date}` };
  return FIXED[rule.kind];
}

/** The rules that have no number of their own. */
export const FIXED = {
  'academic-year': {
    fr: 'valable pour l’année universitaire qui comprend le {date}',
    en: 'valid for the academic year that includes {date}',
  },
  'school-year': { fr: 'valable pour l’année scolaire qui comprend le {date}', en: 'valid for the school year that includes {date}' },
  'card-year': { fr: 'valable pour l’année qui comprend le {date}', en: 'valid for the year that includes {date}' },
  'calendar-years': { fr: 'dont les années imprimées comprennent le {date}', en: 'whose printed years include {date}' },
  'end-date': { fr: 'valable le {date}', en: 'valid on {date}' },
  'end-date-or-final': { fr: 'valable le {date}, ou à titre définitif', en: 'valid on {date}, or for life' },
  membership: { fr: 'adhésion en cours le {date}', en: 'membership active on {date}' },
  'with-holder': {
    fr: 'une place d’accompagnateur par personne accompagnée',
    en: 'one companion’s seat for each person accompanied',
  },
} as const satisfies Record<string, Wording>;

function issuedWithin({ months, orPeriod }: Extract<ValidityRule, { kind: 'issued-within' }>): Wording {
  const fr = `de moins de ${months}\u00a0mois le {date}`;
  const en = `less than ${months}\u00a0months old on {date}`;
  return orPeriod ? { fr: `${fr}, ou décision en cours ce jour-là`, en: `${en}, or a decision in force on that day` } : { fr, en };
}
