import type { ListedPerformance } from '../../domain/sale/offer';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { publicPage } from '../page/layout';
import { errorNotice } from '../page/notice';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { atVenueNumbered } from '../visit';
import type { ChosenDate } from './seats-form';
import { mayChoose, seatsForm } from './seats-form';
import { isOnSale, standing } from './standing';

export interface ShowPage {
  readonly dates: readonly ListedPerformance[];
  /** The date that was chosen, with what can be bought for it. */
  readonly chosen?: ChosenDate | undefined;
  readonly errors?: readonly Html[] | undefined;
}

/** One show: what it is, when it is played, and the seats of the date that was chosen. */
export function showPage(visit: Visit, { dates, chosen, errors = [] }: ShowPage): string {
  const { language } = visit;
  const words = WORDS[language];
  const [first] = dates;
  const about = chosen?.offer.performance ?? first;
  return publicPage(visit, {
    title: about?.showTitle ?? words.gone,
    error: errors.length > 0,
    form: chosen && mayChoose(visit, chosen.offer) ? 'choice' : undefined,
    body: html`${errors.length > 0 && errorNotice(words.wrong, errors)}
      <div class="shop">
        <p class="genre">${about?.genre}</p>
        <h1>${about?.showTitle}</h1>
        <p>${about?.credit}</p>
        <p class="small">${about?.practical?.[language]}</p>
        <p class="about">${about?.presentation?.[language]}</p>
        <section aria-labelledby="dates">
          <h2 id="dates">${words.dates}</h2>
          <ul class="dates">
            ${dates.map((date) => dateLine(visit, date, chosen?.offer.performance.id))}
          </ul>
        </section>
        ${chosen && seatsForm(visit, chosen)}
      </div>`,
  });
}

function dateLine(visit: Visit, date: ListedPerformance, chosenId: number | undefined): Html {
  const { language, venues } = visit;
  const there = atVenueNumbered(visit, date.venueId);
  const { calendar, house } = there;
  const words = WORDS[language];
  const chosen = date.id === chosenId;
  const state = chosen
    ? html`<strong>${words.chosen}</strong>`
    : isOnSale(visit, date)
      ? html`<a href="${pathOf('performance', { performance: date.id })}"
          >${words.choose}<span class="hidden">, ${calendar.weekdayMoment(date.startsAt)}</span></a
        >`
      : standing(there, [date]);
  return html`<li class="${chosen ? 'chosen' : ''}">
    <span>
      <strong class="when">${calendar.weekdayMoment(date.startsAt)}</strong><br />
      <span class="small"
        >${venues.length > 1 && house && `${house.name}, `}${date.room},
        ${words[date.seating]}${isOnSale(visit, date) && `, ${standing(there, [date])}`}</span
      >
    </span>
    <span>${state}</span>
  </li>`;
}

const WORDS = {
  fr: {
    gone: 'Spectacle',
    wrong: 'Vos places ne sont pas encore au panier',
    dates: 'Les séances',
    chosen: 'choisie',
    choose: 'Choisir',
    numbered: 'places numérotées',
    free: 'placement libre',
  },
  en: {
    gone: 'Show',
    wrong: 'Your seats are not in the basket yet',
    dates: 'Dates',
    chosen: 'chosen',
    choose: 'Choose',
    numbered: 'numbered seats',
    free: 'free seating',
  },
};
