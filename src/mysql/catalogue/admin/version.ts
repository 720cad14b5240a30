import { createHash } from 'node:crypto';
import { canonical } from '../../../domain/canonical';
import { Refusal } from '../../../domain/refusal';

/** The same content has the same version, whoever wrote it and in whatever order. */
export function versionOf(content: unknown): string {
  return createHash('sha256')
    .update(canonical(content) ?? '')
    .digest('hex')
    .slice(0, 16);
}

/** What somebody else wrote meanwhile is not overwritten unseen. */
export function refuseStale(read: string | undefined, standing: string, knownBy?: string): void {
  if (read === standing) return;
  const field = knownBy === undefined ? {} : { field: knownBy };
  if (read === undefined) throw new Refusal('already-exists', 'It is there, with another content.', { version: standing, ...field });
  throw new Refusal('changed-meanwhile', 'It was changed since it was read.', { version: standing });
}
