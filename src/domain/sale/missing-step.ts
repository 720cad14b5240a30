import type { Service } from './service-check';

/** The steps before a performance can go online: the eight of the first seed, when it is sold and what its tickets must say, then what a first order needs of the house and of its servers. */
export const READINESS_STEPS = [
  'till-operator',
  'sales-channel',
  'payment-method',
  'delivery-methods',
  'tariffs',
  'price-grid',
  'places',
  'ticket-template',
  'sale-rule',
  'mentions',
  'legal-pages',
  'dates',
  'reviewers',
  'replies',
  'servers',
] as const;
export type ReadinessStep = (typeof READINESS_STEPS)[number];

/** What is missing, in kebab-case, and the step that it belongs to. */
const MISSING = {
  'till-operator': 'till-operator',
  'sales-channel': 'sales-channel',
  'payment-method': 'payment-method',
  'payment-provider': 'payment-method',
  'delivery-held-for-proof': 'delivery-methods',
  'delivery-with-template': 'delivery-methods',
  tariffs: 'tariffs',
  'tariff-proof-types': 'tariffs',
  'tariff-not-takeable': 'tariffs',
  'price-grid': 'price-grid',
  'price-cells': 'price-grid',
  'tariff-without-price': 'price-grid',
  places: 'places',
  allocation: 'places',
  'ticket-template-numbered': 'ticket-template',
  'ticket-template-free': 'ticket-template',
  'sale-rule': 'sale-rule',
  'sale-after-start': 'sale-rule',
  'sale-over': 'sale-rule',
  mentions: 'mentions',
  'terms-of-sale': 'legal-pages',
  'legal-notice': 'legal-pages',
  'performance-past': 'dates',
  'room-taken': 'dates',
  reviewers: 'reviewers',
  'escalation-address': 'reviewers',
  'own-inbox': 'reviewers',
  'inbox-address': 'replies',
  'inbox-of-another': 'replies',
  inbox: 'replies',
  'sender-authentication': 'replies',
  letters: 'servers',
  stories: 'servers',
} as const satisfies Record<string, ReadinessStep>;
export type MissingCode = keyof typeof MISSING;

/** The server that does not answer; `undefined`: what lacks is none. */
export function serviceOf(code: MissingCode): Service | undefined {
  const services: Readonly<Partial<Record<MissingCode, Service>>> = {
    'payment-provider': 'payment',
    inbox: 'inbox',
    letters: 'letters',
    stories: 'stories',
  };
  return services[code];
}

/** `undefined`: no such code. */
export function stepOf(code: string): ReadinessStep | undefined {
  return Object.entries(MISSING).find(([known]) => known === code)?.[1];
}

export interface MissingStep {
  readonly code: MissingCode;
  /** Which step it is part of: where it is mended. */
  readonly where: ReadinessStep;
  /** What it is about: cells `1 × ETUD`, tariffs, methods (codes of the catalogue), performances, addresses, troubles of a server. */
  readonly names: readonly string[];
}

export function lacks(code: MissingCode, names: readonly string[] = []): MissingStep {
  return { code, where: MISSING[code], names };
}
