import type { TicketTemplate } from '../../domain/ticket-template';
import { html } from '../page/html';
import { pathOf } from '../paths';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import { venueLine } from '../settings/venue-line';

type Listed = TicketTemplate & { readonly hasLogo: boolean; readonly hasPlan: boolean };

export function templatesPage(desk: DeskVisit, templates: readonly Listed[]): string {
  return deskPage(desk, {
    at: 'settings',
    title: 'Maquettes de billet',
    body: html`${venueLine(desk.visit)}
      <div class="headline"><h1>Maquettes de billet</h1></div>
      <p>
        Chaque mode d’obtention nomme une maquette : il en faut une pour les places numérotées et une pour le placement libre. Les mentions
        obligatoires y sont toujours.
      </p>
      ${
        templates.length === 0
          ? html`<p>Aucune maquette. L’API en crée : <a href="${pathOf('api')}/docs">voir sa description</a>.</p>`
          : html`<table class="cards">
              <thead>
                <tr>
                  <th scope="col">Maquette</th>
                  <th scope="col">Placement</th>
                  <th scope="col">Logo, plan</th>
                </tr>
              </thead>
              <tbody>
                ${templates.map(
                  ({ code, seating, name, hasLogo, hasPlan }) =>
                    html`<tr>
                      <td>
                        <a href="${pathOf('deskTemplate', { code, seating })}"><strong>${name}</strong></a
                        ><br /><span class="small">${code}</span>
                      </td>
                      <td data-label="Placement">${SEATINGS[seating]}</td>
                      <td data-label="Logo, plan">
                        ${hasLogo ? 'logo propre' : 'logo de la salle'}, ${hasPlan ? 'plan propre' : 'plan de la salle'}
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }`,
  });
}

export const SEATINGS = { numbered: 'places numérotées', free: 'placement libre' } as const;
