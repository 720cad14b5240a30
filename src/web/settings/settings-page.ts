import type { Html, Piece } from '../page/html';
import { html } from '../page/html';
import { errorNotice, notice } from '../page/notice';
import type { RouteName } from '../paths';
import { pathOf } from '../paths';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import { venueLine, venueTabs } from './venue-line';

interface SettingsPage {
  readonly title: string;
  readonly intro: Piece;
  readonly body: Piece;
  /** What was done, in a sentence. */
  readonly done?: string | undefined;
  readonly errors?: readonly string[] | undefined;
  /** Pages between the index and this one. */
  readonly under?: readonly { readonly href: string; readonly name: string }[];
  readonly wide?: boolean;
}

/** A page of the settings: where it lies, what it is for, what was just done or refused. */
export function settingsPage(desk: DeskVisit, { title, intro, body, done, errors = [], under = [], wide = false }: SettingsPage): string {
  const way = [{ href: pathOf('deskSettings'), name: 'Réglages' }, ...under];
  return deskPage(desk, {
    at: 'settings',
    title,
    error: errors.length > 0,
    body: html`<div class="settings${wide && ' wide'}">
      <p class="small">${way.map(({ href, name }) => html`<a href="${href}">${name}</a> / `)}${title}</p>
      ${venueLine(desk.visit)}
      <div class="headline">
        <div>
          <h1>${title}</h1>
          <p class="small">${intro}</p>
        </div>
      </div>
      ${errors.length > 0 && errorNotice('Rien n’a changé', errors)}
      ${errors.length === 0 && done !== undefined && notice('C’est enregistré', done)} ${body}
    </div>`,
  });
}

export type SettingsRoute = Extract<
  RouteName,
  'deskTemplates' | 'deskTexts' | 'deskProofSettings' | 'deskDelays' | 'deskAddresses' | 'deskReplies' | 'deskStaff' | 'deskKeys'
>;

const PAGES: readonly { readonly route: SettingsRoute; readonly name: string; readonly about: string }[] = [
  { route: 'deskTemplates', name: 'Maquettes de billet', about: 'Logo, plan d’accès, conseils du billet A4 ; l’aperçu, et son poids.' },
  { route: 'deskTexts', name: 'Textes', about: 'Ce que disent la billetterie en ligne et chaque lettre, en français et en anglais.' },
  {
    route: 'deskProofSettings',
    name: 'Justificatifs',
    about: 'La rubrique « Mes justificatifs » : son nom, son ouverture, les fichiers acceptés.',
  },
  {
    route: 'deskDelays',
    name: 'Délais',
    about: 'La date limite et ce qui se passe ensuite, le délai pour revenir sur une réponse, les relances.',
  },
  {
    route: 'deskAddresses',
    name: 'Adresses',
    about: 'Qui reçoit les justificatifs, les copies et les alertes ; où arrivent les réponses.',
  },
  { route: 'deskReplies', name: 'Réponses par e-mail', about: 'À quoi l’on reconnaît de qui vient une réponse.' },
  { route: 'deskStaff', name: 'Comptes', about: 'Qui entre au guichet, avec quel rôle ; donner, retirer ou renouveler un accès.' },
  { route: 'deskKeys', name: 'Clés d’API', about: 'Les programmes qui appellent l’API ; créer une clé, la révoquer.' },
];

/** « Réglages »: everything that the venue settles for itself. */
export function settingsIndex(desk: DeskVisit, more: readonly Html[] = []): string {
  return deskPage(desk, {
    at: 'settings',
    title: 'Réglages',
    body: html`<div class="settings">
      <div class="headline">
        <div>
          <h1>Réglages</h1>
          <p class="small">Chaque changement garde son auteur et sa date.</p>
        </div>
      </div>
      ${venueTabs(desk.visit)}
      <dl class="index">
        ${PAGES.map(
          ({ route, name, about }) =>
            html`<dt><a href="${pathOf(route)}">${name}</a></dt>
              <dd>${about}</dd>`,
        )}
        ${more}
      </dl>
    </div>`,
  });
}
