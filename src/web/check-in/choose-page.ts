import type { PerformanceView } from '../../domain/order-view';
import { deskPage } from '../desk/desk-page';
import { html } from '../page/html';
import { pathOf } from '../paths';
import { languageLink } from './door-page';
import type { AtTheDoor } from './door-page';
import { PAGE_WORDS } from './page-words';

/** Which house this door belongs to. */
export function choosePage(desk: AtTheDoor, houses: readonly PerformanceView[]): string {
  const { calendar, language } = desk.reader;
  const words = PAGE_WORDS[language];
  return deskPage(desk, {
    at: 'door',
    title: words.title,
    body: html`<div lang="${language}">
      <div class="headline"><h1>${words.title}</h1></div>
      ${
        houses.length === 0
          ? html`<p>${words.none} <a href="${pathOf('desk')}">${words.backToDesk}</a></p>`
          : html`<ul class="houses">
              ${houses.map(
                ({ id, showTitle, startsAt, room }) =>
                  html`<li>
                    <a href="${pathOf('checkInHouse', { performance: id })}"><strong>${showTitle}</strong></a
                    ><br /><span class="small">${calendar.deadline(startsAt)}, ${room}</span>
                  </li>`,
              )}
            </ul>`
      }
      <p class="small">${languageLink(desk.reader)}</p>
    </div>`,
  });
}
