import { createHash, createHmac } from 'node:crypto';
import type { Secrets } from '../../src/ports/secrets';

export function fakeSecrets(): Secrets {
  return {
    reviewerToken: ({ order, review, reviewer, version }) => derive('reply', order, review, reviewer, version),
    customerLink: ({ order, version }) => derive('link', order, version),
    signInLink: (request) => derive('sign-in', request),
    staffInvitation: (request) => derive('staff-invitation', request),
    knownDevice: ({ staff, version, nonce }) => derive('known-device', staff, version, nonce),
    seal: (text) => Buffer.from(text).toString('base64url'),
    open: (sealed) => Buffer.from(sealed, 'base64url').toString(),
    hash: (secret) => createHash('sha256').update(secret).digest('hex'),
  };
}

function derive(...parts: readonly (string | number)[]): string {
  return createHmac('sha256', 'test').update(parts.join('/')).digest('hex').slice(0, 32);
}
