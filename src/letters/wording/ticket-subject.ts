import type { Language } from '../../domain/language';
import type { SeatNo } from '../../domain/decision/decision';
import type { OrderView, SeatView } from '../../domain/order-view';
import { listed } from '../../domain/listed';
import { numbersOf, ofThePlaces, places } from './seats';

/** « Vos billets des places 1 et 2 pour »: several letters bring tickets of one order, and the subject says which this one is. */
export function ticketsFor(order: OrderView, leaving: readonly SeatView[], language: Language): string {
  const words = WORDS[language];
  const count = leaving.length;
  if (count === order.seats.length) return words.all(count > 1);
  return count > NAMED ? words.count(count, order.seats.length) : words.some(numbersOf(leaving));
}

/** The same of the copy for the venue's files. */
export function ticketsCopied(order: OrderView, leaving: readonly SeatView[], language: Language): string {
  const words = WORDS[language];
  const count = leaving.length;
  if (count === order.seats.length) return words.copy;
  return count > NAMED ? words.copyCount(count, order.seats.length) : words.copySome(numbersOf(leaving));
}

/** The same tickets once more, and why: asked for, to a corrected address, or since a difference moved. */
export function ticketsAgainFor(count: number, why: WhyAgain, language: Language): string {
  const words = WORDS[language];
  const mine = words.all(count > 1);
  const what = `${mine.charAt(0).toLowerCase()}${mine.slice(1)}`;
  if (why.moved.length === 0) return `${why.corrected ? words.corrected : words.again}${what}`;
  const upgraded = why.moved.every(({ proof }) => proof === 'upgraded');
  return `${words.difference(numbersOf(why.moved), upgraded)}${what}`;
}

interface WhyAgain {
  readonly corrected: boolean;
  /** Whose difference was settled, or given back. */
  readonly moved: readonly SeatView[];
}

/** More numbers than these leave no room for the title. */
const NAMED = 4;

const fr = {
  all: (several: boolean): string => (several ? 'Vos billets pour ' : 'Votre billet pour '),
  some: (seats: readonly SeatNo[]) => `${seats.length > 1 ? 'Vos billets' : 'Votre billet'} ${ofThePlaces(seats)} pour `,
  count: (count: number, all: number) => `${count} de vos ${all} billets pour `,
  copy: 'Copie, billets envoyés : ',
  copySome: (seats: readonly SeatNo[]) => `Copie, ${seats.length > 1 ? 'billets' : 'billet'} ${listed(seats.map(String), 'fr')} : `,
  copyCount: (count: number, all: number) => `Copie, ${count} billets sur ${all} : `,
  again: 'De nouveau, ',
  corrected: 'À votre adresse corrigée, ',
  difference: (seats: readonly SeatNo[], settled: boolean) => `Différence ${settled ? 'réglée' : 'rendue'}, ${places(seats, 'fr')} : `,
};
const en: typeof fr = {
  all: (several) => (several ? 'Your tickets for ' : 'Your ticket for '),
  some: (seats) => `Your ${places(seats, 'en')} for `,
  count: (count, all) => `${count} of your ${all} tickets for `,
  copy: 'Copy, tickets sent: ',
  copySome: (seats) => `Copy, ${places(seats, 'en')}: `,
  copyCount: (count, all) => `Copy, ${count} of ${all} tickets sent: `,
  again: 'Once more, ',
  corrected: 'To your corrected address, ',
  difference: (seats, settled) => `Difference ${settled ? 'paid' : 'given back'}, ${places(seats, 'en')}: `,
};
const WORDS: Record<Language, typeof fr> = { fr, en };
