import { createTicketSigner } from '../pdf/ticket-signature';
import type { TicketSigner } from '../ports/tickets/ticket-signer';
import { deriveKeyPair } from './keys';

/**
 * Signs with the first of the keys named; tickets in people's hands are good as long as theirs is named after it. A key is
 * changed by naming a new one in front: `k2,k1`.
 */
export function createTicketKeys(masterKey: string, names: readonly string[]): TicketSigner {
  const [current = FIRST, ...earlier] = names;
  const signerOf = (keyId: string) =>
    createTicketSigner({ keyId, privateKeyPem: deriveKeyPair(masterKey, purposeOf(keyId)).privateKeyPem });
  return createTicketSigner({
    keyId: current,
    privateKeyPem: deriveKeyPair(masterKey, purposeOf(current)).privateKeyPem,
    earlierKeys: earlier.flatMap((keyId) => signerOf(keyId).publicKeys()),
  });
}

/** The key of the first release. */
const FIRST = 'k1';

function purposeOf(keyId: string): string {
  return keyId === FIRST ? 'tickets' : `tickets/${keyId}`;
}
