import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { createSandbox } from '../../src/payment/sandbox/sandbox';
import { createSandboxPages } from '../../src/payment/sandbox/pages';
import { fakeSandboxBook } from '../fakes/sandbox-book';

export const SANDBOX_KEYS = keyPair();

/** The real sandbox provider, which notifies this theatre. */
export function sandboxAt(url: string, now: () => string) {
  const hmacKey = randomBytes(64).toString('hex');
  const keys = { ...SANDBOX_KEYS, hmacKey };
  const book = fakeSandboxBook();
  return {
    provider: createSandbox({ pageUrl: `${url}/bac-a-sable`, keys, book }),
    providerPages: createSandboxPages({ keys, book, now, retryAfterMs: [], onLost: () => undefined }),
  };
}

/** An Ed25519 pair of these tests. */
export function keyPair() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privateKeyPem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicKeyPem: publicKey.export({ format: 'pem', type: 'spki' }).toString(),
  };
}

/** Where a server listens. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has an address and a port.');
  return address.port;
}
