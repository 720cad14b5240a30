import { refuseFaults } from '../catalogue/refused-entry';
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
