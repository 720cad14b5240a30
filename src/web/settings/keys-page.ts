import type { KeyLine } from '../../ports/accounts';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { notice } from '../page/notice';
import { pathOf } from '../paths';
import type { DeskVisit } from '../desk/desk-visit';
import { settingsPage } from './settings-page';
import { roleName, roleSelect } from './staff-page';

interface Shown {
  readonly keys: readonly KeyLine[];
  /** The one that was just made. */
  readonly made?: string | undefined;
  readonly done?: string | undefined;
  readonly errors?: readonly string[] | undefined;
}

/** Keys of programs: what each may do, and since when it is good or no more. */
export function keysPage(desk: DeskVisit, { keys, made, done, errors }: Shown): string {
  const [good, revoked] = [
    keys.filter(({ revokedAt }) => revokedAt === undefined),
    keys.filter(({ revokedAt }) => revokedAt !== undefined),
  ];
  return settingsPage(desk, {
    title: 'Clés d’API',
    intro: 'Chaque programme a la sienne, avec un rôle. Une clé révoquée ne vaut plus à la requête suivante.',
    done,
    errors,
    body: html`${made !== undefined && notice('Copiez cette clé maintenant', html`Elle ne sera plus montrée : <code>${made}</code>`)}
      <h2>Clés valables</h2>
      ${
        good.length === 0
          ? html`<p>Aucun programme n’a de clé.</p>`
          : html`<ul class="accounts">
              ${good.map((key) => line(desk, key))}
            </ul>`
      }
      ${
        revoked.length > 0 &&
        html`<h2>Clés révoquées</h2>
          <ul class="accounts">
            ${revoked.map((key) => line(desk, key))}
          </ul>`
      }
      ${addForm(desk)}`,
  });
}

function line({ visit }: DeskVisit, { id, name, role, createdAt, revokedAt }: KeyLine): Html {
  const since = `créée le ${visit.calendar.moment(createdAt)}`;
  const deed = revokedAt === undefined ? 'revoke' : 'restore';
  return html`<li>
    <p>
      <strong>${name}</strong><br /><span class="small"
        >${roleName(role)}, ${since}${revokedAt !== undefined && `, révoquée le ${visit.calendar.moment(revokedAt)}`}</span
      >
    </p>
    <form method="post" action="${pathOf('deskKeyDeed', { key: id, deed })}">
      ${visit.guardField()}<button class="link" type="submit">
        ${deed === 'revoke' ? 'Révoquer' : 'Rétablir'}<span class="hidden"> la clé ${name}</span>
      </button>
    </form>
  </li>`;
}

function addForm({ visit }: DeskVisit): Html {
  return html`<form class="fields" method="post" action="${pathOf('deskKeys')}">
    ${visit.guardField()}
    <h2>Créer une clé</h2>
    <label for="key-name">Nom du programme</label>
    <input id="key-name" name="name" maxlength="120" required autocomplete="off" />
    <label for="key-role">Rôle</label>
    ${roleSelect('key-role', 'reviewer')}
    <button type="submit">Créer la clé</button>
  </form>`;
}
