import { capital } from '../../domain/first-letter';
import type { Language } from '../../domain/language';
import { choicesFor, mustPay } from '../../domain/order/choices';
import { goesToDoorWithHolder } from '../../domain/order/companions';
import type { OrderView, SeatView } from '../../domain/order-view';
import type { Block, Link, Text } from '../letter';
import { bold, rich } from '../letter';
import type { LetterLinks } from '../links';
import { euros } from '../../wording/amounts';
import { proofNoun } from './proofs';
import { numbersOf, places, thePlaces } from './seats';
import { callOrAnswer } from './venue';

/** What else may be done for those seats: only what the state of each allows, and the venue. */
export function waysOn(order: OrderView, seats: readonly SeatView[], { language, links, doorOnly = false }: Reader): Block | undefined {
  const words = WORDS[language];
  const named = (seat: SeatView) => (seats.length > 1 ? words.forSeat(places([seat.no], language)) : '');
  const payable = doorOnly
    ? []
    : seats.filter((seat) => (seat.proof !== 'check-at-door' || mustPay(order, seat)) && choicesFor(order, seat).pay);
  const each = payable.length > MANY ? [] : payable;
  const pay = each.map((seat) => {
    const amount = euros(seat.toFullPrice, language);
    return way(
      rich`${bold(words.pay)}${named(seat)}, ${amount}. ${words.payHow}`,
      words.payLink(amount),
      links.customer({ for: 'payment', seat: seat.no }),
    );
  });
  const payAll =
    payable.length > MANY
      ? [way([bold(words.payFor(thePlaces(numbersOf(payable), language)))], words.pay, links.customer({ for: 'payment' }))]
      : [];
  const back = seats.filter((seat) => choicesFor(order, seat).refund);
  const whose = back.length < seats.length || back.length > 1 ? words.forThe(thePlaces(numbersOf(back), language)) : '';
  const refund = back.length > 0 ? [{ text: rich`${bold(words.refund)}${whose}. ${capital(callOrAnswer(order.venue, language))}.` }] : [];
  const atDoor = seats.filter((seat) => choicesFor(order, seat).door);
  const [first] = atDoor;
  const goal = { for: 'door', seat: atDoor.length === 1 ? first?.no : undefined } as const;
  const door = first
    ? [way(rich`${bold(words.door(proofNoun(atDoor, language)))}${words.doorHow}`, words.doorLink, links.customer(goal))]
    : [];
  const isDoorFirst = seats.length > 0 && seats.every((seat) => goesToDoorWithHolder(order.seats, seat));
  const rows = isDoorFirst ? [...door, ...pay, ...payAll, ...refund] : [...pay, ...payAll, ...refund, ...door];
  return rows.length > 0 ? { kind: 'ways', rows } : undefined;
}

/** More seats than this share one row. */
const MANY = 2;

interface Reader {
  readonly language: Language;
  readonly links: LetterLinks;
  /** Where paying has a button of its own. */
  readonly doorOnly?: boolean;
}

function way(text: Text, label: string, href: string): { readonly text: Text; readonly link: Link } {
  return { text, link: { label, href } };
}

const fr = {
  forSeat: (place: string) => ` de la ${place}`,
  pay: 'Régler la différence',
  payHow: 'Le billet vous parvient aussitôt, à plein tarif.',
  payLink: (amount: string) => `Régler ${amount}`,
  payFor: (seats: string) => `Régler la différence pour ${seats}`,
  refund: 'Demander à être remboursé',
  forThe: (seats: string) => ` pour ${seats}`,
  door: (proof: string) => `Présenter ${proof} à l’accueil`,
  doorHow: ', le jour du spectacle. Le billet porte alors la mention « justificatif à présenter ».',
  doorLink: 'Choisir l’accueil',
};
const en: typeof fr = {
  forSeat: (place) => ` for ${place}`,
  pay: 'Pay the difference',
  payHow: 'The ticket reaches you at once, at the full tariff.',
  payLink: (amount) => `Pay ${amount}`,
  payFor: (seats) => `Pay the difference for ${seats}`,
  refund: 'Ask to be refunded',
  forThe: (seats) => ` for ${seats}`,
  door: (proof) => `Show ${proof} at the door`,
  doorHow: ', on the day of the show. The ticket then says “proof to be shown”.',
  doorLink: 'Show it at the door',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
