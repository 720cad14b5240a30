import type { PerformanceView } from '../../domain/order-view';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import { html } from '../page/html';
import { pathOf } from '../paths';

/** Which house this door belongs to. */
export function choosePage(desk: DeskVisit, houses: readonly PerformanceView[]): string {
  const { calendar } = desk.visit;
  return deskPage(desk, {
    at: 'door',
    title: 'Contrôle des entrées',
    body: html`<div class="headline"><h1>Contrôle des entrées</h1></div>
      ${
        houses.length === 0
          ? html`<p>Aucune représentation dans les sept jours. <a href="${pathOf('desk')}">Revenir au guichet</a></p>`
          : html`<ul class="houses">
              ${houses.map(
                ({ id, showTitle, startsAt, room }) =>
                  html`<li>
                    <a href="${pathOf('checkInHouse', { performance: id })}"><strong>${showTitle}</strong></a
                    ><br /><span class="small">${calendar.deadline(startsAt)}, ${room}</span>
                  </li>`,
              )}
            </ul>`
      }`,
  });
}
