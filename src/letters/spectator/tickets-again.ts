import type { Language } from '../../domain/language';
import { ticketsToSendAgain } from '../../domain/order/given-up';
import type { SeatView } from '../../domain/order-view';
import type { Draft } from '../letter';
import { bold, rich } from '../letter';
import { inLetters } from '../../wording/numbers';
import { seatsNumbered } from '../wording/seats';
import { ticketsAgainFor } from '../wording/ticket-subject';
import type { OrderFacts, Writing } from '../writing';
import { ticketLetter, TICKETS } from './tickets';
import { inventedOrder, withTickets } from '../preview/invented-order';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';

/** The tickets that have left and were not used, once more: somebody asked, or a difference changed what one of them says. */
export const ticketsAgain: LetterFile = {
  body: TICKETS,
  write: ofOrder(write),
  preview: (venue, language) => ({ order: withTickets(inventedOrder(venue, language)) }),
};

function write(facts: OrderFacts, writing: Writing): Draft {
  const { order, language } = facts;
  // Those of the document (print-tickets.ts): one that its host had refused is on its way again, and not « sent » yet.
  const seats = seatsNumbered(
    order,
    ticketsToSendAgain(order).map((ticket) => ticket.seat),
  );
  const words = WORDS[language];
  const count = seats.length;
  const changed = seatsNumbered(order, facts.name.about.seats ?? []);
  const same = changed.some((seat) => seats.includes(seat)) ? words.printedAnew(count) : words.same(count);
  const corrected = facts.name.about.again !== undefined;
  return ticketLetter(facts, writing, {
    subject: ticketsAgainFor(count, { corrected, moved: changed }, language),
    seats,
    title: words.title(count),
    news: rich`${changed.map((seat) => words.now(seat)).join(' ') || (corrected ? words.corrected : words.asked)} ${bold(words.joined(count, inLetters(count, language)))}. ${same}`,
  });
}

const fr = {
  title: (count: number): string => (count > 1 ? 'Vos billets, de nouveau' : 'Votre billet, de nouveau'),
  asked: 'Vous nous l’avez demandé :',
  corrected: 'Votre adresse e-mail a été corrigée, et nos billets n’étaient pas arrivés à la précédente :',
  now: ({ no, proof }: SeatView): string =>
    proof === 'upgraded'
      ? `La différence de la place ${no} avec le plein tarif est réglée, plus rien n’est à présenter :`
      : `La différence de la place ${no} vous a été rendue, votre justificatif sera demandé à l’entrée :`,
  joined: (count: number, number: string): string =>
    count > 1 ? `vos ${number} billets sont joints à ce message` : 'votre billet est joint à ce message',
  same: (count: number): string =>
    count > 1
      ? 'Ce sont les mêmes que la première fois : chacun n’ouvre qu’une entrée.'
      : 'C’est le même que la première fois : il n’ouvre qu’une entrée.',
  printedAnew: (count: number): string =>
    count > 1
      ? 'Leurs numéros n’ont pas changé, mais le billet de cette place porte maintenant un autre tarif et un autre prix : jetez l’ancien. Chacun n’ouvre qu’une entrée.'
      : 'Son numéro n’a pas changé, mais il porte maintenant un autre tarif et un autre prix : jetez l’ancien. Il n’ouvre qu’une entrée.',
};
const en: typeof fr = {
  title: (count) => (count > 1 ? 'Your tickets once more' : 'Your ticket once more'),
  asked: 'As you asked:',
  corrected: 'Your e-mail address was corrected, and our tickets had not reached the one before:',
  now: ({ no, proof }) =>
    proof === 'upgraded'
      ? `The difference of ticket ${no} to the full tariff is paid, nothing is to be shown any more:`
      : `The difference of ticket ${no} was given back to you, your proof is asked for at the entrance:`,
  joined: (count, number) =>
    count > 1 ? `your ${number} tickets are attached to this message` : 'your ticket is attached to this message',
  same: (count) =>
    count > 1 ? 'They are the same as before: each admits one person once.' : 'It is the same as before: it admits one person once.',
  printedAnew: (count) =>
    count > 1
      ? 'Their numbers have not changed, but the ticket of that seat now bears another tariff and another price: throw the old one away. Each admits one person once.'
      : 'Its number has not changed, but it now bears another tariff and another price: throw the old one away. It admits one person once.',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
