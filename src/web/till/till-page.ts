import { DateTime } from 'luxon';
import type { ListedPerformance } from '../../domain/sale/offer';
import { cents, total } from '../../domain/money';
import type { DaySpan } from '../../ports/sale/day-span';
import type { Counter, Names, TillTotal } from '../../ports/sale/receipts';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { atVenueNumbered } from '../visit';
import { euros } from '../../wording/amounts';
import { say } from '../../wording/typography';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import { channelQuery } from './basket-form';
import { nameOf } from './name-of';

/** One day, and when it begins and ends by the clock of each venue. */
export interface Day {
  readonly date: string;
  readonly spans: readonly (DaySpan & { readonly from: string; readonly until: string })[];
}

/** The day asked for (`2027-01-16`), or today. */
export function dayOf(asked: unknown, { visit }: DeskVisit): Day {
  const zone = visit.timeZone;
  const wished = typeof asked === 'string' ? DateTime.fromISO(asked, { zone }) : undefined;
  const date = (wished?.isValid ? wished : DateTime.fromISO(visit.now, { zone })).toFormat('yyyy-MM-dd');
  return { date, spans: clocksOf(visit).map(({ timeZone, venues }) => ({ ...dayAt(date, timeZone), venues })) };
}

function dayAt(date: string, zone: string) {
  const start = DateTime.fromISO(date, { zone }).startOf('day');
  return { from: isoOf(start), until: isoOf(start.plus({ days: 1 })) };
}

/** The venues by time zone; where all have the same, whatever there is. */
function clocksOf({ venues, timeZone }: Visit): readonly { readonly timeZone: string; readonly venues?: readonly number[] }[] {
  const zones = [...new Set(venues.map((venue) => venue.timeZone))];
  if (zones.length < 2) return [{ timeZone }];
  return zones.map((zone) => ({ timeZone: zone, venues: venues.filter((venue) => venue.timeZone === zone).map(({ id }) => id) }));
}

function isoOf(time: DateTime): string {
  return new Date(time.toMillis()).toISOString();
}

interface Till {
  readonly day: Day;
  readonly channel: string;
  /** By which people sell. */
  readonly sellers: Counter;
  readonly names: Names;
  readonly performances: readonly ListedPerformance[];
  readonly totals: readonly TillTotal[];
}

/** What can be sold, and what each till has taken. */
export function tillPage(desk: DeskVisit, { day, channel, sellers, names, performances, totals }: Till): string {
  return deskPage(desk, {
    at: 'till',
    title: 'Caisse',
    body: html`<div class="headline"><h1>Caisse</h1></div>
      <div class="review">
        <section>
          <h2>Vendre</h2>
          ${sellers.channels.length > 1 && channelForm(channel, sellers.channels)}
          ${
            performances.length === 0
              ? html`<p>Aucune représentation n’est en vente par cette filière. Les règles de vente se trouvent aux réglages.</p>`
              : html`<ul class="houses">
                  ${performances.map((one) => houseLine(atVenueNumbered(desk.visit, one.venueId), one, channel))}
                </ul>`
          }
        </section>
        <section>
          <h2>Journal de caisse</h2>
          <form class="search days" method="get" action="${pathOf('deskTill')}">
            <p><label for="jour">Jour</label><input id="jour" name="jour" type="date" value="${day.date}" /></p>
            <button type="submit">Voir</button>
          </form>
          ${totals.length === 0 ? html`<p>Rien n’a été encaissé ni remboursé ce jour-là.</p>` : totalsTable(totals, names)}
        </section>
      </div>`,
  });
}

function houseLine(
  { calendar, house, venues }: Visit,
  { id, showTitle, startsAt, room, free, unsold }: ListedPerformance,
  channel: string,
): Html {
  const title = html`<strong>${showTitle}</strong>`;
  return html`<li>
    ${unsold ? title : html`<a href="${pathOf('deskTillHouse', { performance: id }, channelQuery(channel))}">${title}</a>`}<br /><span
      class="small"
      >${calendar.weekdayMoment(startsAt)}, ${room}${venues.length > 1 && `, ${house?.name}`},
      ${unsold ? 'pas en vente : aucun tarif ne peut y être pris' : free === 0 ? 'complet' : free > 1 ? say`${free} places libres` : say`${free} place libre`}</span
    >
  </li>`;
}

function channelForm(channel: string, channels: Counter['channels']): Html {
  return html`<form class="search" method="get" action="${pathOf('deskTill')}">
    <p>
      <label for="filiere">Filière</label
      ><select id="filiere" name="filiere">
        ${channels.map(({ code, name }) => html`<option value="${code}" ${code === channel && html`selected`}>${name}</option>`)}
      </select>
    </p>
    <button type="submit">Choisir</button>
  </form>`;
}

function totalsTable(totals: readonly TillTotal[], names: Names): Html {
  return html`<table class="cards">
      <thead>
        <tr>
          <th scope="col">Caisse</th>
          <th scope="col">Mode de paiement</th>
          <th scope="col" class="amount">Encaissements</th>
          <th scope="col" class="amount">Encaissé</th>
          <th scope="col" class="amount">Remboursé</th>
          <th scope="col" class="amount">Solde</th>
        </tr>
      </thead>
      <tbody>
        ${totals.map(
          ({ operator, method, count, amount, givenBack }) =>
            html`<tr>
              <td>${nameOf(operator, names.operators)}</td>
              <td data-label="Mode de paiement">${nameOf(method, names.methods)}</td>
              <td data-label="Encaissements" class="amount">${count}</td>
              <td data-label="Encaissé" class="amount">${euros(amount, 'fr')}</td>
              <td data-label="Remboursé" class="amount">${euros(givenBack.amount, 'fr')}</td>
              <td data-label="Solde" class="amount">${euros(cents(amount - givenBack.amount), 'fr')}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p>Ensemble : <b class="left">${euros(total(totals.map(({ amount, givenBack }) => cents(amount - givenBack.amount))), 'fr')}</b></p>`;
}
