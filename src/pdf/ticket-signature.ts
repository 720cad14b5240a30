import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readSignedTicket, ticketText } from '../domain/ticket';
import type { TicketPayload } from '../domain/ticket';
import type { TicketPublicKey, TicketSigner } from '../ports/tickets/ticket-signer';

interface SigningKey {
  /** One to four of a-z, A-Z, 0-9: it is printed in every code, and a longer one makes the code denser. */
  readonly keyId: string;
  /** An Ed25519 private key, PKCS #8. */
  readonly privateKeyPem: string;
  /** Keys that signed tickets which are still in people's hands. */
  readonly earlierKeys?: readonly TicketPublicKey[] | undefined;
}

export function createTicketSigner({ keyId, privateKeyPem, earlierKeys = [] }: SigningKey): TicketSigner {
  if (!KEY_ID.test(keyId)) throw new RangeError('A ticket key is named by one to four letters or digits.');
  const privateKey = createPrivateKey(privateKeyPem);
  const keys = [publicKeyOf(privateKey, keyId), ...earlierKeys];
  return {
    sign(claims) {
      const text = ticketText({ ...claims, keyId });
      return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
    },
    verify: (text) => verifyTicket(text, keys),
    publicKeys: () => keys,
  };
}

/** What a signed text says. */
export function verifyTicket(text: string, publicKeys: readonly TicketPublicKey[]): TicketPayload | undefined {
  const { payload, said, signature } = readSignedTicket(text) ?? {};
  const key = publicKeys.find(({ kid }) => kid === payload?.keyId);
  if (!payload || !said || !signature || !key) return undefined;
  return verify(null, Buffer.from(said), keyObject(key), Buffer.from(signature, 'base64url')) ? payload : undefined;
}

const KEY_ID = /^[a-zA-Z0-9]{1,4}$/;

function publicKeyOf(privateKey: KeyObject, kid: string): TicketPublicKey {
  const { crv, x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (crv !== 'Ed25519' || !x) throw new TypeError('Tickets are signed with an Ed25519 key.');
  return { kty: 'OKP', crv, use: 'sig', alg: 'EdDSA', kid, x };
}

function keyObject({ kty, crv, x }: TicketPublicKey): KeyObject {
  return createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
}
