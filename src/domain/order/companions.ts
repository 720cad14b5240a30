import { can } from './can';
import type { Seat } from './state';

type Accompanied = Pick<Seat, 'companionship' | 'proof'>;

const CAN_STILL_BE_ACCEPTED: readonly Seat['proof'][] = ['approved', 'under-review', 'awaiting-proof', 'more-info', 'refused'];
const STANDS: readonly Seat['proof'][] = [...CAN_STILL_BE_ACCEPTED, 'check-at-door'];
/** Its right has been counted: it needs no other person accompanied. */
const HAS_A_HOLDER: readonly Seat['proof'][] = ['approved', 'check-at-door'];
/** Paid up, or given up: nothing is lost with the person accompanied. */
const KEEPS_ITS_PRICE: readonly Seat['proof'][] = ['approved', 'upgraded', 'refunded'];

/**
 * A companion's right is that of an accepted person accompanied, one for one (docs/domain.md 3). Whose seat was paid up, refunded,
 * refused for good or left to the door is accepted no more: nor is the companion's, which may be paid up, or left to the door.
 */
export function hasLostHolder(seats: readonly Accompanied[], { companionship, proof }: Accompanied): boolean {
  if (companionship !== 'companion' || proof === 'approved') return false;
  const holders = seats.filter((seat) => seat.companionship === 'holder' && CAN_STILL_BE_ACCEPTED.includes(seat.proof));
  const companions = seats.filter((seat) => seat.companionship === 'companion' && seat.proof === 'approved');
  return companions.length >= holders.length;
}

/** The person accompanied is to show their proof at the door: there is nothing to check before, and the companion may go with them. */
export function goesToDoorWithHolder(seats: readonly Accompanied[], seat: Accompanied): boolean {
  if (!hasLostHolder(seats, seat)) return false;
  const holders = seats.filter(({ companionship, proof }) => companionship === 'holder' && STANDS.includes(proof));
  const others = seats.filter((one) => one !== seat && one.companionship === 'companion' && HAS_A_HOLDER.includes(one.proof));
  return others.length < holders.length;
}

/** No person accompanied is left, at the door either: the tariff is lost. */
export function hasLostTariff(seats: readonly Accompanied[], seat: Accompanied): boolean {
  return hasLostHolder(seats, seat) && !goesToDoorWithHolder(seats, seat);
}

/** Whose proof is being checked waits for an answer, unless no answer can give its tariff any more. */
export function mayPayFullPrice(seats: readonly Accompanied[], seat: Accompanied): boolean {
  return can('payFullPrice', seat) || (seat.proof === 'under-review' && hasLostTariff(seats, seat));
}

/** Companions who lose their tariff when the difference of that seat is paid: whoever pays it hears so before. */
export function wouldLoseTariff<S extends Accompanied & Pick<Seat, 'no'>>(seats: readonly S[], paid: S): readonly S[] {
  const after = (seat: S) => (seat.no === paid.no ? { ...seat, proof: 'upgraded' as const } : seat);
  const then = seats.map(after);
  return seats.filter(
    (seat, index) => !KEEPS_ITS_PRICE.includes(seat.proof) && !hasLostTariff(seats, seat) && hasLostTariff(then, then[index] ?? seat),
  );
}
