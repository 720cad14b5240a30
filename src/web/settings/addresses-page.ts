import { LONGEST_SENDER_NAME, type VenueAddresses } from '../../domain/venue-settings';
import type { Reviewer } from '../../ports/settings/venue-settings';
import { shownSlips } from '../likely-slips';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { DeskVisit } from '../desk/desk-visit';
import { ADDRESS_FIELDS } from './address-fields';
import { settingsPage } from './settings-page';

interface Shown {
  readonly addresses: VenueAddresses;
  /** Of the addresses as they stand. */
  readonly read: Html;
  readonly reviewers: readonly Reviewer[];
  /** Typed and refused. */
  readonly added?: { readonly name: string; readonly address: string } | undefined;
  readonly done?: string | undefined;
  readonly errors?: readonly string[] | undefined;
}

/** Who is asked about proofs, who hears of the rest, and where answers come in. */
export function addressesPage(desk: DeskVisit, { addresses, read, reviewers, added, done, errors }: Shown): string {
  return settingsPage(desk, {
    title: 'Adresses',
    intro: 'Vaut aussitôt. Les lettres déjà parties gardent l’adresse de réponse qu’elles portaient.',
    done,
    errors,
    body: html`<h2>Qui reçoit les justificatifs</h2>
      <p class="small">
        Chacun reçoit sa lettre, avec une adresse de réponse à lui. Une adresse retirée ne reçoit plus rien, et ses réponses ne sont plus
        suivies.
      </p>
      <ul class="people">
        ${reviewers.filter(({ active }) => active).map((reviewer) => person(desk, reviewer))}
      </ul>
      ${retired(reviewers)} ${addForm(desk, added)} ${others(desk, addresses, read)}`,
  });
}

function person({ visit }: DeskVisit, { id, name, address }: Reviewer): Html {
  return html`<li>
    <form method="post" action="${pathOf('deskReviewer', { reviewer: id })}">
      ${visit.guardField()}
      <label for="name-${id}"><span class="hidden">Nom pour </span>${address}</label>
      <input id="name-${id}" name="name" value="${name}" maxlength="120" required />
      <button class="plain" type="submit">Renommer<span class="hidden"> ${address}</span></button>
    </form>
    <form method="post" action="${pathOf('deskReviewerRetire', { reviewer: id })}">
      ${visit.guardField()}<button class="link" type="submit">Retirer<span class="hidden"> ${name}, ${address}</span></button>
    </form>
  </li>`;
}

function retired(reviewers: readonly Reviewer[]): Html | undefined {
  const gone = reviewers.filter(({ active }) => !active);
  if (gone.length === 0) return undefined;
  return html`<p class="small">
    Retirées : ${gone.map(({ name, address }) => `${name}, ${address}`).join(' ; ')}. Ajoutez de nouveau une adresse pour qu’elle revienne.
  </p>`;
}

function addForm({ visit }: DeskVisit, added: Shown['added']): Html {
  return html`<form class="fields" method="post" action="${pathOf('deskReviewers')}">
    ${visit.guardField()} ${shownSlips([added?.address ?? ''])}
    <h3>Ajouter une adresse</h3>
    <label for="new-name">Nom de la personne ou du service</label>
    <input id="new-name" name="name" value="${added?.name ?? ''}" maxlength="120" required />
    <label for="new-address">Adresse e-mail</label>
    <input id="new-address" name="address" type="text" inputmode="email" value="${added?.address ?? ''}" maxlength="254" required />
    <button class="plain" type="submit">Ajouter cette adresse</button>
  </form>`;
}

function others({ visit }: DeskVisit, addresses: VenueAddresses, read: Html): Html {
  const written = ADDRESS_FIELDS.filter(({ name }) => !name).map(({ field }) => addresses[field]);
  return html`<form class="fields" method="post" action="${pathOf('deskAddresses')}">
    ${visit.guardField()} ${read} ${shownSlips(written)}
    <h2>Les autres adresses</h2>
    ${ADDRESS_FIELDS.map(
      ({ field, title, how, name }) =>
        html`<label for="${field}">${title}</label>
          <p class="small" id="${field}-how">${how}</p>
          <input
            id="${field}"
            name="${field}"
            type="text"
            value="${addresses[field]}"
            ${name ? html`maxlength="${LONGEST_SENDER_NAME}"` : html`inputmode="email" maxlength="254" required`}
            aria-describedby="${field}-how"
          />`,
    )}
    <button type="submit">Enregistrer ces adresses</button>
  </form>`;
}
