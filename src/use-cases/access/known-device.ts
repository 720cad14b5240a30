import type { Secrets } from '../../ports/secrets';
import type { StaffMember } from '../../ports/staff';

type Marker = Pick<Secrets, 'hash' | 'knownDevice'>;

/** `id.version.nonce.mark`: what a browser keeps of somebody who came in with it. */
export function deviceOf({ id, accessVersion }: Pick<StaffMember, 'id' | 'accessVersion'>, nonce: string, secrets: Marker): string {
  return [id, accessVersion, nonce, secrets.knownDevice({ staff: id, version: accessVersion, nonce })].join('.');
}

/** Marked by us, for whomever. */
export function isMarked(device: string, secrets: Marker): boolean {
  const [id, version, nonce = ''] = device.split('.');
  return secrets.hash(device) === secrets.hash(deviceOf({ id: Number(id), accessVersion: Number(version) }, nonce, secrets));
}

/** Worth nothing for another account, nor once the access has changed. */
export function isDeviceOf(member: StaffMember, device: string, secrets: Marker): boolean {
  const [, , nonce = ''] = device.split('.');
  return secrets.hash(device) === secrets.hash(deviceOf(member, nonce, secrets));
}
