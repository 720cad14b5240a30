import type { PerformanceView } from '../../domain/order-view';
import { deskPage } from '../desk/desk-page';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { atVenueNumbered } from '../visit';
import { languageLink } from './door-page';
import type { AtTheDoor } from './door-page';
import { PAGE_WORDS } from './page-words';

/** Which house this door belongs to. */
export function choosePage(desk: AtTheDoor, houses: readonly PerformanceView[]): string {
  const { language } = desk.reader;
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
              ${houses.map((one) => houseLine(atVenueNumbered(desk.reader, one.venueId), one))}
            </ul>`
      }
      <p class="small">${languageLink(desk.reader)}</p>
    </div>`,
  });
}

function houseLine({ calendar, house, venues }: Visit, { id, showTitle, startsAt, room }: PerformanceView): Html {
  return html`<li>
    <a href="${pathOf('checkInHouse', { performance: id })}"><strong>${showTitle}</strong></a
    ><br /><span class="small">${calendar.weekdayMoment(startsAt)}, ${room}${venues.length > 1 && `, ${house?.name}`}</span>
  </li>`;
}
