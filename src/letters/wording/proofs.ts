import type { Language } from '../../domain/language';
import type { OrderView, ProofView, SeatView } from '../../domain/order-view';
import { allDeletedBy } from '../../domain/proof-deletion';
import { inTheNameOf } from '../../domain/elision';
import { capital } from '../../domain/first-letter';
import { acceptedProofs } from './seats';
import { calendarFor } from './show';

/** « Carte d’étudiant ou certificat de scolarité (valable pour l’année universitaire qui comprend le 16 janvier 2027) » */
export function proofAsked(seat: SeatView, language: Language): string {
  return asked(seat, '', language);
}

/** The same, « au nom de Léa Roussel », where she has not just been named; a companion’s is another person’s paper. */
export function proofAskedOf(seat: SeatView, language: Language): string {
  return asked(seat, seat.companionship === 'companion' ? '' : seat.holder, language);
}

function asked(seat: SeatView, holder: string, language: Language): string {
  const words = WORDS[language];
  const proofs = acceptedProofs(seat.tariff, language);
  if (!proofs) return seat.companionship === 'companion' ? words.companion : words.some;
  const validity = seat.tariff.validity[language];
  return [`${capital(proofs)}${holder ? words.inTheName(holder) : ''}`, validity ? `(${validity})` : ''].filter(Boolean).join(' ');
}

/** « au nom de la personne qui viendra »: a companion comes on the paper of the person accompanied. */
export function inWhoseName(seats: readonly SeatView[], language: Language): string {
  const words = WORDS[language];
  const companions = seats.filter(({ companionship }) => companionship === 'companion').length;
  if (companions === 0) return words.whoComes;
  return companions === seats.length ? words.whoIsAccompanied : `${words.whoComes}${words.andCompanions(companions > 1)}`;
}

/** « la carte » where all that is asked for is a card, else « le justificatif ». */
export function proofNoun(seats: readonly SeatView[], language: Language): string {
  const isCard = ({ tariff }: SeatView) =>
    !tariff.health && tariff.acceptedProofs.length > 0 && tariff.acceptedProofs.every(({ fr: name }) => /^carte/i.test(name));
  const cards = seats.length > 0 && seats.every(isCard);
  return cards ? WORDS[language].theCard : WORDS[language].theProof;
}

/** Files of a seat that are still there to be looked at. */
export function filesOf(order: OrderView, seat: SeatView): readonly ProofView[] {
  return order.proofs.filter((proof) => proof.seats.includes(seat.no) && !proof.replaced && proof.purgedAt === undefined);
}

/** Until when we keep the files; undefined when there is none, or no date is set yet. */
export function filesDeletion(order: OrderView, language: Language): string | undefined {
  const kept = order.proofs.filter((proof) => proof.purgedAt === undefined);
  const last = allDeletedBy(order, kept);
  return last && WORDS[language].deletion(kept.length, calendarFor(order, language).date(last));
}

const fr = {
  theCard: 'la carte',
  theProof: 'le justificatif',
  inTheName: (holder: string) => `, ${inTheNameOf(holder)}`,
  whoComes: 'au nom de la personne qui viendra',
  whoIsAccompanied: 'au nom de la personne accompagnée',
  andCompanions: (several: boolean): string =>
    several
      ? ' ; pour les accompagnateurs, au nom de la personne accompagnée'
      : ' ; pour l’accompagnateur, au nom de la personne accompagnée',
  companion: 'Vérifié avec la place de la personne accompagnée',
  some: 'Justificatif demandé',
  deletion: (count: number, day: string): string =>
    count > 1 ? `Vos justificatifs seront supprimés au plus tard le ${day}.` : `Votre justificatif sera supprimé au plus tard le ${day}.`,
};
const en: typeof fr = {
  theCard: 'the card',
  theProof: 'the proof',
  inTheName: (holder) => `, in the name of ${holder}`,
  whoComes: 'in the name of the person who will come',
  whoIsAccompanied: 'in the name of the person accompanied',
  andCompanions: (several) => `; for the ${several ? 'companions' : 'companion'}, in the name of the person accompanied`,
  companion: 'Checked with the ticket of the person accompanied',
  some: 'Proof asked for',
  deletion: (count, day) => `Your ${count > 1 ? 'proofs' : 'proof'} will be deleted by ${day} at the latest.`,
};
const WORDS: Record<Language, typeof fr> = { fr, en };
