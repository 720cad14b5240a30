import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { typeset } from '../../wording/typography';

/** In an address of the settings: of which venue the page is, where the organizer has several. */
export function venueQuery({ venue, venues }: Visit): Readonly<Record<string, number>> {
  return venue === undefined || venues.length < 2 ? {} : { venue };
}

/** Of which venue a page of the settings is, and the way to another one's. */
export function venueLine({ venue, venues, house }: Visit): Html | undefined {
  if (venue === undefined || venues.length < 2) return undefined;
  return html`<p class="small">
    ${typeset('Lieu :')} <strong>${house?.name}</strong>, <a href="${pathOf('deskSettings')}">changer de lieu</a>
  </p>`;
}

/** Every venue, the one whose settings are open marked. */
export function venueTabs({ venue, venues }: Visit): Html | undefined {
  if (venues.length < 2) return undefined;
  return html`<nav class="tabs" aria-label="Lieux">
      ${venues.map(
        ({ id, name }) =>
          html`<a href="${pathOf('deskSettings', undefined, { venue: id })}" ${id === venue && html`aria-current="true"`}>${name}</a>`,
      )}
    </nav>
    <p class="small">Chaque lieu a ses réglages ; les comptes et les clés d’API valent pour tous.</p>`;
}
