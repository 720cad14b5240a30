import type { BasketSeat, PricedBasket } from '../../domain/sale/basket';
import { chosenDelivery, priceBasket } from '../../domain/sale/basket';
import { COUNTER } from '../../domain/sale/channel';
import type { Language } from '../../domain/language';
import { LANGUAGES } from '../../domain/language';
import type { Offer, OfferedTariff } from '../../domain/sale/offer';
import { withProofsSeen } from '../../domain/sale/offer';
import { z } from 'zod';
import { SHOWN_SLIPS } from '../likely-slips';

/** What was typed at the counter; kept as it was while something is put right. */
export interface Typed {
  readonly key: string;
  readonly operator: string;
  readonly name: string;
  readonly email: string;
  /** The addresses that the page has asked about. */
  readonly slips: string;
  readonly language: Language;
  readonly method: string | undefined;
  readonly channel: string;
  /** By which the tickets come, once it was asked. */
  readonly delivery: string | undefined;
  readonly proofsSeen: boolean;
  readonly counts: Readonly<Record<string, number>>;
  /** As typed, by the code of a tariff that asks each member for a number. */
  readonly members: Readonly<Record<string, string>>;
  readonly sell: boolean;
  /** The total on the button that was pressed. */
  readonly told: number | undefined;
}

const Form = z.looseObject({
  key: z.uuid(),
  operator: z.string().max(40).catch(''),
  name: z.string().trim().max(200).catch(''),
  email: z.string().trim().max(320).catch(''),
  [SHOWN_SLIPS]: z.string().max(320).catch(''),
  language: z.enum(LANGUAGES).catch('fr'),
  method: z.string().min(1).max(40).optional().catch(undefined),
  channel: z.string().min(1).max(40).catch(COUNTER),
  delivery: z.string().min(1).max(40).optional().catch(undefined),
  seen: z.literal('yes').optional().catch(undefined),
  step: z.enum(['total', 'sell']).catch('total'),
  told: z.coerce.number().optional().catch(undefined),
});
export const LONGEST_MEMBERS = 2100;
/** More than any sale allows: the rule then says how many it does. */
const MOST = 99;
const Count = z.coerce
  .number()
  .int()
  .min(0)
  .transform((count) => Math.min(count, MOST))
  .catch(0);
/** Of as many seats as an order may hold, with commas. */
const Members = z.string().trim().max(LONGEST_MEMBERS).catch('');

/** The name of the field for so many of one tariff in one category. */
export function countField(tariff: string, category: string): string {
  return `n.${tariff}.${category}`;
}

/** The name of the field for the members’ numbers of one tariff. */
export function membersField(tariff: string): string {
  return `m.${tariff}`;
}

/** « 1204, 1205 »: no card has a comma in its number. */
export function membersOf({ members }: Pick<Typed, 'members'>, tariff: string): readonly string[] {
  const written = members[tariff] ?? '';
  return written
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

export function readTyped(body: unknown, offer: Offer): Typed {
  const form = Form.parse(body);
  const counts = cellsOf(offer).map(({ tariff, category }) => {
    const field = countField(tariff.code, category);
    return [field, Count.parse(form[field] === '' ? 0 : (form[field] ?? 0))] as const;
  });
  const members = offer.tariffs
    .filter(({ memberNumber }) => memberNumber)
    .map(({ code }) => [code, Members.parse(form[membersField(code)])] as const);
  const { key, operator, name, email, slips, language, method, channel, delivery, seen, step, told } = form;
  return {
    channel,
    key,
    operator,
    name,
    email,
    slips,
    language,
    method,
    delivery,
    proofsSeen: seen === 'yes',
    counts: Object.fromEntries(counts),
    members: Object.fromEntries(members),
    sell: step === 'sell',
    told,
  };
}

/** What is sold: one line each, where the grid has a price. */
function cellsOf(offer: Offer): readonly { readonly tariff: OfferedTariff; readonly category: string }[] {
  return offer.tariffs.flatMap((tariff) =>
    offer.categories.flatMap(({ code }) => (Object.hasOwn(tariff.prices, code) ? [{ tariff, category: code }] : [])),
  );
}

/** Everybody bears the buyer's name: nobody at a counter spells out five. Members' numbers go to the seats of their tariff in turn. */
export function seatsOf(offer: Offer, typed: Typed): readonly BasketSeat[] {
  const left = new Map(offer.tariffs.map(({ code }) => [code, [...membersOf(typed, code)]]));
  return cellsOf(offer).flatMap(({ tariff, category }) =>
    Array.from({ length: typed.counts[countField(tariff.code, category)] ?? 0 }, () => ({
      ...{ tariff: tariff.code, category, holder: typed.name },
      memberNumber: left.get(tariff.code)?.shift(),
    })),
  );
}

function asksProof(offer: Offer, seats: readonly BasketSeat[]): boolean {
  return seats.some((seat) => offer.tariffs.some((tariff) => tariff.code === seat.tariff && tariff.needsProof));
}

/** A proof will have to be asked for by e-mail, and nothing is printed before it is checked. */
export function lacksProof(offer: Offer, typed: Typed): boolean {
  return !typed.proofsSeen && asksProof(offer, seatsOf(offer, typed));
}

/** With the proofs seen everything may be printed; otherwise the order is held as one that came online. */
export function offerAtTill(offer: Offer, { proofsSeen }: Pick<Typed, 'proofsSeen'>): Offer {
  return proofsSeen ? withProofsSeen(offer) : offer;
}

export function deliveryFor(offer: Offer, typed: Typed): string {
  return chosenDelivery(offerAtTill(offer, typed), seatsOf(offer, typed), typed.delivery)?.code ?? '';
}

export function priced(offer: Offer, typed: Typed): PricedBasket {
  return priceBasket(offerAtTill(offer, typed), seatsOf(offer, typed), deliveryFor(offer, typed));
}

/** In an address: the counter's own channel needs no word. */
export function channelQuery(channel: string): Readonly<Record<string, string>> {
  return channel === COUNTER ? {} : { filiere: channel };
}
