import type { Language } from '../../domain/language';
import type { OrderView, SeatView } from '../../domain/order-view';
import { mustPay } from '../../domain/order/choices';
import { stillToLeave } from '../../domain/order/given-up';
import { proofNoun } from './proofs';

/** What happens if the spectator does nothing; right after the way to the door, where there is one, it refers to it. */
export function silence(order: OrderView, seats: readonly SeatView[], language: Language): string {
  const { deadlineOutcome, doorAllowed } = order.venue.policy;
  const words = WORDS[language];
  const several = stillToLeave(order).length > 1;
  if (deadlineOutcome === 'refund') return words.refund(seats.length > 1);
  if (seats.length > 0 && seats.every((seat) => mustPay(order, seat))) return words.difference(several);
  const proof = proofNoun(seats, language);
  if (deadlineOutcome === 'full-price-then-door') return words.fullPrice(proof);
  return `${words.without}${doorAllowed ? words.thatIsWhat : ''}${words.door(proof, several)}`;
}

const fr = {
  without: 'Sans nouvelles de vous, ',
  thatIsWhat: 'c’est ce que nous ferons : ',
  door: (proof: string, several: boolean) =>
    `${several ? 'vos billets partiront' : 'votre billet partira'} et ${proof} vous sera demandé${proof.startsWith('la ') ? 'e' : ''} à l’entrée.`,
  fullPrice: (proof: string) =>
    `Sans nouvelles de vous, nous vous proposerons de régler la différence avec le plein tarif ; à défaut, ${proof} vous sera demandé${proof.startsWith('la ') ? 'e' : ''} à l’entrée.`,
  difference: (several: boolean) =>
    `Sans nouvelles de vous, ${several ? 'vos billets partiront' : 'votre billet partira'} et la différence avec le plein tarif vous sera demandée à l’entrée.`,
  refund: (several: boolean): string =>
    several
      ? 'Sans nouvelles de vous, ces places vous seront remboursées et retourneront à la vente.'
      : 'Sans nouvelles de vous, cette place vous sera remboursée et retournera à la vente.',
};
const en: typeof fr = {
  without: 'If we do not hear from you, ',
  thatIsWhat: 'we will do just that: ',
  door: (proof, several) => `your ${several ? 'tickets' : 'ticket'} will leave and you will be asked for ${proof} at the entrance.`,
  fullPrice: (proof) =>
    `If we do not hear from you, we will offer you to pay the difference to the full tariff; otherwise you will be asked for ${proof} at the entrance.`,
  difference: (several) =>
    `If we do not hear from you, your ${several ? 'tickets' : 'ticket'} will leave and you will be asked for the difference to the full tariff at the entrance.`,
  refund: (several) => `If we do not hear from you, ${several ? 'these seats' : 'this seat'} will be refunded and put back on sale.`,
};
const WORDS: Record<Language, typeof fr> = { fr, en };
