import type { Language } from '../../domain/language';
import { goesToDoorWithHolder, hasLostHolder, hasLostTariff, mayPayFullPrice } from '../../domain/order/companions';
import { mustPay } from '../../domain/order/choices';
import { can, waitsForTheSpectator } from '../../domain/order/can';
import type { OrderView, SeatView } from '../../domain/order-view';
import { numbersOf, thePlaces } from './seats';

/** Whether a proof of that seat is still looked at: a companion's without its person accompanied has none to send. */
export function awaitsADocument({ seats }: OrderView, seat: SeatView): boolean {
  return waitsForTheSpectator(seat) && seat.proof !== 'refused-final' && !hasLostHolder(seats, seat);
}

/** Whether the next word is the venue's: no answer can give a companion’s tariff back. */
export function isBeingChecked({ seats }: OrderView, seat: SeatView): boolean {
  return seat.proof === 'under-review' && !hasLostHolder(seats, seat);
}

/** Companions whose person accompanied those refusals took away: nothing of theirs is awaited any more (docs/domain.md 3). */
export function goingWith({ seats }: OrderView, refused: readonly SeatView[]): readonly SeatView[] {
  const before = seats.map((seat) => (refused.includes(seat) ? ({ ...seat, proof: 'under-review' } as const) : seat));
  const open = seats.filter((seat) => seat.proof === 'under-review' || (can('payFullPrice', seat) && seat.proof !== 'refused-final'));
  const lost = open.filter((seat) => !refused.includes(seat) && hasLostHolder(seats, seat) && !hasLostHolder(before, seat));
  return lost.filter((seat) => seat.proof !== 'check-at-door' || mustPay({ seats }, seat));
}

/** Of companions who were to go to the door with whom they accompany, and now pay the difference, before or there. */
export function toSettleInstead(companions: readonly SeatView[], language: Language): readonly string[] {
  const atDoor = companions.filter(({ proof }) => proof === 'check-at-door');
  return atDoor.length > 0 ? [WORDS[language].settle(thePlaces(numbersOf(atDoor), language))] : [];
}

/** Why there is nothing to send for companions, of those seats: one sentence for each reason there is. */
export function companionSentences({ seats: all }: OrderView, seats: readonly SeatView[], language: Language): readonly string[] {
  const words = WORDS[language];
  const open = seats.filter((seat) => waitsForTheSpectator(seat) && seat.proof !== 'refused-final');
  const checked = seats.filter((seat) => seat.proof === 'under-review');
  const toSettle = checked.filter((seat) => mayPayFullPrice(all, seat));
  const lost = open.filter((seat) => hasLostTariff(all, seat));
  const door = [...open, ...checked].filter((seat) => goesToDoorWithHolder(all, seat));
  return [
    ...(lost.length > 0 ? [words.lost(thePlaces(numbersOf(lost), language))] : []),
    ...(toSettle.length > 0 ? [words.settle(thePlaces(numbersOf(toSettle), language))] : []),
    ...(door.length > 0 ? [words.door(thePlaces(numbersOf(door), language))] : []),
  ];
}

const fr = {
  lost: (seats: string) =>
    `Pour ${seats}, il n’y a plus de document à envoyer : le tarif d’accompagnateur va avec la place de la personne accompagnée, qui n’est plus à son tarif.`,
  settle: (seats: string) =>
    `Pour ${seats}, la différence avec le plein tarif est à régler : le tarif d’accompagnateur va avec la place de la personne accompagnée, qui n’est plus à son tarif.`,
  door: (seats: string) =>
    `Pour ${seats}, il n’y a pas de document à envoyer : la personne accompagnée présente son justificatif à l’accueil, et l’accompagnateur peut s’y présenter avec elle.`,
};
const en: typeof fr = {
  lost: (seats) =>
    `For ${seats}, there is no document to send any more: the companion’s tariff goes with the seat of the person accompanied, which is no longer at its own.`,
  settle: (seats) =>
    `For ${seats}, the difference to the full tariff is to be paid: the companion’s tariff goes with the seat of the person accompanied, which is no longer at its own.`,
  door: (seats) =>
    `For ${seats}, there is no document to send: the person accompanied shows their proof at the door, and the companion may go with them.`,
};
const WORDS: Record<Language, typeof fr> = { fr, en };
