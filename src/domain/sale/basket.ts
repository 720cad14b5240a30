import type { Cents } from '../money';
import { cents, sharesOf, total } from '../money';
import type { Offer, OfferedDelivery, OfferedTariff } from './offer';
import { Refusal } from '../refusal';

/** What a spectator asks for, seat by seat. */
export interface BasketSeat {
  readonly tariff: string;
  readonly category: string;
  readonly holder: string;
  /** The place chosen on the plan; without one the best that are left, side by side. */
  readonly place?: number | undefined;
  /** Where the tariff asks for one. */
  readonly memberNumber?: string | undefined;
}

interface PricedSeat extends BasketSeat {
  readonly no: number;
  readonly price: Cents;
  readonly fee: Cents;
  /** What the full tariff of the same category costs beyond this one, and which that is. */
  readonly toFullPrice: Cents;
  readonly fullTariff?: string | undefined;
  /** Of a priced delivery method: the shares of the order add up to its price. */
  readonly deliveryShare: Cents;
}

export interface PricedBasket {
  readonly seats: readonly PricedSeat[];
  readonly delivery: OfferedDelivery;
  readonly total: Cents;
}

/** Prices come from the grid, never from the outside; so do the delivery methods that are allowed. */
export function priceBasket(offer: Offer, seats: readonly BasketSeat[], deliveryMethod: string): PricedBasket {
  refuseImpossible(offer, seats);
  const priced = seats.map((seat, index) => priceSeat(offer, seat, index + 1));
  const allowed = allowedDeliveries(offer, seats);
  const delivery = allowed.find((method) => method.code === deliveryMethod);
  if (!delivery)
    throw new Refusal('delivery-method-not-allowed', `${deliveryMethod} is not offered for this basket.`, {
      ...{ method: deliveryMethod, allowed: allowed.map(({ code }) => code).join(', '), field: 'deliveryMethod' },
    });
  return {
    seats: withShares(priced, delivery.price),
    delivery,
    total: cents(total(priced.map((seat) => cents(seat.price + seat.fee))) + delivery.price),
  };
}

/** Seats that are paid for bear the delivery; a free ticket stays one, unless all are. */
function withShares(seats: readonly Omit<PricedSeat, 'deliveryShare'>[], delivery: Cents): readonly PricedSeat[] {
  const paying = seats.filter(({ price, fee }) => price + fee > 0);
  const bearing = (paying.length > 0 ? paying : seats).map(({ no }) => no);
  const shares = sharesOf(delivery, bearing.length);
  return seats.map((seat) => ({ ...seat, deliveryShare: shares[bearing.indexOf(seat.no)] ?? cents(0) }));
}

/** One seat that asks for a proof, and only the methods without a ticket template remain: no e-ticket can leave by them (seed 2). */
export function allowedDeliveries(offer: Offer, seats: readonly BasketSeat[]): readonly OfferedDelivery[] {
  const held = seats.some((seat) => tariffOf(offer, seat.tariff).needsProof);
  return offer.deliveryMethods.filter((method) => method.hasTemplate !== held);
}

/** The method that was chosen, where this basket may have it; else the cheapest of the list, so that nobody pays for what they did not choose. */
export function chosenDelivery(offer: Offer, seats: readonly BasketSeat[], code?: string): OfferedDelivery | undefined {
  const allowed = allowedDeliveries(offer, seats);
  const least = Math.min(...allowed.map(({ price }) => price));
  return allowed.find((method) => method.code === code) ?? allowed.find(({ price }) => price === least);
}

function refuseImpossible(offer: Offer, seats: readonly BasketSeat[]): void {
  if (seats.length === 0) throw new Refusal('basket-empty', 'A basket holds at least one seat.');
  if (seats.length > offer.maxSeats)
    throw new Refusal('too-many-seats', `At most ${offer.maxSeats} seats an order.`, { max: offer.maxSeats, field: 'seats' });
  for (const [index, { tariff }] of seats.entries()) tariffOf(offer, tariff, `seats/${index}/tariff`);
  for (const tariff of offer.tariffs) refuseCount(offer, tariff, seats);
  refuseMemberNumbers(seats);
  refusePlaces(seats);
  refuseLoneCompanions(offer, seats);
}

