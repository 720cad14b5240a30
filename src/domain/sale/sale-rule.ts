import { refuseFaults, RefusedEntry } from '../catalogue/refused-entry';
import { Refusal } from '../refusal';
import { DAY } from '../time';
import { whyNotTakeable, type CountedTariff } from './takeable';

/** What a channel sells of a performance, from when until when. Times are ISO, UTC. */
export interface SaleRule {
  readonly channel: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly maxSeats: number;
  /** `undefined`: « aucune réserve ». */
  readonly allocation?: string | undefined;
  readonly tariffs: readonly string[];
  readonly deliveryMethods: readonly string[];
}

/** Places of a performance kept for one way of selling, and how many of them stand how. */
export interface Allocation {
  readonly code: string;
  readonly name: string;
  /** By category. */
  readonly places: readonly PlaceCount[];
}

export interface PlaceCount {
  readonly category: string;
  readonly free: number;
  readonly held: number;
  readonly sold: number;
  readonly closed: number;
}

/** The most that one order can hold, whatever the channel. */
const MOST_SEATS = 50;

interface Evening {
  readonly startsAt: string;
  readonly endsAt: string;
  /** The channel sells without anybody at the counter. */
  readonly online: boolean;
}

/** Earlier than that, a year was mistyped. */
const LONGEST_SALE = 5 * 366 * DAY;

/** Refuses what could sell nothing, or sells what is over: no tariff, no method, an end before its beginning or after the evening's. */
export function refuseImpossibleRule(rule: SaleRule, { startsAt, endsAt, online }: Evening): void {
  const { opensAt, closesAt, maxSeats, tariffs, deliveryMethods } = rule;
  const last = online ? startsAt : endsAt;
  if (closesAt > last) throw impossible('closesAt', `It sells until the performance ${online ? 'starts' : 'ends'} at most.`);
  if (Date.parse(opensAt) < Date.parse(startsAt) - LONGEST_SALE) throw impossible('opensAt', 'A sale opens five years before at most.');
  if (closesAt <= opensAt) throw impossible('closesAt', 'A sale closes after it opens.');
  if (!Number.isInteger(maxSeats) || maxSeats < 1 || maxSeats > MOST_SEATS)
    throw impossible('maxSeats', `From 1 to ${MOST_SEATS} seats an order.`);
  if (tariffs.length === 0) throw impossible('tariffs', 'A rule offers at least one tariff.');
  if (deliveryMethods.length === 0) throw impossible('deliveryMethods', 'A rule offers at least one delivery method.');
}

interface Selling {
  readonly before: SaleRule | undefined;
  readonly at: string;
  readonly online: boolean;
  /** The performance is online. */
  readonly published: boolean;
}

/**
 * Refuses a slip of the date that would stop a sale: one that goes on ends in the future, and does not open anew. What has ended by
 * itself may be written again. The end of what is online is judged with all that it needs (keeping-sale.ts).
 */
export function refuseStoppedSale(rule: SaleRule, { before, at, online, published }: Selling): void {
  const now = Date.parse(at);
  const ended = before !== undefined && Date.parse(before.closesAt) <= now;
  if (!ended && Date.parse(rule.closesAt) <= now && !(online && published))
    throw new RefusedEntry([{ pointer: '#/closesAt', says: CLOSED_ALREADY }], 'sale-rule-impossible');
  const sells = before !== undefined && !ended && Date.parse(before.opensAt) <= now && (published || !online);
  if (sells && Date.parse(rule.opensAt) > now)
    throw online
      ? new RefusedEntry([{ pointer: '#/opensAt', says: OPEN_ONLINE }], 'sale-would-stop')
      : new RefusedEntry([{ pointer: '#/opensAt', says: OPEN_AT_THE_COUNTER }], 'sale-rule-impossible');
}

const CLOSED_ALREADY = {
  fr: 'Cette clôture est déjà passée. Pour arrêter la vente, retirez la règle (« Ne plus vendre »).',
  en: 'This closing has passed. To stop the sale, remove the rule.',
};
const OPEN_ONLINE = {
  fr: 'La vente est ouverte : une ouverture à venir l’arrêterait. Retirez d’abord la séance de la vente en ligne.',
  en: 'The sale is open: an opening to come would stop it. Take the performance offline first.',
};
const OPEN_AT_THE_COUNTER = {
  fr: 'La vente est ouverte : une ouverture à venir l’arrêterait. Pour l’arrêter, retirez la règle (« Ne plus vendre »).',
  en: 'The sale is open: an opening to come would stop it. To stop it, remove the rule.',
};

/** Refuses, by name, what the rule would offer and no order of its size could hold. */
export function refuseIdleTariffs({ tariffs: codes, maxSeats }: SaleRule, all: readonly CountedTariff[]): void {
  const tariffs = all.filter(({ code }) => codes.includes(code));
  const faults = tariffs.flatMap((tariff) => {
    const says = whyNotTakeable(tariff, { tariffs, maxSeats });
    return says ? [{ pointer: `#/tariffs/${codes.indexOf(tariff.code)}`, says }] : [];
  });
  refuseFaults(faults, 'sale-rule-impossible');
}

function impossible(field: keyof SaleRule, message: string): Refusal {
  return new Refusal('sale-rule-impossible', message, { field });
}
