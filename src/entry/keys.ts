import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
import type { Secrets } from '../ports/secrets';

/** One key a purpose, all from the master key (RFC 5869): none of them tells anything about another. */
export function deriveKey(masterKey: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(masterKey, 'hex'), Buffer.alloc(0), `contremarque/${purpose}`, 32));
}

/** An Ed25519 key pair from 32 bytes (RFC 8410: the PKCS #8 wrapping of a seed). */
export function deriveKeyPair(masterKey: string, purpose: string): { readonly privateKeyPem: string; readonly publicKeyPem: string } {
  const wrapped = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), deriveKey(masterKey, purpose)]);
  const privateKey = createPrivateKey({ key: wrapped, format: 'der', type: 'pkcs8' });
  return {
    privateKeyPem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    publicKeyPem: createPublicKey(privateKey).export({ format: 'pem', type: 'spki' }).toString(),
  };
}

export function createSecrets(masterKey: string): Secrets {
  const key = deriveKey(masterKey, 'letters');
  const sealKey = deriveKey(masterKey, 'sealed-columns');
  const derive = (...parts: readonly (string | number)[]) =>
    base32(createHmac('sha256', key).update(parts.join('\n')).digest().subarray(0, 20));
  return {
    reviewerToken: ({ order, review, reviewer, version }) => derive('reply', order, review, reviewer, version),
    customerLink: ({ order, version }) => derive('link', order, version),
    signInLink: (request) => derive('sign-in', request),
    staffInvitation: (request) => derive('staff-invitation', request),
    knownDevice: ({ staff, version, nonce }) => derive('known-device', staff, version, nonce),
    seal: (text) => seal(sealKey, text),
    open: (sealed) => openSealed(sealKey, sealed),
    hash: sha256,
  };
}

/** For a command that was given no master key (`COMMAND_SETTINGS`): what it reads or keeps as a hash, and nothing else. */
export function withoutMasterKey(): Secrets {
  const none = (): never => {
    throw new Error('This command was given no MASTER_KEY: it uses no secret.');
  };
  return {
    ...{ reviewerToken: none, customerLink: none, signInLink: none, staffInvitation: none, knownDevice: none },
    ...{ seal: none, open: none, hash: sha256 },
  };
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const NONCE = 12;
const TAG = 16;

/** Nonce, text and tag, base64url. */
function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

function openSealed(key: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** RFC 4648 base32, lower case: 20 bytes make 32 letters without padding. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => LETTERS.charAt(parseInt(five, 2))).join('');
}
