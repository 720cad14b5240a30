import type { Language } from '../../domain/language';
import { standsAs } from '../../domain/order/given-up';
import type { OrderView, SeatView } from '../../domain/order-view';
import { capital } from '../../domain/first-letter';
import type { Block } from '../letter';
import { bold, paragraph, rich } from '../letter';
import { priceWords } from '../../wording/amounts';
import { stateClause } from './decisions';
import { listed } from '../../domain/listed';
import { numbersOf, thePlaces } from './seats';
import { calendarFor, showAndTime } from './show';

/** To staff: who, which order, which show. */
export function orderLines(order: OrderView, language: Language): Block {
  const words = WORDS[language];
  const { customer, seats, total, paidAt } = order;
  const paid = paidAt && total > 0 ? words.paid(calendarFor(order, language).day(paidAt)) : '';
  return paragraph(
    rich`${bold(customer.name)}, ${words.customer(customer.number)}`,
    rich`${words.order} ${bold(order.reference)}, ${words.seats(seats.length)}, ${priceWords(total, language)}${paid}`,
    showAndTime(order, language),
  );
}

/** « la place 1 est à plein tarif, la place 2 est acceptée et la place 5 attend encore son justificatif » */
export function statesPhrase(seats: readonly SeatView[], language: Language): string {
  const groups = new Map<string, SeatView[]>();
  for (const seat of seats) {
    const key = isFullPrice(seat) ? 'full' : standsAs(seat);
    groups.set(key, [...(groups.get(key) ?? []), seat]);
  }
  const clauses = [...groups].map(([key, some]) => {
    const several = some.length > 1;
    const [first] = some;
    const said = key === 'full' || !first ? WORDS[language].full(several) : stateClause(standsAs(first), several, language);
    return `${thePlaces(numbersOf(some), language)} ${said}`;
  });
  return listed(clauses, language);
}

/** « Place 1 à plein tarif » and « sans justificatif » are told apart: the first is the rule of the house, the second a gift. */
function isFullPrice(seat: SeatView): boolean {
  return standsAs(seat) === 'not-required' && seat.toFullPrice === 0;
}

/** « Camille Roussel, commande 7K2M-4Q9T », for subjects: the name may be cut, the order may not. */
export function customerAndOrder(order: OrderView, language: Language): { readonly name: string; readonly after: string } {
  return { name: order.customer.name, after: `, ${WORDS[language].order.toLowerCase()} ${order.reference}` };
}

export function sentence(clause: string): string {
  return `${capital(clause)}.`;
}

const fr = {
  customer: (number: number) => `n° de client ${number}`,
  order: 'Commande',
  seats: (count: number): string => (count > 1 ? `${count} places` : '1 place'),
  paid: (day: string) => ` payés le ${day}`,
  full: (several: boolean): string => (several ? 'sont à plein tarif' : 'est à plein tarif'),
};
const en: typeof fr = {
  customer: (number) => `customer no. ${number}`,
  order: 'Order',
  seats: (count) => (count > 1 ? `${count} tickets` : '1 ticket'),
  paid: (day) => ` paid on ${day}`,
  full: (several) => (several ? 'are at the full tariff' : 'is at the full tariff'),
};
const WORDS: Record<Language, typeof fr> = { fr, en };
