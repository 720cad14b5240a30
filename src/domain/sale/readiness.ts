import type { Wording } from '../language';
import { CARD_ONLINE, INTERNET } from './channel';
import type { SaleRule } from './sale-rule';

/** The ten steps before a performance can go online: the eight of the first seed, then when it is sold and what its tickets must say. */
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
] as const;
export type ReadinessStep = (typeof READINESS_STEPS)[number];

/** What is missing, in kebab-case, and the step that it belongs to. */
const MISSING = {
  'till-operator': 'till-operator',
  'sales-channel': 'sales-channel',
  'payment-method': 'payment-method',
  'delivery-held-for-proof': 'delivery-methods',
  'delivery-with-template': 'delivery-methods',
  tariffs: 'tariffs',
  'tariff-proof-types': 'tariffs',
  'price-grid': 'price-grid',
  'price-cells': 'price-grid',
  places: 'places',
  allocation: 'places',
  'ticket-template-numbered': 'ticket-template',
  'ticket-template-free': 'ticket-template',
  'sale-rule': 'sale-rule',
  mentions: 'mentions',
} as const satisfies Record<string, ReadinessStep>;
export type MissingCode = keyof typeof MISSING;

export interface MissingStep {
  readonly code: MissingCode;
  /** Which step it is part of: where it is mended. */
  readonly where: ReadinessStep;
  /** What it is about: cells `1 × ETUD`, tariffs, methods; codes of the catalogue. */
  readonly names: readonly string[];
}

export interface TariffFacts {
  readonly code: string;
  readonly name: Wording;
  readonly needsProof: boolean;
  readonly proofTypes: number;
}

interface DeliveryFacts {
  readonly code: string;
  readonly name: Wording;
  readonly template?: string | undefined;
}

/** What the record says of a performance and of what its sale needs. */
export interface ReadinessFacts {
  readonly performanceId: number;
  readonly seating: 'numbered' | 'free';
  readonly publishedAt?: string | undefined;
  readonly tillOperators: readonly string[];
  readonly channels: readonly { readonly code: string; readonly tillOperator: string }[];
  readonly paymentMethods: readonly string[];
  /** Those in use. */
  readonly deliveryMethods: readonly DeliveryFacts[];
  readonly tariffs: readonly TariffFacts[];
  /** The show's. */
  readonly grid: readonly { readonly category: string; readonly tariff: string }[];
  /** The performance's, by category; `allocations` counts those of each allocation that are not closed. */
  readonly places: readonly { readonly category: string; readonly allocation?: string | undefined; readonly count: number }[];
  /** Of the venue. */
  readonly templates: readonly { readonly code: string; readonly seating: 'numbered' | 'free' }[];
  /** Of the tickets of an order that was held for proof: its method has none of its own. */
  readonly heldTemplate: string;
  /** The online one. */
  readonly rule?: SaleRule | undefined;
  readonly mentions: { readonly organizer: string; readonly licences: readonly string[] };
}

export interface Readiness {
  readonly ready: boolean;
  readonly missing: readonly MissingStep[];
}

/** Each missing step once, in the order of the steps. */
export function readinessOf(facts: ReadinessFacts): Readiness {
  const missing = [
    ...till(facts),
    ...delivery(facts),
    ...tariffs(facts),
    ...grid(facts),
    ...places(facts),
    ...templates(facts),
    ...(facts.rule ? [] : [lacks('sale-rule')]),
    ...mentions(facts),
  ];
  return { ready: missing.length === 0, missing };
}

function lacks(code: MissingCode, names: readonly string[] = []): MissingStep {
  return { code, where: MISSING[code], names };
}

function till({ tillOperators, channels, paymentMethods }: ReadinessFacts): readonly MissingStep[] {
  const channel = channels.find(({ code }) => code === INTERNET);
  return [
    ...(tillOperators.includes(INTERNET) ? [] : [lacks('till-operator', [INTERNET])]),
    ...(channel ? [] : [lacks('sales-channel', [INTERNET])]),
    ...(paymentMethods.includes(CARD_ONLINE) ? [] : [lacks('payment-method', [CARD_ONLINE])]),
  ];
}

