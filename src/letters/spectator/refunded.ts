import type { Language } from '../../domain/language';
import { isGivenUp } from '../../domain/order/given-up';
import type { SeatView } from '../../domain/order-view';
import type { Draft } from '../letter';
import { bold, rich } from '../letter';
import { euros } from '../../wording/amounts';
import { backByWay, wayOf } from '../../domain/order/way-back';
import { numbersOf, seatsNumbered, thePlaces } from '../wording/seats';
import type { OrderFacts, Writing } from '../writing';
import { moneyLetter, MONEY } from './money-letter';
import { PAYMENT, cancelledOrder } from '../preview/invented-people';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';

/** Staff have given the money back. */
export const refunded: LetterFile = {
  body: MONEY,
  write: ofOrder(write),
  preview: cancelledOrder({ payment: PAYMENT }),
};

function write(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language } = facts;
  const { seats: named } = facts.name.about;
  const words = WORDS[language];
  const back = named ? seatsNumbered(order, named) : order.seats.filter((seat) => seat.delivery === 'void');
  const { provider, counter } = backByWay(order, back);
  const way = wayOf({ provider, counter });
  const amount = words.amount[way](euros(way === 'counter' ? counter : provider, language), euros(counter, language));
  return moneyLetter(facts, links, {
    need: way === 'counter' ? words.needAtCounter : words.need,
    title: way === 'counter' ? words.titleAtCounter : words.title,
    news: rich`${newsOf(facts, back)} ${bold(amount)}`,
    closing: words.closing,
  });
}

function newsOf({ order, language }: OrderFacts, back: readonly SeatView[]): string {
  const { reference, seats } = order;
  const words = WORDS[language];
  if (back.length === seats.length) return words.order(reference);
  const told = thePlaces(numbersOf(back), language);
  return isGivenUp(order) ? words.allCancelled(reference, told) : words.seats(told);
}

const fr = {
  need: ' : votre remboursement est parti',
  title: 'Votre remboursement est parti',
  /** Money across the counter does not travel. */
  needAtCounter: ' : votre remboursement se fait au guichet',
  titleAtCounter: 'Votre remboursement se fait au guichet',
  order: (reference: string) => `La commande ${reference} vous est remboursée.`,
  /** Else the others might be thought to stand. */
  allCancelled: (reference: string, seats: string) => `La commande ${reference} est annulée en entier. Nous vous remboursons ${seats}.`,
  seats: (seats: string) => `Nous vous remboursons ${seats} de votre commande.`,
  amount: {
    provider: (amount: string) => `${amount} arrivent sur votre moyen de paiement, d’ordinaire sous quelques jours.`,
    counter: (amount: string) => `${amount} vous sont rendus au guichet, par le moyen dont vous aviez payé.`,
    both: (online: string, counter: string) =>
      `${online} arrivent sur votre carte, d’ordinaire sous quelques jours, et ${counter} vous sont rendus au guichet.`,
  },
  closing: 'Nous serons heureux de vous accueillir une autre fois',
};
const en: typeof fr = {
  need: ': your refund has left',
  title: 'Your refund has left',
  needAtCounter: ': your refund is made at the box office',
  titleAtCounter: 'Your refund is made at the box office',
  order: (reference) => `Order ${reference} is refunded.`,
  allCancelled: (reference, seats) => `All of order ${reference} is cancelled. We refund ${seats}.`,
  seats: (seats) => `We refund ${seats} of your order.`,
  amount: {
    provider: (amount) => `${amount} will reach you by the way you paid, usually within a few days.`,
    counter: (amount) => `${amount} are given back to you at the box office, by the way you paid.`,
    both: (online, counter) =>
      `${online} will reach your card, usually within a few days, and ${counter} are given back to you at the box office.`,
  },
  closing: 'We will be glad to welcome you another time',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
