import type { Language } from '../../domain/language';
import { paidForSeats } from '../../domain/order/amounts';
import type { SeatView } from '../../domain/order-view';
import type { Draft } from '../letter';
import { bold, rich } from '../letter';
import { backByWay } from '../../domain/order/way-back';
import { byTheWay } from '../wording/way-back';
import { euros } from '../../wording/amounts';
import { seatsBlock } from '../wording/seat-rows';
import { seatsNumbered } from '../wording/seats';
import { calendarFor } from '../wording/show';
import type { OrderFacts, Writing } from '../writing';
import { moneyLetter, MONEY } from './money-letter';
import { cancelledOrder } from '../preview/invented-people';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';

/** The whole order is given up: its tickets open no door any more, its money goes back. */
export const cancelled: LetterFile = {
  body: MONEY,
  write: ofOrder(write),
  preview: cancelledOrder(),
};

function write(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language, name } = facts;
  const words = WORDS[language];
  const owed = seatsNumbered(order, name.about.seats ?? order.seats.map(({ no }) => no));
  const back = paidForSeats(owed);
  const had = order.tickets.some((ticket) => owed.some(({ no }) => no === ticket.seat));
  const left = had ? ` ${words.tickets}` : '';
  return moneyLetter(facts, links, {
    need: words.need,
    title: words.title,
    news: rich`${words.news(order.reference)}${left}${back > 0 ? ' ' : ''}${bold(back > 0 ? words.amount(euros(back, language), byTheWay(backByWay(order, owed), language)) : '')}`,
    more: [seatsBlock(order.seats, language, { paid: order, more: (seat) => before(seat, facts) })],
    closing: words.closing,
  });
}

/** A seat that this letter is not about: its money has gone back already. */
function before(seat: SeatView, { order, language }: OrderFacts): readonly string[] {
  const { refundedAt } = seat;
  return refundedAt === undefined ? [] : [WORDS[language].before(calendarFor(order, language).day(refundedAt))];
}

const fr = {
  need: ' : votre commande est annulée',
  title: 'Votre commande est annulée',
  news: (reference: string) => `La commande ${reference} est annulée et ses places retournent à la vente.`,
  tickets: 'Les billets déjà envoyés ne sont plus valables.',
  amount: (amount: string, way: string) => `${amount} vous seront rendus ${way}.`,
  before: (day: string) => `Déjà remboursée le ${day}`,
  closing: 'Nous serons heureux de vous accueillir une autre fois',
};
const en: typeof fr = {
  need: ': your order is cancelled',
  title: 'Your order is cancelled',
  news: (reference) => `Order ${reference} is cancelled and its seats go back on sale.`,
  tickets: 'The tickets already sent are no longer valid.',
  amount: (amount, way) => `${amount} will be given back ${way}.`,
  before: (day) => `Refunded already on ${day}`,
  closing: 'We will be glad to welcome you another time',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
