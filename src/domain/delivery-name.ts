import type { Wording } from './language';
import type { VenuePolicy } from './venue-policy';

/** How tickets that wait for proofs come is named after the proofs; where none is sent online, they wait for nothing. */
export function deliveryName(
  name: Wording,
  { forProofs, policy }: { readonly forProofs: boolean; readonly policy: Pick<VenuePolicy, 'proofsOnline'> },
): Wording {
  return forProofs && !policy.proofsOnline ? BY_MAIL : name;
}

const BY_MAIL: Wording = { fr: 'Envoi par e-mail', en: 'Sent by e-mail' };
