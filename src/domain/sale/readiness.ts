import { needsOfTheHouse, unanswered } from './house-needs';
import { lacks, type MissingStep } from './missing-step';
import type { DeliveryFacts, ReadinessFacts, TariffFacts } from './readiness-facts';
import { CARD_ONLINE, INTERNET } from './channel';
import { whyNotTakeable } from './takeable';
import type { Wording } from '../language';

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
    ...opening(facts),
    ...mentions(facts),
    // the director, the host and the mediator: nobody but the venue knows them
    ...facts.unwrittenPages.map((page) => lacks(page)),
    ...needsOfTheHouse(facts, isReviewed(facts)),
  ];
  return { ready: missing.length === 0, missing };
}

function till(facts: ReadinessFacts): readonly MissingStep[] {
  const { tillOperators, channels, paymentMethods } = facts;
  const channel = channels.find(({ code }) => code === INTERNET);
  return [
    ...(tillOperators.includes(INTERNET) ? [] : [lacks('till-operator', [INTERNET])]),
    ...(channel ? [] : [lacks('sales-channel', [INTERNET])]),
    ...(paymentMethods.includes(CARD_ONLINE) ? [] : [lacks('payment-method', [CARD_ONLINE])]),
    ...unanswered(facts, 'payment', 'payment-provider'),
  ];
}

/** Until the rule says what it offers, it may offer all that there is. */
export function offeredTariffs({ rule, tariffs: all }: ReadinessFacts): readonly TariffFacts[] {
  return rule ? all.filter(({ code }) => rule.tariffs.includes(code)) : all;
}

/** Whether somebody will have to look at proofs before tickets leave. */
export function isReviewed(facts: ReadinessFacts): boolean {
  return facts.review.proofsOnline && offeredTariffs(facts).some(({ needsProof }) => needsProof);
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
  const idle = offered.filter((tariff) => whyNobodyTakes(tariff, facts) !== undefined);
  return [
    ...(offered.length > 0 ? [] : [lacks('tariffs')]),
    ...(unproved.length === 0 ? [] : [lacks('tariff-proof-types', codes(unproved))]),
    ...(idle.length === 0 ? [] : [lacks('tariff-not-takeable', codes(idle))]),
  ];
}

/** `undefined`: an order of the online sale can hold it, as far as the rule says what an order is. */
export function whyNobodyTakes(tariff: TariffFacts, facts: ReadinessFacts): Wording | undefined {
  const { rule } = facts;
  if (!rule) return undefined;
  const count = facts.places.filter(({ allocation }) => allocation === rule.allocation).reduce((sum, place) => sum + place.count, 0);
  // none at all is another step
  const maxSeats = count === 0 ? rule.maxSeats : Math.min(rule.maxSeats, count);
  return whyNotTakeable(tariff, { tariffs: offeredTariffs(facts), maxSeats });
}

/** Every tariff that the rule offers has its word in every category that the performance has, and a price in one of them. */
function grid(facts: ReadinessFacts): readonly MissingStep[] {
  const { rule, grid: cells } = facts;
  if (cells.length === 0) return [lacks('price-grid')];
  const columns = rule ? rule.tariffs : [...new Set(cells.map(({ tariff }) => tariff))];
  const rows = [...new Set(facts.places.map(({ category }) => category))];
  const cellOf = (category: string, tariff: string) => cells.find((cell) => cell.category === category && cell.tariff === tariff);
  const empty = rows.flatMap((category) =>
    columns.filter((tariff) => !cellOf(category, tariff)).map((tariff) => `${category} × ${tariff}`),
  );
  if (empty.length > 0) return [lacks('price-cells', empty)];
  const unsold = columns.filter((tariff) => rows.length > 0 && rows.every((category) => cellOf(category, tariff)?.price === null));
  return unsold.length === 0 ? [] : [lacks('tariff-without-price', unsold)];
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

/** What is online already may come to the end of its sale; what is not yet has one before it. */
function opening({ rule: online, startsAt, publishedAt, now }: ReadinessFacts): readonly MissingStep[] {
  if (!online) return [lacks('sale-rule')];
  return [
    ...(online.closesAt <= startsAt ? [] : [lacks('sale-after-start')]),
    ...(publishedAt !== undefined || online.closesAt > now ? [] : [lacks('sale-over')]),
  ];
}

/** Without them a ticket is no ticket. */
function mentions({ mentions: { organizer, licences } }: ReadinessFacts): readonly MissingStep[] {
  const names = [...(organizer.trim() === '' ? ['organizer'] : []), ...(licences.length === 0 ? ['licence'] : [])];
  return names.length === 0 ? [] : [lacks('mentions', names)];
}

function codes(many: readonly { readonly code: string }[]): readonly string[] {
  return many.map(({ code }) => code);
}
