import { Router } from 'express';
import type { Request } from 'express';
import type { SoldLine } from '../../domain/sale/statistics';
import { sharesBy, totalSold } from '../../domain/sale/statistics';
import type { DaySpan } from '../../ports/sale/day-span';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf, ROUTES } from '../paths';
import type { Site } from '../visit';
import { euros, percent } from '../../wording/amounts';
import { deskPage } from '../desk/desk-page';
import { say } from '../../wording/typography';
import type { DeskVisit } from '../desk/desk-visit';
import { deskVisit } from '../desk/desk-visit';
import { nameOf } from '../till/name-of';
import { sharePicture } from '../till/share-picture';
import { soldFile } from '../till/sold-file';
import type { Day } from '../till/till-page';
import { dayOf } from '../till/till-page';
import { atVenueNumbered } from '../visit';

/** What was sold, by channel, tariff and performance: as a table, a picture and a file for a spreadsheet. */
export function deskStatistics(site: Site): Router {
  const router = Router();
  router.get(ROUTES.deskStatistics, async (request, response) => {
    const desk = await deskVisit(site, request, { response });
    const span = spanOf(request, desk);
    response.send(statisticsPage(desk, span, await soldByName(span)));
  });

  router.get(ROUTES.deskStatisticsFile, async (request, response) => {
    const desk = await deskVisit(site, request, { response });
    const lines = await soldByName(spanOf(request, desk));
    response.attachment('ventes.csv').type('text/csv').send(soldFile(lines, desk.visit));
  });
  return router;

  /** People read the channel's name; its code is the API's. */
  async function soldByName({ filter }: Span): Promise<readonly SoldLine[]> {
    const [lines, { channels }] = await Promise.all([site.needs.statistics.sold(filter), site.needs.receipts.names()]);
    return lines.map((line) => ({ ...line, channel: nameOf(line.channel, channels) }));
  }
}

/** The days asked for; without them, from the beginning until now. */
interface Span {
  readonly query: Readonly<Record<string, string>>;
  readonly filter: { readonly days?: readonly DaySpan[] };
}

function spanOf(request: Request, desk: DeskVisit): Span {
  const given = (name: string) => {
    const value = request.query[name];
    return typeof value === 'string' && value !== '' ? dayOf(value, desk) : undefined;
  };
  const [from, until] = [given('du'), given('au')];
  return {
    query: { ...(from && { du: from.date }), ...(until && { au: until.date }) },
    filter: { ...((from ?? until) && { days: daysBetween(from, until) }) },
  };
}

/** From the beginning of one to the end of the other, by each clock. */
function daysBetween(from: Day | undefined, until: Day | undefined): readonly DaySpan[] {
  return (
    (from ?? until)?.spans.map(({ venues }, clock) => ({ from: from?.spans[clock]?.from, until: until?.spans[clock]?.until, venues })) ?? []
  );
}

function statisticsPage(desk: DeskVisit, { query }: Span, lines: readonly SoldLine[]): string {
  const house = ({ performance }: SoldLine) =>
    `${performance.showTitle}, ${atVenueNumbered(desk.visit, performance.venueId).calendar.briefMoment(performance.startsAt)}`;
  return deskPage(desk, {
    at: 'statistics',
    title: 'Statistiques',
    body: html`<div class="headline">
        <h1>Statistiques</h1>
        <p><a href="${pathOf('deskStatisticsFile', undefined, query)}">Télécharger pour un tableur (CSV)</a></p>
      </div>
      <form class="search days" method="get" action="${pathOf('deskStatistics')}">
        <p><label for="du">Payé à partir du</label><input id="du" name="du" type="date" value="${query['du']}" /></p>
        <p><label for="au">Jusqu’au</label><input id="au" name="au" type="date" value="${query['au']}" /></p>
        <button type="submit">Voir</button>
      </form>
      ${lines.length === 0 ? html`<p>${NOTHING[isReversed(query) ? 'reversed' : 'unsold']}</p>` : tables(lines, house)}`,
  });
}

const NOTHING = {
  reversed: say`Les dates sont inversées : la première vient après la seconde.`,
  unsold: 'Aucune place vendue sur cette période.',
};

function isReversed({ du, au }: Span['query']): boolean {
  return du !== undefined && au !== undefined && du > au;
}

function tables(lines: readonly SoldLine[], house: (line: SoldLine) => string): Html {
  const { seats, amount, owed } = totalSold(lines);
  return html`<p>
      <b class="left">${seats}</b> ${seats > 1 ? 'places vendues' : 'place vendue'}, <b class="left">${euros(amount, 'fr')}</b>, frais et
      envois compris${owed !== 0 && html`, dont <b class="left">${euros(owed, 'fr')}</b> à rembourser pour des places annulées`}
    </p>
    ${sharePicture(lines)} ${table('Filière', lines, ({ channel }) => channel)}
    ${table('Tarif', lines, ({ tariff }) => tariff.name.fr, AS_SOLD)} ${table('Séance', lines, house)}`;
}

/** A day that is over does not change: a seat stays where its sale stood. */
const AS_SOLD = say`Chaque place compte au tarif de sa vente ; une différence réglée ensuite s’y ajoute, le jour où elle est payée.`;

function table(head: string, lines: readonly SoldLine[], keyOf: (line: SoldLine) => string, how?: string): Html {
  return html`<h2 class="part">Par ${head.toLowerCase()}</h2>
    ${how !== undefined && html`<p class="small">${how}</p>`}
    <table class="cards shares">
      <thead>
        <tr>
          <th scope="col">${head}</th>
          <th scope="col" class="amount">Places</th>
          <th scope="col" class="amount">Part</th>
          <th scope="col" class="amount">Recette</th>
          <th scope="col" class="amount">Dont à rembourser</th>
        </tr>
      </thead>
      <tbody>
        ${sharesBy(lines, keyOf).map(
          ({ key, seats, amount, owed, ofSeats }) =>
            html`<tr>
              <td>${key}</td>
              <td data-label="Places" class="amount">${seats}</td>
              <td data-label="Part" class="amount">${percent(ofSeats, 'fr')}</td>
              <td data-label="Recette" class="amount">${euros(amount, 'fr')}</td>
              <td data-label="Dont à rembourser" class="amount">${euros(owed, 'fr')}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}