/** Until the rule says what it offers, it may offer all that there is. */
export function offeredTariffs({ rule, tariffs: all }: ReadinessFacts): readonly TariffFacts[] {
  return rule ? all.filter(({ code }) => rule.tariffs.includes(code)) : all;
}

function offeredDeliveries({ rule, deliveryMethods }: ReadinessFacts): readonly DeliveryFacts[] {
  return rule ? deliveryMethods.filter(({ code }) => rule.deliveryMethods.includes(code)) : deliveryMethods;
}

/** A basket with a reduced seat, and one without: each must find a method. */
function delivery(facts: ReadinessFacts): readonly MissingStep[] {
  const methods = offeredDeliveries(facts);
  const sold = offeredTariffs(facts);
  const held = sold.filter(({ needsProof }) => needsProof);
  const withTemplate = methods.some(({ template }) => template !== undefined);
  const withoutTemplate = methods.some(({ template }) => template === undefined);
  const atOnce = sold.length === 0 || held.length < sold.length;
  return [
    ...(held.length === 0 || withoutTemplate ? [] : [lacks('delivery-held-for-proof', codes(held))]),
    ...(!atOnce || withTemplate ? [] : [lacks('delivery-with-template')]),
  ];
}

function tariffs(facts: ReadinessFacts): readonly MissingStep[] {
  const offered = offeredTariffs(facts);
  const unproved = offered.filter(({ needsProof, proofTypes }) => needsProof && proofTypes === 0);
  return [
    ...(offered.length > 0 ? [] : [lacks('tariffs')]),
    ...(unproved.length === 0 ? [] : [lacks('tariff-proof-types', codes(unproved))]),
  ];
}

/** Every tariff that the rule offers has a price in every category that the performance has. */
function grid(facts: ReadinessFacts): readonly MissingStep[] {
  const { rule, grid: cells } = facts;
  if (cells.length === 0) return [lacks('price-grid')];
  const columns = rule ? rule.tariffs : [...new Set(cells.map(({ tariff }) => tariff))];
  const rows = [...new Set(facts.places.map(({ category }) => category))];
  const empty = rows.flatMap((category) =>
    columns
      .filter((tariff) => !cells.some((cell) => cell.category === category && cell.tariff === tariff))
      .map((tariff) => `${category} × ${tariff}`),
  );
  return empty.length === 0 ? [] : [lacks('price-cells', empty)];
}

function places({ places: all, rule }: ReadinessFacts): readonly MissingStep[] {
  if (all.length === 0) return [lacks('places')];
  const { allocation } = rule ?? {};
  const own = all.some((place) => place.allocation === allocation && place.count > 0);
  return !rule || own ? [] : [lacks('allocation', allocation === undefined ? [] : [allocation])];
}

/** Each method that has a template has it for this seating; so has the PDF product of orders that are held. */
function templates(facts: ReadinessFacts): readonly MissingStep[] {
  const { seating } = facts;
  const drawn = facts.templates.filter((template) => template.seating === seating).map(({ code }) => code);
  const held = offeredTariffs(facts).some(({ needsProof }) => needsProof) ? [facts.heldTemplate] : [];
  const named = [...new Set([...offeredDeliveries(facts).flatMap(({ template }) => template ?? []), ...held])];
  const undrawn = named.filter((code) => !drawn.includes(code));
  return drawn.length === 0 || undrawn.length > 0 ? [lacks(`ticket-template-${seating}`, undrawn)] : [];
}

/** Without them a ticket is no ticket. */
function mentions({ mentions: { organizer, licences } }: ReadinessFacts): readonly MissingStep[] {
  const names = [...(organizer.trim() === '' ? ['organizer'] : []), ...(licences.length === 0 ? ['licence'] : [])];
  return names.length === 0 ? [] : [lacks('mentions', names)];
}

function codes(many: readonly { readonly code: string }[]): readonly string[] {
  return many.map(({ code }) => code);
}
