import { goesToDoorWithHolder, hasLostHolder } from '../../domain/order/companions';
import type { OrderView, SeatView } from '../../domain/order-view';
import { listed } from '../../domain/listed';
import { say } from '../../wording/typography';

/** Why a companion's seat cannot be accepted, and what can be done with it instead. */
export function companionWords({ seats }: Pick<OrderView, 'seats'>, seat: SeatView): string {
  if (goesToDoorWithHolder(seats, seat)) return AT_DOOR;
  if (hasLostHolder(seats, seat)) return LOST;
  const waiting = seats.filter(({ companionship, proof }) => companionship === 'holder' && proof !== 'approved');
  const which = waiting.length === 1 ? 'la place' : 'une des places';
  return say`Cette place va avec celle de la personne accompagnée : acceptez d’abord ${which} ${listed(waiting.map(({ no }) => no), 'fr')}.`; // prettier-ignore
}

const LOST = say`La personne accompagnée n’est plus au tarif qui donne droit à un accompagnateur (place payée au plein tarif, remboursée ou refusée) : cette place ne peut plus être acceptée. Refusez-la avec le motif « Tarif non ouvert » : le client pourra régler la différence. Ou choisissez « Vérifier à l’entrée ».`;

const AT_DOOR = say`La personne accompagnée présente son justificatif à l’entrée : cette place s’y vérifie avec la sienne. Choisissez « Vérifier à l’entrée ».`;
