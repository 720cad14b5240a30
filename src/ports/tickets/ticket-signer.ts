import type { TicketPayload } from '../../domain/ticket';

/** What a ticket says of itself; the signer adds the name of its key. */
type TicketClaims = Omit<TicketPayload, 'keyId'>;

/** A key by which anyone can check a ticket, also without asking us (RFC 7517, RFC 8037). */
export interface TicketPublicKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly use: 'sig';
  readonly alg: 'EdDSA';
  readonly kid: string;
  readonly x: string;
}

export interface TicketSigner {
  /** The text of the QR code (docs/contracts.md). The same claims give the same text. */
  sign(claims: TicketClaims): string;
  /** What a scanned text says, or `undefined` when it is not a ticket of ours. */
  verify(text: string): TicketPayload | undefined;
  /** The current key first, then those that tickets in people's hands were signed with. */
  publicKeys(): readonly TicketPublicKey[];
}
