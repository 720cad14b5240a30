/** What signs between shop and sandbox. */
export interface SandboxKeys {
  /** Shared by both: the sandbox knows by it that a request is ours. Hexadecimal. */
  readonly hmacKey: string;
  /** Ed25519, the sandbox's own: we know by it that a notification comes from there. */
  readonly privateKeyPem: string;
  readonly publicKeyPem: string;
}
