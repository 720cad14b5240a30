import type { Seat } from './state';

type Accompanied = Pick<Seat, 'companionship' | 'proof'>;

const CAN_STILL_BE_ACCEPTED: readonly Seat['proof'][] = ['approved', 'under-review', 'awaiting-proof', 'more-info', 'refused'];

/**
 * A companion's right is that of an accepted person accompanied, one for one (domain.md 3). Whose seat was paid up, refunded,
 * refused for good or left to the door is accepted no more: nor is the companion's, which may be paid up, or left to the door.
 */
export function hasLostHolder(seats: readonly Accompanied[], { companionship, proof }: Accompanied): boolean {
  if (companionship !== 'companion' || proof === 'approved') return false;
  const holders = seats.filter((seat) => seat.companionship === 'holder' && CAN_STILL_BE_ACCEPTED.includes(seat.proof));
  const companions = seats.filter((seat) => seat.companionship === 'companion' && seat.proof === 'approved');
  return companions.length >= holders.length;
}
