import type { PerformanceReadiness } from '../../ports/sale/readiness';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { atVenueNumbered } from '../visit';
import { inLetters } from '../../wording/numbers';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';

/** Every performance to come: online, ready, or how far from it. */
export function salesPage(desk: DeskVisit, performances: readonly PerformanceReadiness[]): string {
  return deskPage(desk, {
    at: 'sales',
    title: 'Séances à vendre',
    body: html`<div class="headline">
        <div>
          <h1>Séances à vendre</h1>
          <p class="small">Ce qui est en ligne, ce qui peut l’être, et ce qui manque encore.</p>
        </div>
      </div>
      ${performances.length === 0 ? html`<p>Aucune séance à venir.</p>` : table(desk, performances)}`,
  });
}

function table({ visit }: DeskVisit, performances: readonly PerformanceReadiness[]): Html {
  return html`<table class="cards">
    <thead>
      <tr>
        ${['Séance', 'Spectacle', 'Salle', 'En ligne'].map((head) => html`<th scope="col">${head}</th>`)}
        <th scope="col"><span class="hidden">Ouvrir</span></th>
      </tr>
    </thead>
    <tbody>
      ${performances.map((one) => row(atVenueNumbered(visit, one.performance.venueId), one))}
    </tbody>
  </table>`;
}

function row({ calendar, house, venues }: Visit, one: PerformanceReadiness): Html {
  return html`<tr>
    <td>${calendar.briefMoment(one.performance.startsAt)}</td>
    <td data-label="Spectacle"><strong>${one.performance.showTitle}</strong></td>
    <td data-label="Salle">${one.performance.room}${venues.length > 1 && `, ${house?.name}`}</td>
    <td data-label="En ligne">${state(one)}</td>
    <td>
      <a href="${pathOf('deskSale', { performance: one.performance.id })}"
        ><strong>Ouvrir</strong
        ><span class="hidden"> la séance « ${one.performance.showTitle} », ${calendar.fullMoment(one.performance.startsAt)}</span></a
      >
    </td>
  </tr>`;
}

function state({ ready, missing, facts: { publishedAt } }: PerformanceReadiness): string {
  const steps = new Set(missing.map(({ where }) => where)).size;
  const left = steps === 1 ? 'une étape à faire' : `${inLetters(steps, 'fr')} étapes à faire`;
  if (publishedAt !== undefined) return ready ? 'Oui' : `Oui, mais ${left}`;
  return ready ? 'Non, tout est prêt' : `Non, ${left}`;
}
