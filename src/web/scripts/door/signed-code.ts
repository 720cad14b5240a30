import type { ListForDevice } from '../../check-in/device';
import type { TicketPayload } from '../../../domain/ticket';
import { readSignedTicket } from '../../../domain/ticket';

type Keys = ListForDevice['keys'];

/**
 * What a signed text says, and nothing where it is none of ours. `unchecked`: it may be one, and this device cannot tell: it has no
 * key, a newer one was made, or the browser knows no Ed25519.
 */
export async function readCode(text: string, keys: Keys): Promise<TicketPayload | 'unchecked' | undefined> {
  const { payload, said, signature } = readSignedTicket(text) ?? {};
  if (!payload || !said || !signature) return undefined;
  const trusted = await keyNamed(payload.keyId, keys);
  if (!trusted) return 'unchecked';
  const holds = await crypto.subtle.verify('Ed25519', trusted, bytesOf(signature), new TextEncoder().encode(said));
  return holds ? payload : undefined;
}

async function keyNamed(kid: string, keys: Keys): Promise<CryptoKey | undefined> {
  const key = keys.find((one) => one.kid === kid);
  if (!key) return undefined;
  const { kty, crv, x } = key;
  return crypto.subtle.importKey('jwk', { kty, crv, x }, { name: 'Ed25519' }, false, ['verify']).catch(() => undefined);
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
}
