import { deName } from '../../domain/first-letter';
import type { Account } from '../../ports/accounts';
import { ROLES, type Role } from '../../ports/staff';
import { shownSlips } from '../likely-slips';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { DeskVisit } from '../desk/desk-visit';
import { settingsPage } from './settings-page';

interface Shown {
  readonly accounts: readonly Account[];
  /** Typed and refused. */
  readonly added?: Pick<Account, 'name' | 'email' | 'role'> | undefined;
  readonly done?: string | undefined;
  readonly errors?: readonly string[] | undefined;
}

/** Everybody who comes in at the desk: in, waiting for their invitation, or retired. */
export function staffPage(desk: DeskVisit, { accounts, added, done, errors }: Shown): string {
  const [here, gone] = [accounts.filter(({ active }) => active), accounts.filter(({ active }) => !active)];
  return settingsPage(desk, {
    title: 'Comptes',
    intro: 'Vaut aussitôt : qui perd son accès est sorti de tous ses appareils.',
    done,
    errors,
    body: html`<h2>Qui peut entrer</h2>
      <ul class="accounts">
        ${here.map((account) => line(desk, account))}
      </ul>
      ${
        gone.length > 0 &&
        html`<h2>Comptes retirés</h2>
          <ul class="accounts">
            ${gone.map((account) => line(desk, account))}
          </ul>`
      }
      ${inviteForm(desk, added)}`,
  });
}

function line(desk: DeskVisit, account: Account): Html {
  const { id, name, email, active } = account;
  const to = html`<span class="hidden"> ${name}</span>`;
  const button = (deed: 'retire' | 'restore' | 'invite', words: string) =>
    html`<form method="post" action="${pathOf('deskStaffDeed', { staff: id, deed })}">
      ${desk.visit.guardField()}<button class="link" type="submit">${words}${to}</button>
    </form>`;
  return html`<li>
    <p><strong>${name}</strong>${id === desk.who.id && ' (vous)'}, ${email}<br /><span class="small">${stateOf(desk, account)}</span></p>
    ${active && roleForm(desk, account)} ${active ? button('retire', 'Retirer l’accès') : button('restore', 'Rétablir comme avant')}
    ${button('invite', 'Envoyer un nouvel accès')}
  </li>`;
}

function stateOf({ visit }: DeskVisit, { role, active, invited, signedInAt }: Account): string {
  const seen = signedInAt === undefined ? 'n’est pas encore entré' : `dernière entrée le ${visit.calendar.moment(signedInAt)}`;
  if (!active) return `${ROLE_NAMES[role]}, accès retiré, ${seen}`;
  return `${ROLE_NAMES[role]}, ${invited ? 'invité, mot de passe à choisir' : seen}`;
}

function roleForm({ visit }: DeskVisit, { id, name, role }: Account): Html {
  return html`<form method="post" action="${pathOf('deskStaffDeed', { staff: id, deed: 'role' })}">
    ${visit.guardField()}
    <label class="hidden" for="role-${id}">Rôle ${deName(name)}</label>
    ${roleSelect(`role-${id}`, role)}
    <button class="plain" type="submit">Changer<span class="hidden"> le rôle ${deName(name)}</span></button>
  </form>`;
}

function inviteForm({ visit }: DeskVisit, added: Shown['added']): Html {
  return html`<form class="fields" method="post" action="${pathOf('deskStaff')}">
    ${visit.guardField()} ${shownSlips([added?.email ?? ''])}
    <h2>Donner accès à quelqu’un</h2>
    <p class="small">La personne reçoit un lien valable trois jours, et choisit elle-même son mot de passe.</p>
    <label for="new-name">Nom</label>
    <input id="new-name" name="name" value="${added?.name ?? ''}" maxlength="120" required autocomplete="off" />
    <label for="new-email">Adresse e-mail</label>
    <input
      id="new-email"
      name="email"
      type="text"
      inputmode="email"
      value="${added?.email ?? ''}"
      maxlength="254"
      required
      autocomplete="off"
    />
    <label for="new-role">Rôle</label>
    ${roleSelect('new-role', added?.role ?? 'reviewer')}
    <button type="submit">Envoyer l’invitation</button>
  </form>`;
}

/** What each role opens, in the words of the desk. */
const ROLE_NAMES = {
  reviewer: 'contrôle des justificatifs',
  cashier: 'caisse',
  admin: 'administration',
} satisfies Record<Role, string>;

export function roleName(role: Role): string {
  return ROLE_NAMES[role];
}

export function roleSelect(id: string, chosen: Role): Html {
  return html`<select id="${id}" name="role">
    ${ROLES.map((role) => html`<option value="${role}" ${role === chosen && 'selected'}>${ROLE_NAMES[role]}</option>`)}
  </select>`;
}
