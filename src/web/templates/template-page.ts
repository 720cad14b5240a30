import type { Wording } from '../../domain/language';
import type { VenueView } from '../../domain/order-view';
import type { TicketTemplate } from '../../domain/ticket-template';
import type { PictureName } from '../../ports/tickets/ticket-templates';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { errorNotice, notice } from '../page/notice';
import { pathOf } from '../paths';
import { fileSize } from '../../wording/amounts';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import { venueLine, venueQuery } from '../settings/venue-line';
import { ROWS } from './read-template';
import { SEATINGS } from './templates-page';

export interface TemplatePage {
  readonly venue: VenueView;
  readonly template: TicketTemplate & { readonly hasLogo: boolean; readonly hasPlan: boolean };
  /** What one ticket weighs. */
  readonly bytes: number;
  readonly tooHeavy: boolean;
  readonly error?: string | undefined;
}

export function templatePage(desk: DeskVisit, page: TemplatePage): string {
  const { template, bytes, tooHeavy, error } = page;
  const which = { code: template.code, seating: template.seating };
  const weight = fileSize(bytes, 'fr');
  return deskPage(desk, {
    at: 'settings',
    title: template.name,
    error: error !== undefined,
    body: html`${error !== undefined && errorNotice('À revoir', [error])}
      ${
        error === undefined &&
        tooHeavy &&
        notice('Ce billet est trop lourd', `Il pèse ${weight}, et la limite est de 100 Ko. Choisissez des images plus simples.`)
      }
      ${venueLine(desk.visit)}
      <div class="headline">
        <div>
          <h1 class="review-title">${template.name}</h1>
          <p class="small">
            ${template.code}, ${SEATINGS[template.seating]} · un billet pèse ${weight} ·
            <a href="${pathOf('deskTemplates')}">toutes les maquettes</a>
          </p>
        </div>
      </div>
      <div class="review">
        <div>
          <figure class="proof">
            <figcaption>
              <span>Aperçu, données inventées</span>
              <span class="small">${previews(which, venueQuery(desk.visit))}</span>
            </figcaption>
            <a href="${pathOf('deskTemplatePdf', which, venueQuery(desk.visit))}"
              ><img src="${pathOf('deskTemplatePng', which, venueQuery(desk.visit))}" alt="Aperçu du billet. Ouvrir en PDF."
            /></a>
          </figure>
        </div>
        <div>${pictureForms(desk, page)} ${texts(desk, page)}</div>
      </div>`,
  });
}

function previews(which: { readonly code: string; readonly seating: string }, venue: ReturnType<typeof venueQuery>): readonly Html[] {
  return [
    html`<a href="${pathOf('deskTemplatePdf', which, venue)}">PDF</a> · `,
    html`<a href="${pathOf('deskTemplatePdf', which, { ...venue, langue: 'en' })}">en anglais</a> · `,
    html`<a href="${pathOf('deskTemplatePdf', which, { ...venue, accueil: 'oui' })}">justificatif à présenter</a>`,
  ];
}

function pictureForms({ visit }: DeskVisit, { template }: TemplatePage): Html {
  const { code, seating } = template;
  const form = (picture: PictureName, label: string, own: boolean) => {
    const at = { code, seating, picture };
    return html`<h3>${label}</h3>
      <p class="small">${own ? 'Cette maquette a la sienne.' : 'Celle de la salle.'} Une image JPEG, PNG ou GIF ; nous la réduisons.</p>
      <form method="post" enctype="multipart/form-data" action="${pathOf('deskTemplatePicture', at, venueQuery(visit))}">
        ${visit.guardField()}<label class="hidden" for="${picture}">${label}</label>
        <input id="${picture}" type="file" name="file" accept="image/jpeg,image/png,image/gif" required />
        <button type="submit" class="plain">Envoyer</button>
      </form>
      ${
        own &&
        html`<form method="post" action="${pathOf('deskTemplateNoPicture', at)}">
          ${visit.guardField()}<button class="link" type="submit">Revenir à celle de la salle<span class="hidden">, ${label}</span></button>
        </form>`
      }`;
  };
  return html`<section>
    <h2>Images</h2>
    ${form('logo', 'Logo', template.hasLogo)} ${form('plan', 'Plan d’accès', template.hasPlan)}
  </section>`;
}

/** What is left empty is the venue's own; it is shown beside the field. */
function texts({ visit }: DeskVisit, { template, venue }: TemplatePage): Html {
  const rows = [...Array.from({ length: ROWS }).keys()];
  return html`<section>
    <h2 class="part">Textes</h2>
    <p class="small">Laissez tout vide pour les textes de la salle. Chaque texte en français et en anglais.</p>
    <form class="fields" method="post" action="${pathOf('deskTemplate', { code: template.code, seating: template.seating })}">
      ${visit.guardField()}
      <label for="name">Nom de la maquette</label>
      <input id="name" name="name" value="${template.name}" maxlength="120" required />
      ${rows.map((row) => {
        const [own, house] = [template.advice?.[row], venue.advice[row]];
        return html`<h3>Conseil ${row + 1}</h3>
          ${pair(`title-${row}`, 'Titre', { own: own?.title, house: house?.title })}
          ${pair(`text-${row}`, 'Texte', { own: own?.text, house: house?.text })}`;
      })}
      ${rows.map(
        (row) =>
          html`<h3>Accès ${row + 1}</h3>
            ${pair(`way-${row}`, 'Texte', { own: template.directions?.[row], house: venue.directions[row] })}`,
      )}
      <button type="submit">Garder et voir l’aperçu</button>
    </form>
  </section>`;
}

function pair(
  name: string,
  label: string,
  { own, house }: { readonly own: Wording | undefined; readonly house: Wording | undefined },
): Html {
  const field = (language: 'fr' | 'en', words: string) => {
    const id = `${name}-${language}`;
    return html`<label for="${id}">${label}, ${words}</label>
      <input id="${id}" name="${id}" value="${own?.[language]}" maxlength="240" lang="${language}" placeholder="${house?.[language]}" />`;
  };
  return html`${field('fr', 'français')} ${field('en', 'anglais')}`;
}
