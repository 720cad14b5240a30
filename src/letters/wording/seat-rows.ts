import { deliveryName } from '../../domain/delivery-name';
import type { Language } from '../../domain/language';
import type { OrderView, SeatView } from '../../domain/order-view';
import type { Block, Text } from '../letter';
import { total } from '../../domain/money';
import { costOfSeat, paidForSeats } from '../../domain/order/amounts';
import { soldAs } from '../../domain/order/sold-as';
import { euros, priceWords } from '../../wording/amounts';
import { tariffName, whereOneSits } from './seats';
import { calendarFor } from './show';

/** « Étudiant, Léa Roussel / rang F, fauteuil 14 / 14,00 € »; `more` says what else stands under a seat. */
export function seatsBlock(seats: readonly SeatView[], language: Language, options: SeatsOptions = {}): Block {
  const words = WORDS[language];
  const rows = seats.map((seat) => ({
    no: seat.no,
    what: [tariffName(soldAs(seat), language), seat.holder].filter(Boolean).join(', '),
    under: [whereOneSits(seat, language), ...(options.more?.(seat) ?? [])],
    price: priceWords(costOfSeat(seat), language),
  }));
  const { paid } = options;
  return {
    kind: 'seats',
    table: { head: words.head, rows, ...(paid && sumsOf({ order: paid, seats }, language)) },
  };
}

interface Paid {
  readonly order: OrderView;
  /** Those that the letter tells: its lines add up to what was paid for them. */
  readonly seats: readonly SeatView[];
}

function sumsOf(paid: Paid, language: Language) {
  // Each row says already that it is free; what the whole order came to is told all the same.
  const free = paid.seats.length < paid.order.seats.length && paidForSeats(paid.seats) === 0;
  return { delivery: deliveryOf(paid, language), ...(!free && { total: paidTotal(paid, language) }) };
}

function deliveryOf({ order, seats }: Paid, language: Language) {
  const share = total(seats.map(({ deliveryShare }) => deliveryShare));
  if (share === 0) return undefined;
  const forProofs = order.seats.some(({ tariff }) => tariff.needsProof);
  const name = deliveryName(order.deliveryMethod.name, { forProofs, policy: order.venue.policy });
  return { label: name[language], amount: euros(share, language) };
}

interface SeatsOptions {
  readonly more?: (seat: SeatView) => readonly Text[];
  /** The order whose payment this letter also acknowledges. */
  readonly paid?: OrderView | undefined;
}

function paidTotal({ order, seats }: Paid, language: Language) {
  const calendar = calendarFor(order, language);
  const words = WORDS[language];
  const first = calendar.date(order.paidAt ?? order.placedAt);
  const settled = seats.flatMap(({ upgradedAt }) => (upgradedAt === undefined ? [] : [upgradedAt])).toSorted();
  const last = calendar.date(settled.at(-1) ?? order.paidAt ?? order.placedAt);
  const day = last === first ? first : words.twoDays(first, last);
  const paid = order.total === 0 ? words.ordered(day) : words.paid(day);
  const part = seats.length < order.seats.length && words.part(seats.length);
  const fees = seats.some((seat) => seat.fee > 0) && words.fees;
  return { label: [paid, part, fees].filter(Boolean).join(', '), amount: priceWords(paidForSeats(seats), language) };
}

const fr = {
  head: { seat: 'Place', price: 'Prix' },
  paid: (day: string) => `Payé le ${day}`,
  ordered: (day: string) => `Commandé le ${day}`,
  twoDays: (first: string, last: string) => `${first}, la différence le ${last}`,
  part: (count: number): string => (count > 1 ? 'pour ces places' : 'pour cette place'),
  fees: 'frais compris',
};
const en: typeof fr = {
  head: { seat: 'Ticket', price: 'Price' },
  paid: (day) => `Paid on ${day}`,
  ordered: (day) => `Ordered on ${day}`,
  twoDays: (first, last) => `${first}, the difference on ${last}`,
  part: (count) => (count > 1 ? 'for these tickets' : 'for this ticket'),
  fees: 'fees included',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
