/**
 * Secrets that letters carry. Derived from a master key, a purpose, ids and a version, so that a letter sent again is
 * the same letter and revoking is raising the version; tables keep hashes only (docs/architecture.md 5).
 */
export interface Secrets {
  /** 160 bits, lower-case base32 (32 letters): local parts of addresses get case-folded. */
  reviewerToken(of: { readonly order: string; readonly review: number; readonly reviewer: number; readonly version: number }): string;
  /** The customer's link into « Mes justificatifs ». */
  customerLink(of: { readonly order: string; readonly version: number }): string;
  /** A link asked for on the page: single use. */
  signInLink(request: string): string;
  /** Opens once, to choose a password of the desk. */
  staffInvitation(request: string): string;
  /** What a browser keeps that somebody of the venue has come in with; worth nothing once their access has changed. */
  knownDevice(of: { readonly staff: number; readonly version: number; readonly nonce: string }): string;
  /** For what must be read again but by nobody who reads the table: AES-256-GCM under a key of its own. */
  seal(text: string): string;
  /** What `seal` made. Anything else is a fault. */
  open(sealed: string): string;
  /** SHA-256, hexadecimal: what tables hold of any secret. */
  hash(secret: string): string;
}
