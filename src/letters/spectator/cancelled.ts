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
  const had = owed.filter(({ no }) => order.tickets.some((ticket) => ticket.seat === no));
  const left = had.length > 0 ? ` ${ticketsOf(had, language)}` : '';
  return moneyLetter(facts, links, {
    need: words.need,
    title: words.title,
    news: rich`${words.news(order.reference, order.seats.length > 1)}${left}${back > 0 ? ' ' : ''}${bold(back > 0 ? words.amount(euros(back, language), byTheWay(backByWay(order, owed), language)) : '')}`,
    more: [seatsBlock(order.seats, language, { paid: order, more: (seat) => before(seat, facts) })],
    closing: words.closing,
  });
}

/** Only where all of them had left is it said that they were sent: what is on its way is told when it has left (ticket-void.ts). */
function ticketsOf(had: readonly SeatView[], language: Language): string {
  const words = WORDS[language];
  return (had.every(({ deliveredAt }) => deliveredAt !== undefined) ? words.sent : words.tickets)(had.length);
}

/** A seat that this letter is not about: its money has gone back already. */
function before(seat: SeatView, { order, language }: OrderFacts): readonly string[] {
  const { refundedAt } = seat;
  return refundedAt === undefined ? [] : [WORDS[language].before(calendarFor(order, language).day(refundedAt))];
}

const fr = {
  need: ' : votre commande est annulée',
  title: 'Votre commande est annulée',
  news: (reference: string, several: boolean) =>
    `La commande ${reference} est annulée et ${several ? 'ses places retournent' : 'sa place retourne'} à la vente.`,
  sent: (count: number): string =>
    count > 1 ? 'Les billets déjà envoyés ne sont plus valables.' : 'Le billet déjà envoyé n’est plus valable.',
  tickets: (count: number): string => (count > 1 ? 'Ses billets ne sont plus valables.' : 'Son billet n’est plus valable.'),
  amount: (amount: string, way: string) => `${amount} vous seront rendus ${way}.`,
  before: (day: string) => `Déjà remboursée le ${day}`,
  closing: 'Nous serons heureux de vous accueillir une autre fois',
};
const en: typeof fr = {
  need: ': your order is cancelled',
  title: 'Your order is cancelled',
  news: (reference, several) => `Order ${reference} is cancelled and its ${several ? 'seats go' : 'seat goes'} back on sale.`,
  sent: (count) => (count > 1 ? 'The tickets already sent are no longer valid.' : 'The ticket already sent is no longer valid.'),
  tickets: (count) => (count > 1 ? 'Its tickets are no longer valid.' : 'Its ticket is no longer valid.'),
  amount: (amount, way) => `${amount} will be given back ${way}.`,
  before: (day) => `Refunded already on ${day}`,
  closing: 'We will be glad to welcome you another time',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