/** One for each person accompanied. */
function refuseLoneCompanions(offer: Offer, seats: readonly BasketSeat[]): void {
  const indexes = (role: string) => seats.flatMap(({ tariff }, index) => (tariffOf(offer, tariff).companionship === role ? [index] : []));
  const [companions, accompanied] = [indexes('companion'), indexes('holder').length];
  const alone = companions[accompanied];
  if (alone === undefined) return;
  throw new Refusal('companion-without-holder', 'A companion comes with the person accompanied, one for one.', {
    ...{ companions: companions.length, accompanied, field: `seats/${alone}/tariff` },
    ...(seats[alone] && { tariff: seats[alone].tariff }),
  });
}

function refuseCount(offer: Offer, tariff: OfferedTariff, seats: readonly BasketSeat[]): void {
  const own = [...seats.keys()].filter((index) => seats[index]?.tariff === tariff.code);
  const max = tariff.maxPerOrder ?? offer.maxSeats;
  const min = tariff.minPerOrder ?? 0;
  const { code } = tariff;
  if (own.length > max)
    throw new Refusal('too-many-seats', `At most ${max} seats at ${code}.`, { max, tariff: code, field: `seats/${own[max]}/tariff` });
  if (own.length > 0 && own.length < min)
    throw new Refusal('too-few-seats', `At least ${min} seats at ${code}.`, { min, tariff: code, field: `seats/${own[0]}/tariff` });
  const unnumbered = seats.findIndex((seat) => seat.tariff === tariff.code && !isMemberNumber(seat.memberNumber ?? ''));
  if (tariff.memberNumber && unnumbered >= 0)
    throw new Refusal('member-number-needed', `${tariff.code} asks each member for a number.`, {
      ...{ tariff: tariff.code, field: `seats/${unnumbered}/memberNumber` },
    });
}

/** Also where the tariff asks for none: what is kept with a seat is one. */
function refuseMemberNumbers(seats: readonly BasketSeat[]): void {
  const odd = seats.findIndex(({ memberNumber = '' }) => memberNumber !== '' && !isMemberNumber(memberNumber));
  if (odd >= 0) throw new Refusal('input-invalid', 'Not a number that a card prints.', { field: `seats/${odd}/memberNumber` });
}

/** As cards print them: letters and figures, some with spaces, dots, dashes or strokes. */
export function isMemberNumber(text: string): boolean {
  return /^[\p{L}\d][\p{L}\d ./-]{1,39}$/u.test(text);
}

function refusePlaces(seats: readonly BasketSeat[]): void {
  const chosen = seats.map(({ place }) => place);
  const twice = chosen.findIndex((place, index) => place !== undefined && chosen.indexOf(place) < index);
  if (twice >= 0) throw new Refusal('seats-not-available', 'One place was chosen for two people.', { field: `seats/${twice}/place` });
}

function priceSeat(offer: Offer, seat: BasketSeat, no: number): Omit<PricedSeat, 'deliveryShare'> {
  const { price, fee } = priceOf(tariffOf(offer, seat.tariff), seat, no - 1);
  const full = offer.tariffs
    .filter((tariff) => !tariff.needsProof)
    .map(({ code, prices }) => ({ code, price: prices[seat.category]?.price ?? price }))
    .reduce<{ readonly code?: string; readonly price: Cents }>((dearest, one) => (one.price > dearest.price ? one : dearest), { price });
  return { ...seat, no, price, fee, toFullPrice: cents(full.price - price), fullTariff: full.code };
}

function priceOf(tariff: OfferedTariff, seat: BasketSeat, index: number): { readonly price: Cents; readonly fee: Cents } {
  // A category's name comes from outside: `constructor` is none of ours.
  const cell = Object.hasOwn(tariff.prices, seat.category) ? tariff.prices[seat.category] : undefined;
  if (!cell)
    throw new Refusal('price-missing', `No price for ${seat.tariff} in ${seat.category}.`, {
      tariff: seat.tariff,
      category: seat.category,
      field: `seats/${index}/category`,
    });
  return cell;
}

/** `field`: where it was asked for, as a JSON pointer without its beginning. */
function tariffOf(offer: Offer, code: string, field?: string): OfferedTariff {
  const tariff = offer.tariffs.find((one) => one.code === code);
  if (!tariff)
    throw new Refusal('tariff-not-offered', `Tariff ${code} is not offered here.`, { tariff: code, ...(field !== undefined && { field }) });
  return tariff;
}
