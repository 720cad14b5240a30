import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { canonical } from '../../domain/canonical';
import type { Html } from '../page/html';
import { html } from '../page/html';

const READ = 'read';

/** At the desk, of what was refused with `changed-meanwhile`: the page holds what was typed, and knows what stands now. */
export const CHANGED_MEANWHILE =
  'Quelqu’un a enregistré autre chose entre-temps. Ce que vous avez saisi est encore là : enregistrez une fois de plus pour le garder, ou rouvrez la page pour lire ce qui vaut maintenant.';

/** What a page showed, as its form says it: what somebody else has written since is not overwritten unseen. */
export function readField(shown: unknown): Html {
  return html`<input type="hidden" name="${READ}" value="${versionOf(shown)}" />`;
}

/** Whether it still stands as it was shown; a program that says nothing of it has read nothing. */
export function stillAs<T>(request: Request, shownOf: (now: T) => unknown): (now: T) => boolean {
  const read: unknown = request.body?.[READ];
  return (now) => read === undefined || read === versionOf(shownOf(now));
}

/** The same content has the same version, whoever wrote it. */
export function versionOf(shown: unknown): string {
  return createHash('sha256')
    .update(canonical(shown) ?? 'nothing')
    .digest('base64url')
    .slice(0, 16);
}
