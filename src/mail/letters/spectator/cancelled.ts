import type { Language } from '../../../domain/language';
import { paidForSeats } from '../../../domain/order/amounts';
import type { Draft } from '../letter';
import { bold, rich } from '../letter';
import { euros } from '../wording/amounts';
import { seatsBlock } from '../wording/seat-rows';
import { seatsNumbered } from '../wording/seats';
import type { OrderFacts, Writing } from '../writing';
import { moneyLetter } from './money-letter';

/** The whole order is given up: its tickets open no door any more, its money goes back. */
export function cancelled(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language, name } = facts;
  const words = WORDS[language];
  const owed = seatsNumbered(order, name.about.seats ?? order.seats.map(({ no }) => no));
  const back = paidForSeats(owed);
  const left = order.tickets.length > 0 ? ` ${words.tickets}` : '';
  return moneyLetter(facts, links, {
    kind: 'cancelled',
    need: words.need,
    title: words.title,
    news: rich`${words.news(order.reference)}${left}${back > 0 ? ' ' : ''}${bold(back > 0 ? words.amount(euros(back, language)) : '')}`,
    more: [seatsBlock(order.seats, language, { paid: order })],
    closing: words.closing,
  });
}

const fr = {
  need: ' : votre commande est annulée',
  title: 'Votre commande est annulée',
  news: (reference: string) => `La commande ${reference} est annulée et ses places retournent à la vente.`,
  tickets: 'Les billets déjà envoyés ne sont plus valables.',
  amount: (amount: string) => `${amount} vous seront rendus sur votre moyen de paiement.`,
  closing: 'Nous serons heureux de vous accueillir une autre fois',
};
const en: typeof fr = {
  need: ': your order is cancelled',
  title: 'Your order is cancelled',
  news: (reference) => `Order ${reference} is cancelled and its seats go back on sale.`,
  tickets: 'The tickets already sent are no longer valid.',
  amount: (amount) => `${amount} will be given back by the way you paid.`,
  closing: 'We will be glad to welcome you another time',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
